import { describe, expect, test } from "@jest/globals";
import { ask } from "../support/ask";
import { plan, state } from "../support/plans";
import type { Documents } from "../support/stacks";

const TENANCY = "ocid1.tenancy.oc1..t";
const provider = { oci: [{ region: "us-phoenix-1", tenancy_ocid: TENANCY }] };
const stack = (resource: object, more: object = {}) => ({ provider, resource, ...more });

/** A tenancy with the compartments stores and stores:media, and a bucket in the latter. */
const COMPARTMENTS = {
  oci_identity_compartment: {
    stores: { compartment_id: TENANCY, name: "stores", description: "d" },
    media: { compartment_id: "${oci_identity_compartment.stores.id}", name: "media", description: "d" },
  },
};
const BUCKET = {
  oci_objectstorage_bucket: {
    media: { compartment_id: "${oci_identity_compartment.media.id}", namespace: "ns", name: "user-media" },
  },
};
const policy = (compartment: string, ...statements: readonly string[]) => ({
  oci_identity_policy: { p: { compartment_id: compartment, name: "p", description: "d", statements } },
});
const READ = { permission: "OBJECT_READ", target: { address: "a/oci_objectstorage_bucket.media" } };
const READERS = { principal: { groups: ["readers"] }, ...READ };

/** The answer about members of `readers` where this stands in a stack with the compartments and the bucket. */
const readersAre = (resource: object, more: object = {}): Documents => ({
  "a.tf.json": stack({ ...COMPARTMENTS, ...BUCKET, ...resource }, more),
});

