import { describe, expect, test } from "@jest/globals";
import type { AwsRequest } from "../../../src/simulate/aws";
import { EXCEPTIONS } from "../../../src/simulate/aws/exceptions";
import * as world from "./support/world";
import { ALLOW_ALL, ask, BUCKET, bucket, KEY, key, OTHER, policy, ROLE, request, role, US } from "./support/world";

type Id = (typeof EXCEPTIONS)[number]["id"];

const SECRET = `arn:aws:secretsmanager:us-east-1:${US}:secret:s`;
const INSTANCE = (account: string) => `arn:aws:ec2:us-east-1:${account}:subnet/subnet-1`;

/** For each row a request that it speaks about, and a neighbour that it leaves to the policies. */
const CASES: Readonly<Record<Id, { readonly asked: AwsRequest; readonly neighbour: AwsRequest }>> = {
  "sts/get-caller-identity": {
    asked: request(world.SESSION, "sts:GetCallerIdentity", "*"),
    neighbour: request(world.SESSION, "sts:GetFederationToken", "*"),
  },
  "sts/root-assumes-role": {
    asked: request(world.ROOT, "sts:AssumeRole", ROLE),
    neighbour: request(world.ROOT, "iam:GetRole", ROLE),
  },
  "sts/session-token": {
    asked: request(world.SESSION, "sts:GetSessionToken", "*"),
    neighbour: request(world.SESSION, "sts:GetFederationToken", "*"),
  },
  "sts/assume-root": {
    asked: request(world.SESSION, "sts:AssumeRoot", `arn:aws:iam::${OTHER}:root`),
    neighbour: request(world.SESSION, "sts:GetFederationToken", "*"),
  },
  "kms/unsigned": {
    asked: request(world.ANONYMOUS, "kms:Decrypt", KEY),
    neighbour: request(world.SERVICE, "kms:Decrypt", KEY),
  },
  unsigned: {
    asked: request(world.ANONYMOUS, "secretsmanager:GetSecretValue", SECRET),
    neighbour: request(world.ANONYMOUS, "s3:ListBucket", BUCKET),
  },
  "s3/access-point": {
    asked: request(world.SESSION, "s3:GetObject", `arn:aws:s3:us-east-1:${US}:accesspoint/door/object/x`),
    neighbour: request(world.SESSION, "s3:ListBucket", BUCKET),
  },
  s3express: {
    asked: request(world.SESSION, "s3express:CreateSession", `arn:aws:s3express:us-east-1:${US}:bucket/b--x-s3`),
    neighbour: request(world.SESSION, "s3:ListBucket", BUCKET),
  },
  "organizations/delegated": {
    asked: request(world.SESSION, "organizations:DescribeOrganization", `arn:aws:organizations::${OTHER}:organization/o-aaaa`),
    neighbour: request(world.SESSION, "organizations:DescribeOrganization", "*"),
  },
  lakeformation: {
    asked: request(world.SESSION, "glue:GetTable", `arn:aws:glue:us-east-1:${US}:table/d/t`),
    neighbour: request(world.SESSION, "datasync:ListTasks", "*"),
  },
  "execute-api": {
    asked: request(world.SESSION, "execute-api:Invoke", `arn:aws:execute-api:us-east-1:${US}:a/b/GET/x`),
    neighbour: request(world.SESSION, "datasync:ListTasks", "*"),
  },
  "shared-resource": {
    asked: request(world.SESSION, "ec2:RunInstances", INSTANCE(OTHER)),
    neighbour: request(world.SESSION, "ec2:RunInstances", INSTANCE(US)),
  },
};

const EVERYBODY = { Effect: "Allow", Principal: "*", Resource: "*" };
const RESOURCES = [
  bucket({ policy: policy("bucket", { ...EVERYBODY, Action: "s3:*", Resource: BUCKET }) }),
  key({ policy: policy("key", { ...EVERYBODY, Action: "kms:*" }) }),
  {
    kind: "other",
    arn: SECRET,
    account: US,
    tags: new Map(),
    policy: policy("secret", { ...EVERYBODY, Action: "secretsmanager:*" }),
  },
  ...[US, OTHER].map((account) => ({ kind: "other", arn: INSTANCE(account), account, tags: new Map() }) as const),
] as const;

function decide(asked: AwsRequest, effect: "Allow" | "Deny"): string {
  const principals = [role({ policies: [policy("identity", { ...ALLOW_ALL, Effect: effect })] })];
  return ask({ principals, resources: RESOURCES }, asked).decision;
}

describe.each(EXCEPTIONS.map((exception) => [exception.id, exception] as const))(
  "%s",
  (id, { decision, speaks, says, applies: _ }) => {
    const { asked, neighbour } = CASES[id];

    test(`${decision}: ${says}`, () => {
      expect(decide(asked, "Allow")).toBe(decision);
    });
    test("leaves its neighbour to the policies", () => {
      expect(decide(neighbour, "Allow")).toBe("allowed");
    });
    test(speaks === "first" ? "comes before a deny" : "gives way to a deny", () => {
      const bound = asked.principal.kind === "session";
      if (bound) expect(decide(asked, "Deny")).toBe(speaks === "first" ? decision : "denied");
      else expect(decide(asked, "Deny")).toBe(decision);
    });
  },
);

test("nobody without a signature has an identity to ask for", () => {
  expect(decide(request(world.ANONYMOUS, "sts:GetCallerIdentity", "*"), "Allow")).toBe("denied");
});
