import { describe, expect, test } from "@jest/globals";
import type { Principal, Target } from "../../../src/estate";
import { domainName, estateOfStatements, type OciEstate } from "../../../src/simulate/oci";
import { NO_ADDRESSES, resolveAws, resolveOci } from "../../../src/simulate/request/resolve";
import { aws, first, oci } from "./reading";

const AT = new Date("2026-01-31T12:34:56.789Z");
const nobody = estateOfStatements([]);
const ESTATE: OciEstate = {
  ...nobody,
  tenancy: {
    ...nobody.tenancy,
    users: [{ name: domainName("us/ann"), id: "ocid1.user.oc1..ann", groups: [domainName("us/readers")] }],
  },
};
const ADDRESSES = {
  principal: (address: string) =>
    new Map<string, Principal>([
      ["oci_identity_user.ann", { cloud: "oci", principal: { kind: "user", groups: [domainName("us/readers")] } }],
      [
        "aws_iam_role.r",
        { cloud: "aws", principal: { kind: "session", role: "arn:aws:iam::111122223333:role/r", policies: [] } },
      ],
    ]).get(address),
  target: (address: string) =>
    new Map<string, Target>([
      [
        "oci_objectstorage_bucket.b",
        { cloud: "oci", target: { compartment: ["us"] }, variables: new Map([["target.bucket.name", "b"]]) },
      ],
      ["aws_s3_bucket.b", { cloud: "aws", resource: "arn:aws:s3:::b", context: new Map([["aws:ResourceTag/team", ["sre"]]]) }],
    ]).get(address),
};

/** A request of either cloud as its evaluator takes it, or the address that leads nowhere. */
function resolved(text: string, addresses = ADDRESSES) {
  const { request } = first(text);
  const found = request.cloud === "oci" ? resolveOci(request, ESTATE, addresses, AT) : resolveAws(request, addresses, AT);
  return "request" in found ? found.request : found.unknownAddress;
}

const IAM = "arn:aws:iam::111122223333";

describe("a principal", () => {
  // biome-ignore format: one case a line
  test.each<[string, string, object]>([
    ["of groups is a user in them", oci({ principal: { groups: ["a", "us/b"] } }), { kind: "user", groups: [domainName("a"), domainName("us/b")] }],
    ["by its name has the groups that the estate says", oci({ principal: { user: "us/ann" } }), { kind: "user", id: "ocid1.user.oc1..ann", groups: [domainName("us/readers")] }],
    ["by its id as well", oci({ principal: { user: "ocid1.user.oc1..ann" } }), { kind: "user", name: domainName("us/ann"), groups: [domainName("us/readers")] }],
    ["of another domain is somebody else", oci({ principal: { user: "ann" } }), { kind: "user", name: domainName("ann"), groups: { unknown: 'nothing that was read says which groups hold the user "ann"' } }],
    ["with an id that nobody has", oci({ principal: { user: "ocid1.user.oc1..x" } }), { kind: "user", id: "ocid1.user.oc1..x", groups: { unknown: expect.anything() } }],
    ["of dynamic groups is a resource in them", oci({ principal: { dynamicGroups: ["dg"] } }), { kind: "resource", dynamicGroups: [domainName("dg")] }],
    ["that is a service", oci({ principal: { service: "blockstorage" } }), { kind: "service", name: "blockstorage" }],
    ["that is nobody", oci({ principal: { anonymous: true } }), { kind: "anonymous" }],
    ["by its address", oci({ principal: { address: "oci_identity_user.ann" } }), { kind: "user", groups: [domainName("us/readers")] }],
    ["that is a role is a session of it", aws({ principal: { role: `${IAM}:role/r` } }), { kind: "session", role: `${IAM}:role/r`, policies: [] }],
    ["that is an IAM user", aws({ principal: { user: `${IAM}:user/u` } }), { kind: "user", arn: `${IAM}:user/u` }],
    ["that is a root user", aws({ principal: { user: `${IAM}:root` } }), { kind: "root", account: "111122223333" }],
    ["that is a service of AWS", aws({ principal: { service: "s3.amazonaws.com" } }), { kind: "service", name: "s3.amazonaws.com" }],
    ["that is nobody to AWS", aws({ principal: { anonymous: true } }), { kind: "anonymous" }],
    ["that is a role by its address", aws({ principal: { address: "aws_iam_role.r" } }), { kind: "session", role: `${IAM}:role/r` }],
  ])("%s", (_, text, principal) => expect(resolved(text)).toMatchObject({ principal }));
});

