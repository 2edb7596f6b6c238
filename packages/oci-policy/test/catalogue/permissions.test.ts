import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import catalogue from "../../data/permissions.json";
import { isPermission, isVariable, permissionsOf, servicesOf, VERBS } from "../../src/index";

fc.configureGlobal({ seed: 4 });

const TYPES = Object.keys(catalogue.resourceTypes);
const FAMILIES = Object.entries(catalogue.families as Record<string, readonly string[]>);
const anyType = fc.constantFrom(...TYPES, ...FAMILIES.map(([name]) => name));
/** Names that every JavaScript object answers to. */
const INHERITED = ["constructor", "toString", "hasOwnProperty", "__proto__", "valueOf"];

describe("verbs", () => {
  // Source: OCI documentation, the policy references of Object Storage, Vault, IAM and Audit.
  test.each([
    ["inspect", "objects", ["OBJECT_INSPECT"]],
    ["read", "objects", ["OBJECT_INSPECT", "OBJECT_READ"]],
    ["use", "objects", ["OBJECT_INSPECT", "OBJECT_READ", "OBJECT_OVERWRITE"]],
    ["use", "buckets", ["BUCKET_INSPECT", "BUCKET_READ", "BUCKET_UPDATE"]],
    ["read", "secret-bundles", ["SECRET_BUNDLE_INSPECT", "SECRET_BUNDLE_READ"]],
    ["inspect", "policies", ["POLICY_READ"]],
    ["use", "policies", ["POLICY_READ"]],
    ["inspect", "audit-events", []],
    ["manage", "audit-events", ["AUDIT_EVENT_READ"]],
  ] as const)("%s %s carries exactly %j", (verb, type, expected) => expect(permissionsOf(verb, type)).toEqual(expected));

  test("are cumulative on every type and family: inspect ⊂ read ⊂ use ⊂ manage", () => {
    fc.assert(
      fc.property(anyType, fc.integer({ min: 1, max: 3 }), (type, level) => {
        const less = permissionsOf(VERBS[level - 1] as "inspect", type) as readonly string[];
        const more = permissionsOf(VERBS[level] as "read", type) as readonly string[];
        expect(less.filter((permission) => !more.includes(permission))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(TYPES)("on %s carry known permissions, each once", (type) => {
    const permissions = permissionsOf("manage", type) as readonly string[];
    expect(permissions.filter((permission) => !/^[A-Z][A-Z0-9_]+$/.test(permission) || !isPermission(permission))).toEqual([]);
    expect(new Set(permissions).size).toBe(permissions.length);
  });
});

describe("families", () => {
  test.each([
    ["object-family", "OBJECT_READ", "BUCKET_READ"],
    ["secret-family", "SECRET_READ", "SECRET_BUNDLE_READ"],
    ["virtual-network-family", "VCN_READ", "SUBNET_READ"],
  ])("%s reads %s and %s", (family, ...permissions) => {
    expect(permissionsOf("read", family)).toEqual(expect.arrayContaining(permissions));
  });

  test.each(FAMILIES)("%s carries what its members carry, and no more", (family, members) => {
    for (const verb of VERBS) {
      const together = members.flatMap((member) => permissionsOf(verb, member) as readonly string[]);
      expect([...(permissionsOf(verb, family) as readonly string[])].sort()).toEqual([...new Set(together)].sort());
    }
  });
});

describe("what the catalogue doesn't know", () => {
  test.each(["bucketz", "", "Objects", "all-resources", ...INHERITED])("as a type, %j carries nothing that is known", (type) => {
    for (const verb of VERBS) expect(permissionsOf(verb, type)).toBeUndefined();
  });

  test.each(["OBJECT_REED", "", "object_read", "OBJECT_READ ", ...INHERITED])("%j is no permission, of no service", (name) => {
    expect(isPermission(name)).toBe(false);
    expect(servicesOf(name)).toEqual([]);
  });

  test.each(["target.bucket.nam", "", "request.", ...INHERITED])("%j is no variable", (name) => {
    expect(isVariable(name)).toBe(false);
  });
});

describe("services", () => {
  test.each([
    ["OBJECT_READ", ["objectstorage"]],
    ["AUTONOMOUS_DATABASE_INSPECT", ["database"]],
    ["KEY_DECRYPT", ["kms"]],
    ["SECRET_BUNDLE_READ", ["kms"]],
    ["POLICY_UPDATE", ["identity"]],
    ["REPOSITORY_READ", ["artifacts"]],
  ])("%s is of %j", (permission, services) => {
    expect(isPermission(permission)).toBe(true);
    expect(servicesOf(permission)).toEqual(services);
  });

  test("every permission of every type is of the type's service", () => {
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), (type) => {
        const { service } = catalogue.resourceTypes[type as "buckets"];
        for (const permission of permissionsOf("manage", type) ?? []) expect(servicesOf(permission)).toContain(service);
      }),
    );
  });
});

test.each([
  ...["request.region", "request.operation", "request.networkSource.name", "request.utc-timestamp.day-of-week"],
  ...["request.utc-timestamp.time-of-day", "target.bucket.name", "target.secret.name", "target.policy.type"],
])("%s is a variable", (name) => expect(isVariable(name)).toBe(true));
