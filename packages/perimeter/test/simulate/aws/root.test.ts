import { describe, expect, test } from "@jest/globals";
import type { AwsEstate } from "../../../src/simulate/aws";
import * as world from "./support/world";
import { ALLOW_ALL, account, ask, BUCKET, bucket, OBJECT, OTHER, policy, ROLE, request, role, US } from "./support/world";

const DENY = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [BUCKET, `${BUCKET}/*`] };
const LOCKED: Partial<AwsEstate> = { resources: [bucket({ policy: policy("bucket", DENY) })] };
const FOREIGN_ROOT = { kind: "root", account: OTHER } as const;

describe("the root user", () => {
  test.each<readonly [what: string, action: string, resource: string, parts: Partial<AwsEstate>, decision: string]>([
    ["needs no identity policy", "s3:GetObject", OBJECT, { resources: [bucket()] }, "allowed"],
    ["is bound by a deny in a bucket policy", "s3:GetObject", OBJECT, LOCKED, "denied"],
    ["reads its own bucket policy whatever that denies", "s3:GetBucketPolicy", BUCKET, LOCKED, "allowed"],
    ["writes its own bucket policy whatever that denies", "s3:PutBucketPolicy", BUCKET, LOCKED, "allowed"],
    ["deletes its own bucket policy whatever that denies", "s3:DeleteBucketPolicy", BUCKET, LOCKED, "allowed"],
    ["doesn't list the bucket so", "s3:ListBucket", BUCKET, LOCKED, "denied"],
    [
      "reaches its bucket policy also where it isn't known",
      "s3:GetBucketPolicy",
      BUCKET,
      { resources: [bucket({ policy: { unknown: "the policy" } })] },
      "allowed",
    ],
  ])("%s", (_, action, resource, parts, decision) => {
    expect(ask(parts, request(world.ROOT, action, resource)).decision).toBe(decision);
  });

  test("doesn't reach its own bucket policy past its organization or an endpoint", () => {
    const put = (context = {}) => request(world.ROOT, "s3:PutBucketPolicy", BUCKET, context);
    const scp = [{ name: "root", policies: [policy("scp", ALLOW_ALL, { ...ALLOW_ALL, Effect: "Deny" })] }];
    const rcp = [{ name: "root", policies: [policy("rcp", { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" })] }];
    expect(ask({ ...LOCKED, accounts: [account(US, { serviceControl: scp })] }, put()).decision).toBe("denied");
    expect(ask({ ...LOCKED, accounts: [account(US, { resourceControl: rcp })] }, put()).decision).toBe("denied");
    const endpoints = [{ id: "vpce-1", policy: policy("endpoint", { ...ALLOW_ALL, Principal: "*", Action: "s3:GetObject" }) }];
    expect(ask({ ...LOCKED, endpoints }, put({ "aws:SourceVpce": "vpce-1" })).decision).toBe("denied");
  });

  test("of another account has no such right, and needs the bucket policy", () => {
    const open = policy("bucket", { ...DENY, Effect: "Allow", Principal: { AWS: OTHER } });
    expect(ask(LOCKED, request(FOREIGN_ROOT, "s3:PutBucketPolicy", BUCKET)).decision).toBe("denied");
    expect(ask({ resources: [bucket()] }, request(FOREIGN_ROOT, "s3:GetObject", OBJECT)).decision).toBe("denied");
    expect(ask({ resources: [bucket({ policy: open })] }, request(FOREIGN_ROOT, "s3:GetObject", OBJECT)).decision).toBe(
      "allowed",
    );
  });

  test("is no role of its account: a role is bound by the bucket policy", () => {
    const principals = [role({ arn: ROLE, policies: [policy("identity", ALLOW_ALL)] })];
    expect(ask({ ...LOCKED, principals }, request(world.SESSION, "s3:PutBucketPolicy", BUCKET)).decision).toBe("denied");
  });
});
