import { describe, expect, test } from "@jest/globals";
import { type OciTenancy, refusalsOf, simulateOci } from "../../../src/simulate/oci";
import { ask, estateWith, policy } from "./support/setting";

const reads = (location: string, at = "tenancy", changes: Partial<OciTenancy> = {}) =>
  estateWith([policy(at, `allow group readers to read objects in ${location}`)], changes);

/** Rules E10–E13: "Policy Attachment", "Policy Inheritance", "Policies and Compartments". */
describe("a statement covers its compartment and all below it, from where its policy is attached", () => {
  test.each([
    ["tenancy", "tenancy", "tenancy", "allowed"],
    ["tenancy", "tenancy", "stores", "allowed"],
    ["tenancy", "tenancy", "app:web:blue", "allowed"],
    ["compartment app", "tenancy", "app", "allowed"],
    ["compartment app", "tenancy", "app:web", "allowed"],
    ["compartment app", "tenancy", "app:web:blue", "allowed"],
    ["compartment app", "tenancy", "stores", "denied"],
    ["compartment app", "tenancy", "tenancy", "denied"],
    ["compartment APP", "tenancy", "app", "allowed"],
    ["compartment app:web", "tenancy", "app:web", "allowed"],
    ["compartment app:web", "tenancy", "app:web:blue", "allowed"],
    ["compartment app:web", "tenancy", "app", "denied"],
    ["compartment App:Web", "tenancy", "app:web", "allowed"],
    ["compartment app:web:blue", "tenancy", "app:web:blue", "allowed"],
    ["compartment app:web:blue", "tenancy", "app:web", "denied"],
    ["compartment web", "app", "app:web", "allowed"],
    ["compartment web", "app", "app:web:blue", "allowed"],
    ["compartment web", "app", "app", "denied"],
    ["compartment web:blue", "app", "app:web:blue", "allowed"],
    ["compartment web:blue", "app", "app:web", "denied"],
    ["compartment app", "app", "app", "allowed"],
    ["compartment app", "app", "app:web", "allowed"],
    ["compartment app", "app", "stores", "denied"],
    ["compartment blue", "app:web", "app:web:blue", "allowed"],
    ["compartment blue", "app:web:blue", "app:web:blue", "allowed"],
    ["compartment blue", "app:web:blue", "app:web", "denied"],
    ["compartment id ocid1.compartment.oc1..stores", "tenancy", "stores", "allowed"],
    ["compartment id ocid1.compartment.oc1..stores", "tenancy", "app", "denied"],
    ["compartment id OCID1.compartment.oc1..STORES", "tenancy", "stores", "allowed"],
    ["compartment id ocid1.compartment.oc1..web", "app", "app:web:blue", "allowed"],
    ["compartment id ocid1.compartment.oc1..app", "app", "app", "allowed"],
  ])("%s, attached to %s, on %s: %s", (location, at, where, decision) => {
    expect(ask(reads(location, at), "u1", "OBJECT_READ", where).decision).toBe(decision);
  });
});

describe("what the service refuses could mean anything below the attachment, and nothing beside it", () => {
  test.each([
    ["compartment web", "tenancy", "app:web", '"web" doesn\'t exist below the root'],
    ["compartment stores", "app", "app", '"stores" doesn\'t exist below "app"'],
    ["tenancy", "app", "app:web", '`tenancy` is above "app"'],
    ["compartment app:blue", "tenancy", "app", '"app:blue" doesn\'t exist'],
    ["compartment acme", "tenancy", "stores", '"acme" doesn\'t exist'],
    ["compartment id ocid1.compartment.oc1..nowhere", "tenancy", "stores", "no compartment has the id"],
    ["compartment id ocid1.compartment.oc1..stores", "app", "app", '"stores" isn\'t below "app"'],
  ])("%s, attached to %s, on %s: %s", (location, at, where, reason) => {
    const estate = reads(location, at);
    expect(refusalsOf(estate)).toEqual([expect.objectContaining({ message: expect.stringContaining(reason) })]);
    expect(ask(estate, "u1", "OBJECT_READ", where)).toMatchObject({
      decision: "undecided",
      because: expect.stringContaining("the service would refuse it"),
    });
    expect(ask(estate, "u2", "OBJECT_READ", where).decision).toBe("denied");
    if (at === "app") expect(ask(estate, "u1", "OBJECT_READ", "stores").decision).toBe("denied");
  });
});

describe("what can be read in two ways", () => {
  test.each([
    ["compartment app:web", "app", "app:web", "undecided"],
    ["compartment app:web", "app", "app", "denied"],
    ["compartment id ocid1.tenancy.oc1..t", "tenancy", "stores", "undecided"],
    ["compartment app:ocid1.compartment.oc1..web", "tenancy", "app:web", "undecided"],
    ["compartment app:ocid1.compartment.oc1..web", "tenancy", "stores", "undecided"],
  ])("%s, attached to %s, on %s: %s", (location, at, where, decision) => {
    expect(ask(reads(location, at), "u1", "OBJECT_READ", where).decision).toBe(decision);
  });

  test("a child that is called as the attachment itself", () => {
    const { compartments } = reads("tenancy").tenancy;
    const twins = [...compartments, { path: ["app", "app"], tags: new Map() }];
    const estate = reads("compartment app", "app", { compartments: twins });
    expect(ask(estate, "u1", "OBJECT_READ", "app:app").decision).toBe("allowed");
    expect(ask(estate, "u1", "OBJECT_READ", "app:web").decision).toBe("undecided");
  });
});

describe("where not every compartment is known, a name is one that exists", () => {
  const open = { complete: false, compartments: [] };
  test.each([
    ["compartment a:b", "tenancy", "a:b:c", "allowed"],
    ["compartment a:b", "tenancy", "a", "denied"],
    ["compartment b", "a", "a:b", "allowed"],
    ["compartment a", "a", "a:x", "allowed"],
    ["compartment id ocid1.compartment.oc1..x", "tenancy", "a", "undecided"],
    ["compartment id ocid1.compartment.oc1..x", "a", "a:b", "undecided"],
    ["compartment id ocid1.compartment.oc1..x", "a", "b", "denied"],
  ])("%s, attached to %s, on %s: %s", (location, at, where, decision) => {
    expect(ask(reads(location, at, open), "u1", "OBJECT_READ", where).decision).toBe(decision);
  });
});

describe("a target whose compartment isn't known", () => {
  const target = { compartment: { unknown: "it is known only after apply" } };
  const principal = { kind: "user", groups: [{ domain: "Default", name: "readers" }] } as const;
  const answer = (location: string) =>
    simulateOci(reads(location), { principal, permission: "OBJECT_READ", target, variables: new Map() });

  test("is covered by a statement on the tenancy", () => expect(answer("tenancy").decision).toBe("allowed"));
  test("is perhaps covered by a statement on a compartment", () => {
    expect(answer("compartment stores")).toMatchObject({
      decision: "undecided",
      because: expect.stringContaining("since it is known only after apply"),
    });
  });
});
