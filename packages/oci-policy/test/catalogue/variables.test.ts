import { describe, expect, test } from "@jest/globals";
import { isTagVariable, variable } from "../../src/index";

describe("variables", () => {
  test.each([
    ["target.bucket.name", { type: "string", service: "objectstorage", appliesTo: ["buckets", "objects"], certainty: "D" }],
    ["TARGET.Bucket.Name", { name: "target.bucket.name" }],
    ["request.groups.id", { type: "list of entity", service: "general", appliesTo: [], notWith: [] }],
    ["target.policy.name", { notWith: ["ListPolicies"] }],
    ["target.bucket.tag.fin.class", { name: "target.bucket.tag.fin.class", notWith: ["CreateBucket", "ListBuckets"] }],
    ["target.resource.tag.a.b", { name: "target.resource.tag.a.b" }],
    ["target.rule.type", { certainty: "S" }],
    ["target.bucket.name", { sources: [expect.stringContaining("objectstoragepolicyreference")] }],
    ["request.ipv4.ipaddress", { note: expect.stringContaining("deprecated") }],
  ])("%s: %j", (name, facts) => expect(variable(name)).toMatchObject(facts));

  test.each(["target.bucket.nam", "target.bucket.tag.fin", "target.bucket.tag", "", "constructor", "__proto__"])(
    "%j is none",
    (name) => {
      expect(variable(name)).toBeUndefined();
    },
  );
});

test.each([
  ["target.resource.tag.a.b", true],
  ["Target.Resource.Tag.A.B", true],
  ["target.resource.compartment.tag.a.b", true],
  ["request.principal.group.tag.a.b", true],
  ["target.resource.tag.a", false],
  ["target.resource.tag.a.b.c", false],
  ["target.bucket.name", false],
])("%s names a tag: %j", (name, is) => expect(isTagVariable(name)).toBe(is));