describe("a policy", () => {
  const STORES = "${oci_identity_compartment.stores.id}";
  test.each<[string, Documents, string]>([
    [
      "at the root covers what is below",
      readersAre(policy(TENANCY, "allow group readers to read objects in tenancy")),
      "allowed",
    ],
    [
      "that doesn't reach so far doesn't",
      readersAre(policy(TENANCY, "allow group readers to inspect objects in tenancy")),
      "denied",
    ],
    [
      "names a path from the root",
      readersAre(policy(TENANCY, "allow group readers to read objects in compartment stores:media")),
      "allowed",
    ],
    [
      "attached below the root names a path from there",
      readersAre(policy(STORES, "allow group readers to read objects in compartment media")),
      "allowed",
    ],
    [
      "names the compartment by a reference to its id",
      readersAre(policy(TENANCY, "allow group readers to read objects in compartment id ${oci_identity_compartment.media.id}")),
      "allowed",
    ],
    [
      "names another compartment by a reference to its id",
      readersAre({
        oci_identity_compartment: {
          ...COMPARTMENTS.oci_identity_compartment,
          other: { compartment_id: TENANCY, name: "other", description: "d" },
        },
        ...policy(TENANCY, "allow group readers to read objects in compartment id ${oci_identity_compartment.other.id}"),
      }),
      "denied",
    ],
    [
      "names the bucket by a reference to its name",
      readersAre(
        policy(
          TENANCY,
          "allow group readers to read objects in tenancy where target.bucket.name = '${oci_objectstorage_bucket.media.name}'",
        ),
      ),
      "allowed",
    ],
    [
      "names another bucket",
      readersAre(policy(TENANCY, "allow group readers to read objects in tenancy where target.bucket.name = 'logs'")),
      "denied",
    ],
    [
      "takes its statements from a local",
      readersAre(
        { oci_identity_policy: { p: { compartment_id: TENANCY, name: "p", description: "d", statements: "${local.s}" } } },
        { locals: { s: ["allow group ${local.who} to read objects in tenancy"], who: "readers" } },
      ),
      "allowed",
    ],
    [
      "takes them from a variable's default",
      readersAre(policy(TENANCY, "${var.s}"), {
        variable: { s: { default: "allow group readers to read objects in tenancy" } },
      }),
      "allowed",
    ],
    [
      "takes them from a variable that nobody has set",
      readersAre(policy(TENANCY, "${var.s}"), { variable: { s: {} } }),
      "undecided",
    ],
    [
      "makes them with a function",
      readersAre(
        policy(TENANCY, '${format("allow group %s to read objects in %s", "readers", join(" ", ["compartment", "stores"]))}'),
      ),
      "allowed",
    ],
    ["makes them with a function that isn't followed", readersAre(policy(TENANCY, '${file("statements.txt")}')), "undecided"],
    [
      "makes them one by one",
      readersAre({
        oci_identity_policy: {
          p: {
            compartment_id: TENANCY,
            name: "p",
            description: "d",
            statements: '${[for g in ["writers", "readers"] : "allow group ${g} to read objects in tenancy"]}',
          },
        },
      }),
      "allowed",
    ],
    [
      "that doesn't parse could say anything",
      readersAre(policy(TENANCY, "allow group readers too read objects in tenancy")),
      "undecided",
    ],
    [
      "that there are none of",
      readersAre({
        oci_identity_policy: {
          p: {
            count: 0,
            compartment_id: TENANCY,
            name: "p",
            description: "d",
            statements: ["allow group readers to read objects in tenancy"],
          },
        },
      }),
      "denied",
    ],
    [
      "there may be any number of",
      readersAre({
        oci_identity_policy: {
          p: {
            count: "${var.n}",
            compartment_id: TENANCY,
            name: "p",
            description: "d",
            statements: ["allow group readers to read objects in tenancy"],
          },
        },
      }),
      "undecided",
    ],
    [
      "there is one of for each group",
      readersAre({
        oci_identity_policy: {
          p: {
            for_each: '${toset(["readers"])}',
            compartment_id: TENANCY,
            name: "p-${each.key}",
            description: "d",
            statements: ["allow group ${each.value} to read objects in tenancy"],
          },
        },
      }),
      "allowed",
    ],
    [
      "denies what another allows",
      readersAre(
        policy(
          TENANCY,
          "allow group readers to read objects in tenancy",
          "deny group readers to read objects in compartment stores",
        ),
      ),
      "denied",
    ],
  ])("%s", (_, documents, decision) => expect(ask(documents, READERS).decision).toBe(decision));

  test("of another stack counts, with a group that a third makes, named by its name", () => {
    const documents = {
      ...readersAre({}),
      "b.tf.json": stack(policy(TENANCY, "allow group readers to read objects in tenancy")),
      "c.tf.json": stack({ oci_identity_group: { r: { name: "readers", description: "d" } } }),
    };
    expect(ask(documents, { principal: { address: "c/oci_identity_group.r" }, ...READ })).toMatchObject({
      decision: "allowed",
      by: [{ address: "b/oci_identity_policy.p" }],
    });
  });
});

