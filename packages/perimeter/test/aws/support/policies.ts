import { type ReadPolicy, readPolicy } from "../../../src/aws/policy/read";
import type { PolicyDocument, PolicyKind, PolicyStatement } from "../../../src/aws/policy/syntax";

type Json = Readonly<Record<string, unknown>>;

const IDENTITY = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::media/*" };
const BUCKET = { ...IDENTITY, Principal: { AWS: "111122223333" } };

/** A statement that AWS takes, for each kind of policy. */
export const STATEMENTS: Readonly<Record<PolicyKind, Json>> = {
  identity: IDENTITY,
  boundary: IDENTITY,
  session: IDENTITY,
  scp: IDENTITY,
  rcp: { ...IDENTITY, Effect: "Deny", Principal: "*" },
  bucket: BUCKET,
  "access-point": BUCKET,
  key: { ...BUCKET, Action: "kms:Decrypt", Resource: "*" },
  secret: { ...BUCKET, Action: "secretsmanager:GetSecretValue", Resource: "*" },
  queue: { ...BUCKET, Action: "sqs:SendMessage", Resource: "*" },
  topic: { ...BUCKET, Action: "sns:Publish", Resource: "*" },
  endpoint: { ...BUCKET, Principal: "*" },
  trust: { Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "sts:AssumeRole" },
  resource: { ...BUCKET, Action: "lambda:InvokeFunction", Resource: "*" },
};

export interface Change {
  /** Elements of the statement that are put in or replaced. */
  readonly put?: Json;
  /** Elements of the statement that are left out. */
  readonly drop?: readonly string[];
  /** Elements of the document that are put in or replaced. */
  readonly document?: Json;
}

/** A document of a kind that AWS takes, with a change; what is `undefined` there is left out, as JSON does. */
export function changed(kind: PolicyKind, { put = {}, drop = [], document = {} }: Change): Json {
  const statement = Object.fromEntries(Object.entries({ ...STATEMENTS[kind], ...put }).filter(([name]) => !drop.includes(name)));
  return JSON.parse(JSON.stringify({ Version: "2012-10-17", Statement: [statement], ...document })) as Json;
}

/** The document; what stands between it and the test is a failure with all that was found. */
export function documentOf({ document, diagnostics }: ReadPolicy): PolicyDocument {
  if (document) return document;
  throw new Error(diagnostics.map(({ path, message }) => `${path}: ${message}`).join("\n"));
}

/** The only statement of a document of a kind, with a change. */
export function statementOf(kind: PolicyKind, change: Change): PolicyStatement {
  const [statement] = documentOf(readPolicy(kind, changed(kind, change))).statements;
  if (statement === undefined) throw new Error("the document has no statement");
  return statement;
}
