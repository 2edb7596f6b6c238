import { describe, expect, test } from "@jest/globals";
import { readRequests } from "../../../src/simulate/request/read";
import { aws, first, oci, refusals } from "./reading";

describe("what is read", () => {
  // biome-ignore format: one case a line
  test.each<[string, string, object]>([
    ["groups", oci({ principal: { groups: ["a", "us/b"] } }), { principal: { kind: "groups", groups: ["a", "us/b"] } }],
    ["a user in no group", oci({ principal: { groups: [] } }), { principal: { kind: "groups", groups: [] } }],
    ["a user", oci({ principal: { user: "us/ann" } }), { principal: { kind: "user", user: "us/ann" } }],
    ["dynamic groups", oci({ principal: { dynamicGroups: ["dg"] } }), { principal: { kind: "dynamic-groups", dynamicGroups: ["dg"] } }],
    ["a service", oci({ principal: { service: "objectstorage-us-phoenix-1" } }), { principal: { kind: "service", service: "objectstorage-us-phoenix-1" } }],
    ["nobody", oci({ principal: { anonymous: true } }), { principal: { kind: "anonymous" } }],
    ["a resource by its type", oci({ principal: { resource: "workload" } }), { principal: { kind: "resource", type: "workload" } }],
    [
      "… in a compartment",
      oci({ principal: { resource: "fnfunc in us:app" } }),
      { principal: { kind: "resource", type: "fnfunc", compartment: ["us", "app"] } },
    ],
    ["a principal by address", oci({ principal: { address: "tenancy/oci_identity_user.ann" } }), { principal: { kind: "address", address: "tenancy/oci_identity_user.ann" } }],
    ["a permission in lower case", oci({ permission: "object_read" }), { permission: "OBJECT_READ" }],
    ["a compartment", oci({ target: { compartment: "us:stores:media" } }), { target: { kind: "compartment", path: ["us", "stores", "media"] } }],
    ["the root", oci({ target: { compartment: "tenancy" } }), { target: { kind: "compartment", path: [] } }],
    ["the root in capitals", oci({ target: { compartment: "Tenancy" } }), { target: { kind: "compartment", path: [] } }],
    ["a compartment below one called tenancy", oci({ target: { compartment: "tenancy:a" } }), { target: { kind: "compartment", path: ["tenancy", "a"] } }],
    ["a compartment with every character that one may have", oci({ target: { compartment: "a-B_c.9" } }), { target: { kind: "compartment", path: ["a-B_c.9"] } }],
    ["a compartment called __proto__", oci({ target: { compartment: "__proto__" } }), { target: { kind: "compartment", path: ["__proto__"] } }],
    ["a target by address", oci({ target: { address: "oci_objectstorage_bucket.media" } }), { target: { kind: "address", address: "oci_objectstorage_bucket.media" } }],
    ["a target in a module and a loop", oci({ target: { address: 's/module.m["a/b c"].oci_kms_key.k[0]' } }), { target: { kind: "address", address: 's/module.m["a/b c"].oci_kms_key.k[0]' } }],
    ["a variable", oci({ variables: { "target.bucket.name": "media" } }), { variables: new Map([["target.bucket.name", "media"]]) }],
    ["an empty variable", oci({ variables: { "target.bucket.name": "" } }), { variables: new Map([["target.bucket.name", ""]]) }],
    ["a variable with several values", oci({ variables: { "request.networkSource.name": ["a", "b"] } }), { variables: new Map([["request.networkSource.name", ["a", "b"]]]) }],
    ["a variable with no value", oci({ variables: { "request.networkSource.name": [] } }), { variables: new Map([["request.networkSource.name", []]]) }],
    ["a variable in other case", oci({ variables: { "REQUEST.region": "phx" } }), { variables: new Map([["REQUEST.region", "phx"]]) }],
    ["a tag", oci({ variables: { "target.resource.tag.us-data.store": "primary" } }), { variables: new Map([["target.resource.tag.us-data.store", "primary"]]) }],
    ["no variables", oci({ variables: undefined }), { variables: new Map() }],
    ["a role", aws({ principal: { role: "arn:aws:iam::111122223333:role/us/us-sre" } }), { principal: { kind: "role", arn: "arn:aws:iam::111122223333:role/us/us-sre" } }],
    ["an IAM user", aws({ principal: { user: "arn:aws:iam::111122223333:user/ann" } }), { principal: { kind: "user", arn: "arn:aws:iam::111122223333:user/ann" } }],
    ["the root user", aws({ principal: { user: "arn:aws:iam::111122223333:root" } }), { principal: { kind: "root", arn: "arn:aws:iam::111122223333:root" } }],
    ["an AWS service", aws({ principal: { service: "cloudtrail.amazonaws.com" } }), { principal: { kind: "service", service: "cloudtrail.amazonaws.com" } }],
    [
      "whom a provider vouches for",
      aws({ principal: { identityProvider: "accounts.google.com" } }),
      { principal: { kind: "web-identity", provider: "accounts.google.com" } },
    ],
    ["a caller without credentials", aws({ principal: { anonymous: true } }), { principal: { kind: "anonymous" } }],
    ["a role by address", aws({ principal: { address: "backup/aws_iam_role.us_sre" } }), { principal: { kind: "address", address: "backup/aws_iam_role.us_sre" } }],
    ["an object", aws({ target: { arn: "arn:aws:s3:::b/a b:c" } }), { target: { kind: "arn", arn: "arn:aws:s3:::b/a b:c" } }],
    ["a resource of another partition", aws({ target: { arn: "arn:aws-us-gov:s3:::b" } }), { target: { kind: "arn", arn: "arn:aws-us-gov:s3:::b" } }],
    ["no resource", aws({ target: { arn: "*" } }), { target: { kind: "arn", arn: "*" } }],
    ["a bucket by address", aws({ target: { address: "virginia/aws_s3_bucket.b" } }), { target: { kind: "address", address: "virginia/aws_s3_bucket.b" } }],
    ["a global condition key", aws({ variables: { "aws:SourceIp": "192.0.2.1" } }), { variables: new Map([["aws:SourceIp", "192.0.2.1"]]) }],
    ["a condition key in other case", aws({ variables: { "AWS:sourceip": "192.0.2.1" } }), { variables: new Map([["AWS:sourceip", "192.0.2.1"]]) }],
    ["a key of a tag", aws({ variables: { "aws:PrincipalTag/team": "sre" } }), { variables: new Map([["aws:PrincipalTag/team", "sre"]]) }],
    ["a key of an encryption context", aws({ variables: { "kms:EncryptionContext:aws:s3:arn": "x" } }), { variables: new Map([["kms:EncryptionContext:aws:s3:arn", "x"]]) }],
    ["a key with several values", aws({ variables: { "aws:TagKeys": ["a", "b"] } }), { variables: new Map([["aws:TagKeys", ["a", "b"]]]) }],
  ])("%s", (_, text, expected) => expect(first(text).request).toMatchObject(expected));

  test.each(["allowed", "denied", "undecided"])("the expected answer %s", (expected) =>
    expect(first(oci({ expected }))).toMatchObject({ expected }),
  );
  test("a note", () => expect(first(oci({ note: "why" }))).toMatchObject({ note: "why" }));
});

