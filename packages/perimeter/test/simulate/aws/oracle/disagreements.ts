import type { Answer } from "../../../../src/simulate/answer";
import type { Json, Scenario } from "../support/scenario";

/** A feature in which `iam-simulate` is known to answer differently. The documentation is on our side in all of them. */
export interface Disagreement {
  readonly id: string;
  /** Whether the scenario has the feature; where it has, the two answers are not compared. */
  readonly has: (scenario: Scenario) => boolean;
  /** What the documentation says. */
  readonly says: string;
  /** Page of the AWS documentation. */
  readonly source: string;
  /** The answer of ours that the feature leads to, where it leads to only one. */
  readonly ours?: Answer["decision"];
}

export const DISAGREEMENTS = [
  {
    id: "session-policy-of-direct-grant",
    has: ({ session, resourcePolicy }) =>
      session !== undefined && /"Principal":("\*"|\{"AWS":("\*"|"arn:aws:sts:))/.test(text(resourcePolicy)),
    says: "what a resource policy grants to the session itself, or to everybody, isn't limited by the session policy",
    source: "IAM User Guide, Policies and permissions in IAM, Session policies",
    ours: "allowed",
  },
  {
    id: "restrict-public-buckets",
    has: ({ restrictPublicBuckets }) => restrictPublicBuckets === true,
    says: "RestrictPublicBuckets denies without a statement that denies (the label alone differs)",
    source: "S3 User Guide, Blocking public access to your Amazon S3 storage",
    ours: "denied",
  },
  {
    id: "service-linked-role",
    has: ({ request }) => String(request.context["aws:PrincipalArn"]).includes(":role/aws-service-role/"),
    says: "resource control policies don't bind service-linked roles",
    source: "Organizations User Guide, Resource control policies (RCPs)",
    ours: "allowed",
  },
  {
    id: "resource-control-of-other-service",
    has: ({ request, rcpLevels = [] }) =>
      rcpLevels.flat().length > 0 && !/^(s3|kms|sts|secretsmanager|sqs):/.test(request.action),
    says: "resource control policies reach only the services that support them",
    source: "Organizations User Guide, List of AWS services that support RCPs",
    ours: "allowed",
  },
  {
    id: "encryption-context",
    has: (scenario) => /"kms:EncryptionContext:/.test(text(policiesOf(scenario))),
    says: "the pairs of the encryption context are condition keys",
    source: "KMS Developer Guide, AWS KMS condition keys, kms:EncryptionContext:context-key",
    ours: "allowed",
  },
  {
    id: "variables-of-2008",
    has: (scenario) => /"Version":"2008-10-17"/.test(text(policiesOf(scenario))) && /\$\{/.test(text(policiesOf(scenario))),
    says: "under version 2008-10-17 a variable is literal text",
    source: "IAM User Guide, IAM JSON policy elements: Version",
  },
  {
    id: "account-in-not-principal",
    has: ({ resourcePolicy }) => /"NotPrincipal"/.test(text(resourcePolicy)),
    says: "an account in NotPrincipal doesn't spare those of its principals that aren't named beside it",
    source: "IAM User Guide, AWS JSON policy elements: NotPrincipal",
    ours: "denied",
  },
  {
    id: "root-user",
    has: ({ request }) => request.principal.endsWith(":root"),
    says: "the root user needs no identity policy",
    source: "IAM User Guide, How AWS enforcement code logic evaluates requests to allow or deny access",
    ours: "allowed",
  },
  {
    id: "root-assumes-role",
    has: ({ request }) => request.principal.endsWith(":root") && request.action === "sts:AssumeRole",
    says: "the root user can't assume a role",
    source: "STS API reference, AssumeRole",
    ours: "denied",
  },
  {
    id: "unsigned-request-to-kms",
    has: ({ request }) => request.principal === "anonymous" && request.action.startsWith("kms:"),
    says: "KMS takes no request without a signature, whatever the key policy says",
    source: "KMS API reference, Welcome, Signing Requests",
    ours: "denied",
  },
  {
    id: "every-address",
    has: (scenario) => /"0\.0\.0\.0\/0"/.test(text(policiesOf(scenario))),
    says: "0.0.0.0/0 is the range of all IPv4 addresses",
    source: "IAM User Guide, IP address condition operators; RFC 4632",
  },
  {
    id: "other-address-family",
    has: (scenario) =>
      /"NotIpAddress/.test(text(policiesOf(scenario))) && String(scenario.request.context["aws:SourceIp"]).includes(":"),
    says: "an IPv6 address is in no IPv4 range, so that NotIpAddress holds",
    source: "IAM User Guide, IP address condition operators",
  },
  {
    id: "if-exists-of-set",
    has: (scenario) =>
      /"ForAnyValue:[A-Za-z]*IfExists"/.test(text(policiesOf(scenario))) && scenario.request.context["aws:TagKeys"] === undefined,
    says: "IfExists holds where the key is missing, also behind ForAnyValue",
    source: "IAM User Guide, IAM JSON policy elements: Condition operators, ...IfExists",
  },
  {
    id: "unresolved-variable",
    has: (scenario) =>
      /"StringNot/.test(text(policiesOf(scenario))) &&
      /\$\{aws:PrincipalTag\/site\}/.test(text(policiesOf(scenario))) &&
      scenario.request.context["aws:PrincipalTag/site"] === undefined,
    says: "a value with a missing key and no default matches nothing, so that a negated operator holds",
    source: "IAM User Guide, IAM policy elements: Variables and tags",
  },
] as const satisfies readonly Disagreement[];

/** The first row that explains why the two may differ. */
export function explanationOf(scenario: Scenario, ours: Answer["decision"]): Disagreement | undefined {
  const rows: readonly Disagreement[] = DISAGREEMENTS;
  return rows.find((row) => row.has(scenario) && (row.ours === undefined || row.ours === ours));
}

function policiesOf({ request: _, ...policies }: Scenario): Omit<Scenario, "request"> {
  return policies;
}

function text(json: Json | Omit<Scenario, "request"> | undefined): string {
  return JSON.stringify(json ?? {});
}