describe("a target", () => {
  // biome-ignore format: one case a line
  test.each<[string, string, object]>([
    ["by its compartment", oci({ target: { compartment: "us:a" } }), { target: { compartment: ["us", "a"] } }],
    ["that is the root", oci({ target: { compartment: "tenancy" } }), { target: { compartment: [] } }],
    ["by its address", oci({ target: { address: "oci_objectstorage_bucket.b" } }), { target: { compartment: ["us"] } }],
    ["by its ARN", aws({ target: { arn: "arn:aws:s3:::x/y" } }), { resource: "arn:aws:s3:::x/y" }],
    ["of AWS by its address", aws({ target: { address: "aws_s3_bucket.b" } }), { resource: "arn:aws:s3:::b" }],
  ])("%s", (_, text, target) => expect(resolved(text)).toMatchObject(target));
});

describe("variables", () => {
  const TIME = ["request.utc-timestamp", "2026-01-31T12:34:56Z"];
  const AWS_TIME = [
    ["aws:CurrentTime", ["2026-01-31T12:34:56Z"]],
    ["aws:EpochTime", ["1769862896"]],
  ];
  const BUCKET = { address: "oci_objectstorage_bucket.b" };
  // biome-ignore format: one case a line
  test.each<[string, string, unknown[]]>([
    ["have the time", oci({}), [TIME]],
    ["of the request win over the time, in any case", oci({ variables: { "Request.UTC-Timestamp": "2027-01-01T00:00:00Z" } }), [["Request.UTC-Timestamp", "2027-01-01T00:00:00Z"]]],
    ["come from the target", oci({ target: BUCKET }), [TIME, ["target.bucket.name", "b"]]],
    ["of the request win over the target's", oci({ target: BUCKET, variables: { "target.bucket.name": "c" } }), [TIME, ["target.bucket.name", "c"]]],
    ["of AWS have the time twice", aws({}), AWS_TIME],
    ["of AWS are lists", aws({ variables: { "aws:SourceIp": "192.0.2.1", "aws:TagKeys": ["a", "b"] } }), [...AWS_TIME, ["aws:SourceIp", ["192.0.2.1"]], ["aws:TagKeys", ["a", "b"]]]],
    ["of AWS come from the target, and the request wins", aws({ target: { address: "aws_s3_bucket.b" }, variables: { "aws:resourcetag/TEAM": "x" } }), [...AWS_TIME, ["aws:resourcetag/TEAM", ["x"]]]],
  ])("%s", (_, text, expected) => {
    const request = resolved(text);
    if (typeof request === "string") throw new Error(request);
    expect([...("context" in request ? request.context : request.variables)]).toEqual(expected);
  });
});

describe("an address leads nowhere", () => {
  // biome-ignore format: one case a line
  test.each<[string, string, string]>([
    ["where nothing stands", oci({ principal: { address: "a.b" } }), "a.b"],
    ["where a target of nothing stands", oci({ target: { address: "a.c" } }), "a.c"],
    ["where a principal of the other cloud stands", oci({ principal: { address: "aws_iam_role.r" } }), "aws_iam_role.r"],
    ["where a target of the other cloud stands", aws({ target: { address: "oci_objectstorage_bucket.b" } }), "oci_objectstorage_bucket.b"],
    ["where AWS has no principal", aws({ principal: { address: "oci_identity_user.ann" } }), "oci_identity_user.ann"],
  ])("%s", (_, text, address) => expect(resolved(text)).toBe(address));

  test("of statements alone", () => {
    expect(resolved(oci({ target: { address: "oci_objectstorage_bucket.b" } }), NO_ADDRESSES)).toBe("oci_objectstorage_bucket.b");
  });
});