describe("a file", () => {
  const [one, other] = [oci({}), oci({ permission: "OBJECT_INSPECT" })];
  const lines = (text: string) => {
    const read = readRequests(text, "f");
    return "rows" in read
      ? read.rows.map(({ line }) => line)
      : read.diagnostics.map(({ line, message }) => `${line}: ${message}`);
  };
  // biome-ignore format: one case a line
  test.each<[string, string, (string | number)[]]>([
    ["of one request on a line", one, [1]],
    ["of one request on several lines", JSON.stringify(JSON.parse(one), null, 2), [1]],
    ["of requests, one a line", `${one}\n${other}\n`, [1, 2]],
    ["of requests on lines that end with CRLF", `${one}\r\n${other}\r\n`, [1, 2]],
    ["of requests with blank lines around them", `\n \n${one}\n\t\n${other}`, [3, 5]],
    ["with a mistake on each line", `${one}\n{"a": 1}\n[]`, ['2: unknown key "a" in a request', '2: a request lacks "principal"', '2: a request lacks "target"']],
    ["with a mistake far down in a request on several lines", JSON.stringify({ ...JSON.parse(one), permission: 1 }, null, 2), ["7: expected a string for permission, found a number"]],
    ["with two requests on a line", `${one} ${other}`, [`1: expected the end of the text, found "{"`]],
    ["of nothing", "", ["undefined: there is no request in this file"]],
    ["of blanks", " \n\t\r\n", ["undefined: there is no request in this file"]],
  ])("%s", (_, text, expected) => expect(lines(text).slice(0, 3)).toEqual(expected));
});

describe("what is refused", () => {
  test.each(refusals)("%s", (_, [text, at, message, help, options]) => {
    const read = readRequests(text, "requests.json", options);
    const [diagnostic] = "diagnostics" in read ? read.diagnostics : [];
    expect(diagnostic).toMatchObject({ file: "requests.json", line: 1, message });
    expect(diagnostic?.help).toBe(help);
    expect(text.slice((diagnostic?.column ?? 0) - 1, (diagnostic?.column ?? 0) - 1 + at.length)).toBe(at);
  });

  test("all at once, each at its place", () => {
    const read = readRequests(oci({ principal: {}, permission: "X", target: { compartment: "" } }), "f");
    expect("diagnostics" in read && read.diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ["request/missing", "principal"],
      ["request/unknown-permission", "permission"],
      ["request/empty", "target.compartment"],
    ]);
  });
});
