import { describe, expect, test } from "@jest/globals";
import { readPolicy } from "../../../src/aws/policy/read";
import { POLICY_KINDS, type PolicyKind } from "../../../src/aws/policy/syntax";
import { type Change, changed, STATEMENTS } from "../support/policies";

type Mistake = readonly [name: string, document: (kind: PolicyKind) => unknown, refusedBy: readonly PolicyKind[]];

const IDENTITIES = ["identity", "boundary", "session", "scp"] as const;
const RESOURCES = POLICY_KINDS.filter((kind) => !IDENTITIES.some((each) => each === kind));
const IAM = ["identity", "boundary", "session", "trust"] as const;
const but = (...kinds: readonly PolicyKind[]) => POLICY_KINDS.filter((kind) => !kinds.includes(kind));

const ACCOUNT = { AWS: "111122223333" };
const withChange = (change: Change) => (kind: PolicyKind) => changed(kind, change);
const put = (elements: Change["put"], drop: Change["drop"] = []) => withChange({ put: elements ?? {}, drop });
const drop = (...elements: readonly string[]) => withChange({ drop: elements });
const document = (elements: Change["document"]) => withChange({ document: elements ?? {} });

/** What each kind refuses of the things that some kinds have: the tables of the documentation, read across. */
const MISTAKES: readonly Mistake[] = [
  ["a principal", put({ Principal: ACCOUNT }), [...IDENTITIES, "rcp"]],
  ["everyone as the principal", put({ Principal: "*" }), IDENTITIES],
  ["no principal", drop("Principal"), RESOURCES],
  ["a service as the principal", put({ Principal: { Service: "s3.amazonaws.com" } }), [...IDENTITIES, "rcp"]],
  ["a web identity provider as the principal", put({ Principal: { Federated: "accounts.google.com" } }), but("trust")],
  ["an owner of buckets as the principal", put({ Principal: { CanonicalUser: "0".repeat(64) } }), but("bucket", "access-point")],
  [
    "all principals but one, denied",
    put({ Effect: "Deny", NotPrincipal: ACCOUNT }, ["Principal"]),
    [...IDENTITIES, "rcp", "trust"],
  ],
  ["all principals but one, allowed", put({ Effect: "Allow", NotPrincipal: ACCOUNT }, ["Principal"]), POLICY_KINDS],
  ["an allow", put({ Effect: "Allow" }), ["rcp"]],
  ["a deny", put({ Effect: "Deny" }), []],
  ["every action of every service", put({ Action: "*" }), ["rcp", "trust"]],
  ["an action of another service", put({ Action: "ec2:RunInstances" }), ["bucket", "access-point", "trust"]],
  ["all actions but one", put({ NotAction: "s3:GetObject" }, ["Action"]), ["rcp", "trust"]],
  ["no action", drop("Action"), but("key")],
  ["no resource", drop("Resource"), but("key", "trust")],
  ["every resource", put({ Resource: "*" }), ["trust"]],
  ["all resources but one", put({ NotResource: "arn:aws:s3:::media" }, ["Resource"]), ["trust"]],
  ["a blank in the name of the statement", put({ Sid: "a b" }), IAM],
  ["two statements of one name", twice, IAM],
  ["no version", document({ Version: undefined }), ["scp", "rcp"]],
  ["the older version", document({ Version: "2008-10-17" }), ["scp", "rcp"]],
  ["a name for the document", document({ Id: "a name" }), []],
  ["a letter beyond Latin-1", put({ Condition: { StringEquals: { "aws:username": "Ж" } } }), [...IAM, "key"]],
];

function twice(kind: PolicyKind): unknown {
  const statement = { ...STATEMENTS[kind], Sid: "Twice" };
  return changed(kind, { document: { Statement: [statement, statement] } });
}

describe.each(MISTAKES)("%s", (_, documentOfKind, refusedBy) => {
  test.each(POLICY_KINDS.map((kind) => [kind, refusedBy.includes(kind) ? "is refused" : "is read"] as const))(
    "in a policy of kind %s %s",
    (kind, answer) => {
      const { diagnostics } = readPolicy(kind, documentOfKind(kind));
      expect(diagnostics === undefined ? "is read" : "is refused").toBe(answer);
    },
  );
});

const SIZES: readonly (readonly [PolicyKind, number, "blanks count" | "blanks don't count"])[] = [
  ["identity", 10_240, "blanks don't count"],
  ["boundary", 6_144, "blanks don't count"],
  ["session", 2_048, "blanks don't count"],
  ["trust", 4_096, "blanks don't count"],
  ["scp", 5_120, "blanks count"],
  ["rcp", 5_120, "blanks count"],
  ["bucket", 20_480, "blanks count"],
  ["access-point", 20_480, "blanks count"],
  ["secret", 20_480, "blanks count"],
  ["endpoint", 20_480, "blanks count"],
  ["key", 32_768, "blanks count"],
];

describe.each(SIZES)("a policy of kind %s of %i characters", (kind, most, blanks) => {
  const withSid = (sid: string) => JSON.stringify(changed(kind, { put: { Sid: sid } }));
  const sized = (size: number) => withSid("x".repeat(size - withSid("").length));
  const refusal = [
    { code: "policy/size", message: expect.stringMatching(new RegExp(`^expected at most ${most} .*, found ${most + 1}$`)) },
  ];

  test("is read", () => expect(readPolicy(kind, sized(most)).diagnostics).toBeUndefined());
  test("and one more is refused", () => expect(readPolicy(kind, sized(most + 1)).diagnostics).toMatchObject(refusal));
  test(`and a blank more: ${blanks}`, () => {
    const { diagnostics } = readPolicy(kind, ` ${sized(most)}`);
    if (blanks === "blanks count") expect(diagnostics).toMatchObject(refusal);
    else expect(diagnostics).toBeUndefined();
  });
});
