import { describe, expect, test } from "@jest/globals";
import catalogue from "../../data/permissions.json";
import { permission, resourceFamily, resourceType, typesCarrying } from "../../src/index";

describe("resource types", () => {
  test.each([
    ["objects", "objects", "D", true],
    ["OBJECTS", "objects", "D", true],
    ["object", "objects", "D", true],
    ["bucket", "buckets", "D", true],
    ["policy", "policies", "D", true],
    ["bastion", "bastion", "S", true],
    ["analytics-instance", "analytics-instance", "D", false],
    ["cloud-shell", "cloud-shell", "U", false],
  ])("%s is %s: certainty %s, complete %j", (name, canonical, certainty, complete) => {
    expect(resourceType(name)).toMatchObject({ name: canonical, certainty, complete });
  });

  test("one has its service, its verbs, from where content is read, and its page", () => {
    expect(resourceType("objects")).toMatchObject({
      service: "objectstorage",
      verbs: { read: ["OBJECT_READ"] },
      contentFrom: "read",
      source: "https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/objectstoragepolicyreference.htm",
    });
  });

  test("one by which no content is ever read says so", () => expect(resourceType("compartments")?.contentFrom).toBe("never"));

  test.each(["bukets", "", "object-family", "all-resources", "constructor", "__proto__"])("%j is none", (name) => {
    expect(resourceType(name)).toBeUndefined();
  });

  test.each(Object.keys(catalogue.aliases))("the spelling %s stands for a type or a family", (name) => {
    expect(resourceType(name) ?? resourceFamily(name)).toBeDefined();
  });
});

describe("families", () => {
  test.each([
    ["object-family", ["buckets", "objects"], "D"],
    ["OBJECT-FAMILY", ["buckets", "objects"], "D"],
  ])("%s has %j: certainty %s", (name, members, certainty) => {
    const family = resourceFamily(name);
    expect(family?.members.map((member) => member.name)).toEqual(expect.arrayContaining(members));
    expect(family?.certainty).toBe(certainty);
  });

  test.each(catalogue.unconfirmedFamilies)("which types belong to %s isn't confirmed, and says why", (name) => {
    expect(resourceFamily(name)).toMatchObject({ certainty: "U", note: expect.any(String) });
  });

  test.each(["objects", "", "all-resources", "toString"])("%j is none", (name) => expect(resourceFamily(name)).toBeUndefined());
});

describe("permissions", () => {
  test.each([
    ["OBJECT_READ", "D", ["objects"]],
    ["object_read", "D", ["objects"]],
    ["BASTION_USE", "S", ["bastion"]],
    ["VLAN_ATTACH", "U", []],
  ])("%s: certainty %s, of %j", (name, certainty, types) => {
    const found = permission(name);
    expect(found).toMatchObject({ name: name.toUpperCase(), certainty });
    expect(found?.types.map((type) => type.name)).toEqual(types);
    expect(found?.sources.length).toBe(types.length);
  });
  test.each(["OBJECT_REED", "", "constructor"])("%j is none", (name) => expect(permission(name)).toBeUndefined());
});

test.each([
  ["OBJECT_READ", ["objects"]],
  ["DATABASE_DELETE", ["data-guard-association", "databases"]],
  ["VLAN_ATTACH", []],
  ["constructor", []],
])("%s is carried by %j", (permission, types) => expect(typesCarrying(permission).map(({ name }) => name)).toEqual(types));
