import { describe, expect, test } from "@jest/globals";
import { zoneIdPrefix } from "../../src/aws/regions";
import { type ObjectValue, UNKNOWN } from "../../src/schema/value";
import { AWS } from "./worlds";

const role = (...accounts: readonly string[]): ObjectValue["assume_role"] =>
  accounts.map((account) => ({ role_arn: `arn:aws:iam::${account}:role/r` }));

describe("the account of a provider configuration is", () => {
  const cases: readonly [name: string, config: ObjectValue, account: unknown][] = [
    ["an example's where nothing is said", {}, "123456789012"],
    ["the only one that is allowed", { allowed_account_ids: ["111122223333"] }, "111122223333"],
    ["that of the role", { assume_role: role("444455556666") ?? null }, "444455556666"],
    ["that of the last of several roles", { assume_role: role("111122223333", "444455556666") ?? null }, "444455556666"],
    [
      "that of the role, of those that are allowed",
      { allowed_account_ids: ["111122223333", "444455556666"], assume_role: role("444455556666") ?? null },
      "444455556666",
    ],
    ["that of a role by a web identity", { assume_role_with_web_identity: role("444455556666") ?? null }, "444455556666"],
    ["not known when the role isn't", { assume_role: [{ role_arn: UNKNOWN }] }, UNKNOWN],
    [
      "known nevertheless when only one is allowed",
      { allowed_account_ids: ["111122223333"], assume_role: [{ role_arn: UNKNOWN }] },
      "111122223333",
    ],
  ];
  test.each(cases)("%s", (_name, config, account) => expect(AWS.scope(config)["account"]).toBe(account));
});

describe("a provider configuration is refused", () => {
  const cases: readonly [name: string, config: ObjectValue, message: string | undefined][] = [
    [
      "for a role in an account that isn't allowed",
      { allowed_account_ids: ["111122223333"], assume_role: role("444455556666") ?? null },
      "AWS account ID not allowed: 444455556666",
    ],
    [
      "for a role in one that is forbidden",
      { forbidden_account_ids: ["444455556666"], assume_role: role("444455556666") ?? null },
      "AWS account ID not allowed: 444455556666",
    ],
    [
      "not for a role in another",
      { forbidden_account_ids: ["444455556666"], assume_role: role("111122223333") ?? null },
      undefined,
    ],
    ["for a region that isn't one", { region: "us-eest-1" }, "invalid AWS Region: us-eest-1"],
    ["not for its neighbour", { region: "us-east-1" }, undefined],
    ["not for a region that it is told not to look at", { region: "us-eest-1", skip_region_validation: true }, undefined],
  ];
  test.each(cases)("%s", (_name, config, message) => {
    const act = () => AWS.scope(config);
    if (message === undefined) expect(act).not.toThrow();
    else expect(act).toThrow(message);
  });
  test("with the nearest region", () => {
    expect(() => AWS.scope({ region: "us-eest-1" })).toThrow(
      expect.objectContaining({ detail: 'the nearest one is "us-east-1"' }),
    );
  });
});

test.each([
  ["us-east-1", "aws", "amazonaws.com"],
  ["us-gov-west-1", "aws-us-gov", "amazonaws.com"],
  ["cn-north-1", "aws-cn", "amazonaws.com.cn"],
])("%s is of the partition %s, under %s", (region, partition, suffix) =>
  expect(AWS.scope({ region })).toMatchObject({ partition, dns_suffix: suffix }),
);

test("a resource's region that isn't one is refused, and its own decides the partition's names", () => {
  const provider = AWS.scope({ region: "us-east-1" });
  expect(() => AWS.scopeOf?.({ region: "moon-1" }, provider)).toThrow("invalid AWS Region: moon-1");
  expect(AWS.scopeOf?.({ region: "ap-southeast-1" }, provider)).toMatchObject({
    s3_zone: "Z3O0J2DXBE1FTB",
    account: "123456789012",
  });
  expect(AWS.scopeOf?.({ region: null }, provider)).toBe(provider);
});

test.each([
  ["us-east-1", "use1-az"],
  ["us-gov-west-1", "usgw1-az"],
  ["ap-southeast-2", "apse2-az"],
  ["ap-northeast-1", "apne1-az"],
  ["eu-central-1", "euc1-az"],
])("zones of %s begin with %s", (region, prefix) => expect(zoneIdPrefix(region)).toBe(prefix));
