import { describe, expect, test } from "@jest/globals";
import { actionsOf, didYouMeanAction, findAction, findResourceType } from "../../../src/aws/catalogue/actions";
import { type ConditionKey, didYouMeanKey, findConditionKey } from "../../../src/aws/catalogue/condition-keys";
import { didYouMeanService, isService, serviceNames, supportsResourceControl } from "../../../src/aws/catalogue/services";

describe("services", () => {
  test.each([
    ["s3", true],
    ["KMS", true],
    ["secretsmanager", true],
    ["s4", false],
    ["", false],
    ["*", false],
    ["__proto__", false],
    ["../services", false],
  ])("%j is one: %j", (name, expected) => expect(isService(name)).toBe(expected));

  test.each([
    ["s3", true],
    ["sts", true],
    ["KMS", true],
    ["sqs", true],
    ["secretsmanager", true],
    ["sns", false],
    ["ec2", false],
    ["lambda", false],
    ["datasync", false],
    ["constructor", false],
  ])("resource control policies reach %s: %j", (name, expected) => expect(supportsResourceControl(name)).toBe(expected));

  test("are hundreds, and a slip is told", () => {
    expect(serviceNames().size).toBeGreaterThan(400);
    expect([didYouMeanService("secretmanager"), didYouMeanService("warehouse")]).toEqual([
      'did you mean "secretsmanager"?',
      undefined,
    ]);
  });
});

describe("actions", () => {
  test.each([
    ["s3", "GetObject", "Read"],
    ["S3", "getobject", "Read"],
    ["s3", "ListBucket", "List"],
    ["s3", "PutObject", "Write"],
    ["s3", "PutBucketPolicy", "Permissions management, Write"],
    ["s3", "PutObjectTagging", "Tagging, Write"],
    ["kms", "Decrypt", "Write"],
    ["sts", "AssumeRole", "Write"],
    ["iam", "PassRole", "Write"],
  ])("%s:%s is of access level %s", (service, name, level) => expect(findAction(service, name)?.accessLevel).toBe(level));

  test.each([
    ["s3", "GetObjekt"],
    ["s4", "GetObject"],
    ["s3", "__proto__"],
    ["s3", "constructor"],
    ["__proto__", "x"],
    ["../data", "x"],
  ])("%s:%s is none", (service, name) => expect(findAction(service, name)).toBeUndefined());

  test("tell what they act on and which keys they have", () => {
    expect(findAction("s3", "GetObject")?.resourceTypes.map(({ name }) => name)).toContain("object");
    expect(findAction("s3", "GetObject")?.conditionKeys).toContain("s3:ExistingObjectTag/<key>");
    expect(actionsOf("sts").map(({ name }) => name)).toContain("AssumeRole");
    expect(actionsOf("s4")).toEqual([]);
  });

  test.each([
    ["s3", "object", "arn:${Partition}:s3:::${BucketName}/${ObjectName}"],
    ["kms", "KEY", "arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}"],
    ["iam", "role", "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"],
    ["s3", "toString", undefined],
    ["s4", "object", undefined],
  ])("the type of resource %s %s has the ARN %s", (service, key, arn) => expect(findResourceType(service, key)?.arn).toBe(arn));

  test.each([
    ["s3", "GetObjekt", 'did you mean "s3:GetObject"?'],
    ["kms", "decript", 'did you mean "kms:Decrypt"?'],
    ["s3", "Something", undefined],
    ["s4", "GetObject", undefined],
  ])("%s:%s is told its nearest", (service, name, expected) => expect(didYouMeanAction(service, name)).toBe(expected));
});

const KEYS: readonly (readonly [string, ConditionKey["value"], multivalued: boolean, global: boolean, documented: string])[] = [
  ["aws:PrincipalArn", "arn", false, true, "aws:PrincipalArn"],
  ["AWS:PRINCIPALARN", "arn", false, true, "aws:PrincipalArn"],
  ["aws:PrincipalTag/team", "string", false, true, "aws:PrincipalTag/tag-key"],
  ["aws:PrincipalTag/a/b:c", "string", false, true, "aws:PrincipalTag/tag-key"],
  ["aws:TagKeys", "string", true, true, "aws:TagKeys"],
  ["aws:PrincipalOrgPaths", "string", true, true, "aws:PrincipalOrgPaths"],
  ["aws:CalledVia", "string", true, true, "aws:CalledVia"],
  ["aws:SourceIp", "address", false, true, "aws:SourceIp"],
  ["aws:SecureTransport", "boolean", false, true, "aws:SecureTransport"],
  ["aws:CurrentTime", "date", false, true, "aws:CurrentTime"],
  ["aws:MultiFactorAuthAge", "number", false, true, "aws:MultiFactorAuthAge"],
  ["s3:prefix", "string", false, false, "s3:prefix"],
  ["s3:object-lock-remaining-retention-days", "number", false, false, "s3:object-lock-remaining-retention-days"],
  ["s3:RequestObjectTagKeys", "string", true, false, "s3:RequestObjectTagKeys"],
  ["s3:ExistingObjectTag/class", "string", false, false, "s3:ExistingObjectTag/<key>"],
  ["kms:ViaService", "string", false, false, "kms:ViaService"],
  ["kms:EncryptionContext:aws:s3:arn", "string", false, false, "kms:EncryptionContext:${EncryptionContextKey}"],
  ["kms:GrantOperations", "string", true, false, "kms:GrantOperations"],
  ["kms:GrantIsForAWSResource", "boolean", false, false, "kms:GrantIsForAWSResource"],
  ["sts:ExternalId", "string", false, false, "sts:ExternalId"],
  ["saml:aud", "string", false, false, "saml:aud"],
  ["accounts.google.com:aud", "string", false, false, "accounts.google.com:aud"],
];

describe("condition keys", () => {
  test.each(KEYS)("%s", (key, value, multivalued, global, documented) => {
    expect(findConditionKey(key)).toEqual({ key: documented, value, multivalued, global });
  });

  test.each([
    "aws:PrincipalTag",
    "aws:PrincipalTag/",
    "aws:PrincipalOrgId2",
    "aws:Principal",
    "s3:prefx",
    "s3:",
    ":prefix",
    "prefix",
    "",
    "s3:ExistingObjectTag/",
    "kms:EncryptionContext:",
    "__proto__",
    "constructor:toString",
    "../actions/s3:x",
  ])("%j is none", (key) => expect(findConditionKey(key)).toBeUndefined());

  test.each([
    ["aws:PrincipalOrgId2", 'did you mean "aws:PrincipalOrgID"?'],
    ["s3:prefx", 'did you mean "s3:prefix"?'],
    ["kms:ViaServices", 'did you mean "kms:ViaService"?'],
    ["s3:nothing-like-it", undefined],
    [`s3:${"x".repeat(100)}`, undefined],
  ])("%s is told its nearest", (key, expected) => expect(didYouMeanKey(key)).toBe(expected));
});