describe("a principal", () => {
  const readable = policy(TENANCY, "allow group readers to read objects in tenancy");
  const user = { oci_identity_user: { ann: { name: "ann", description: "d" } } };
  const group = { oci_identity_group: { r: { name: "readers", description: "d" } } };
  const membership = {
    oci_identity_user_group_membership: { m: { user_id: "${oci_identity_user.ann.id}", group_id: "${oci_identity_group.r.id}" } },
  };
  const domain = {
    oci_identity_domain: {
      us: { compartment_id: TENANCY, display_name: "us", description: "d", home_region: "us-phoenix-1", license_type: "free" },
    },
    oci_identity_domains_group: {
      r: { idcs_endpoint: "${oci_identity_domain.us.url}", display_name: "readers", schemas: ["s"] },
    },
  };
  const ANN = { address: "a/oci_identity_user.ann" };
  test.each<[string, Documents, object, string]>([
    ["is in the group that a membership names", readersAre({ ...readable, ...user, ...group, ...membership }), ANN, "allowed"],
    ["is in no group", readersAre({ ...readable, ...user, ...group }), ANN, "denied"],
    [
      "of another domain is somebody else",
      readersAre({ ...readable, ...domain }),
      { address: "a/oci_identity_domains_group.r" },
      "denied",
    ],
    [
      "of another domain, named with it",
      readersAre({ ...policy(TENANCY, "allow group us/readers to read objects in tenancy"), ...domain }),
      { address: "a/oci_identity_domains_group.r" },
      "allowed",
    ],
    [
      "is a group by its id",
      readersAre({
        ...group,
        ...policy(TENANCY, "allow group id ${oci_identity_group.r.id} to read objects in tenancy"),
      }),
      { address: "a/oci_identity_group.r" },
      "allowed",
    ],
  ])("%s", (_, documents, principal, decision) => expect(ask(documents, { principal, ...READ }).decision).toBe(decision));

  const app = (compartment: string) => ({
    oci_container_instances_container_instance: {
      app: { compartment_id: compartment, availability_domain: "ad", shape: "s" },
    },
    oci_identity_dynamic_group: {
      app: {
        compartment_id: TENANCY,
        name: "app",
        description: "d",
        matching_rule:
          "ALL {resource.type = 'computecontainerinstance', resource.compartment.id = '${oci_identity_compartment.stores.id}'}",
      },
    },
    ...policy(TENANCY, "allow dynamic-group app to read objects in tenancy"),
  });
  test.each([
    ["where the rule says", "${oci_identity_compartment.stores.id}", "allowed"],
    ["elsewhere", TENANCY, "denied"],
    ["where nobody knows", "${var.compartment}", "undecided"],
  ])("is a resource %s", (_, compartment, decision) =>
    expect(
      ask(readersAre(app(compartment)), {
        principal: { address: "a/oci_container_instances_container_instance.app" },
        ...READ,
      }).decision,
    ).toBe(decision),
  );
});

describe("a network source", () => {
  const source = (addresses: unknown) => ({
    oci_identity_network_source: {
      office: { compartment_id: TENANCY, name: "office", description: "d", public_source_list: addresses },
    },
    ...policy(TENANCY, "allow group readers to read objects in tenancy where request.networkSource.name = 'office'"),
  });
  test.each([
    ["from inside", ["203.0.113.0/24"], "203.0.113.7", "allowed"],
    ["from outside", ["203.0.113.0/24"], "198.51.100.7", "denied"],
    ["of addresses that nobody knows", "${var.addresses}", "203.0.113.7", "undecided"],
  ])("%s", (_, addresses, address, decision) =>
    expect(ask(readersAre(source(addresses)), { ...READERS, variables: { "request.ipv4.ipaddress": address } }).decision).toBe(
      decision,
    ),
  );
});

describe("plans and states", () => {
  const values = {
    "oci_identity_compartment.stores": { id: "ocid1.compartment.oc1..s", compartment_id: TENANCY, name: "stores" },
    "oci_objectstorage_bucket.media": { compartment_id: "ocid1.compartment.oc1..s", namespace: "ns", name: "user-media" },
    "oci_identity_policy.p": {
      compartment_id: TENANCY,
      name: "p",
      statements: ["allow group readers to read objects in compartment id ocid1.compartment.oc1..s"],
    },
  };
  const changes = Object.entries(values).map(([address, after]) => ({ address, after }));
  const planned = (policyChange: object) =>
    plan({ changes: changes.map((one) => (one.address === "oci_identity_policy.p" ? { ...one, ...policyChange } : one)) });
  test.each<[string, unknown, string]>([
    ["a state says what there is", state(values), "allowed"],
    ["a plan says what there will be", plan({ changes }), "allowed"],
    [
      "a policy that the plan destroys is gone",
      planned({ actions: ["delete"], before: values["oci_identity_policy.p"], after: null }),
      "denied",
    ],
    [
      "statements that are known only after apply could say anything",
      planned({ after: { compartment_id: TENANCY, name: "p" }, unknown: { statements: true } }),
      "undecided",
    ],
    [
      "one statement that isn't known could, too",
      planned({
        after: { compartment_id: TENANCY, name: "p", statements: ["allow group others to read objects in tenancy", null] },
        unknown: { statements: [false, true] },
      }),
      "undecided",
    ],
  ])("%s", (_, document, decision) => expect(ask({ "a.json": document }, READERS).decision).toBe(decision));
});
