import { describe, expect, test } from "@jest/globals";
import { shapeBlock } from "../../../src/schema/shape";
import type { ObjectValue } from "../../../src/schema/value";
import { OCI, rehearsed } from "../rehearsed";

const { read } = rehearsed();

const filter = (name: string, regex: boolean, ...values: string[]) => [{ name, regex, values }];

/** Whose answer would be a guess, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  oci_audit_events: "the world keeps no record of who called what",
  oci_kms_replication_status: "replications have no ids of their own here",
  oci_limits_limit_values: "a limit that isn't known must not look like one",
  oci_operator_access_control_operator_actions: "the actions of each resource type are not documented with their ids",
  oci_waf_protection_capabilities: "the list of capabilities changes with the service",
};

test("every data source is answered or refused by its name", () => {
  const types = Object.keys(OCI.schema.data_source_schemas);
  expect(types).toHaveLength(64);
  expect(types.filter((type) => !(type in OCI.dataSources)).sort()).toEqual(Object.keys(REFUSED).sort());
  expect(Object.keys(OCI.dataSources).filter((type) => !types.includes(type))).toEqual([]);
});

test.each(Object.entries(REFUSED))("%s is refused: %s", (type) => {
  expect(() => read(type, {})).toThrow(`no answer for the data source "${type}"`);
});

describe("a fact", () => {
  const cases: readonly [name: string, type: string, args: ObjectValue, region: string, expected: ObjectValue][] = [
    [
      "services are those of the region",
      "oci_core_services",
      { filter: filter("name", true, "All .* Services In Oracle Services Network") },
      "us-ashburn-1",
      { services: [{ cidr_block: "all-iad-services-in-oracle-services-network" }] },
    ],
    ["a pattern is no name", "oci_core_services", { filter: filter("name", false, "All .*") }, "us-ashburn-1", { services: [] }],
    [
      "an old region has three domains",
      "oci_identity_availability_domains",
      { compartment_id: "c" },
      "us-phoenix-1",
      { availability_domains: [{ name: "Rhsl:US-PHOENIX-1-AD-1" }, {}, {}] },
    ],
    [
      "a newer one has one",
      "oci_identity_availability_domains",
      { compartment_id: "c" },
      "us-sanjose-1",
      { availability_domains: [{ name: "Rhsl:US-SANJOSE-1-AD-1" }] },
    ],
    [
      "the region is subscribed",
      "oci_identity_region_subscriptions",
      { tenancy_id: "t" },
      "us-phoenix-1",
      { region_subscriptions: [{ region_key: "PHX", is_home_region: true }] },
    ],
    ["the tenancy has a home", "oci_identity_tenancy", { tenancy_id: "t" }, "us-phoenix-1", { home_region_key: "PHX" }],
    [
      "the namespace is the tenancy's",
      "oci_objectstorage_namespace",
      {},
      "us-phoenix-1",
      { namespace: expect.stringMatching(/^ax[a-z]{10}$/) as unknown as string },
    ],
    [
      "images are chosen by system",
      "oci_core_images",
      { compartment_id: "c", operating_system: "Oracle Linux", operating_system_version: "9" },
      "us-phoenix-1",
      { images: [{ state: "AVAILABLE" }] },
    ],
    [
      "a shape on Ampere has an image of its own",
      "oci_core_images",
      { compartment_id: "c", operating_system: "Canonical Ubuntu", shape: "VM.Standard.A1.Flex" },
      "us-phoenix-1",
      { images: [{ display_name: expect.stringContaining("aarch64") as unknown as string }] },
    ],
    [
      "there is no image of a system that Oracle doesn't build",
      "oci_core_images",
      { compartment_id: "c", operating_system: "Plan 9" },
      "us-phoenix-1",
      { images: [] },
    ],
    [
      "versions are chosen by workload",
      "oci_database_autonomous_db_versions",
      { compartment_id: "c", db_workload: "OLTP" },
      "us-phoenix-1",
      { autonomous_db_versions: [{ version: "19c" }, { version: "23ai" }] },
    ],
    [
      "a vantage point has its place",
      "oci_health_checks_vantage_points",
      { name: "aws-iad" },
      "us-phoenix-1",
      { health_checks_vantage_points: [{ geo: [{ country_code: "US" }] }] },
    ],
    [
      "a shape of a load balancer",
      "oci_load_balancer_shapes",
      { compartment_id: "c", filter: filter("name", false, "flexible") },
      "us-phoenix-1",
      { shapes: [{ name: "flexible" }] },
    ],
    [
      "a shape of a container",
      "oci_container_instances_container_instance_shapes",
      { compartment_id: "c", filter: filter("name", true, "E4") },
      "us-phoenix-1",
      { container_instance_shape_collection: [{ items: [{ name: "CI.Standard.E4.Flex" }] }] },
    ],
    [
      "a service with limits",
      "oci_limits_services",
      { compartment_id: "c", filter: filter("name", false, "kms") },
      "us-phoenix-1",
      { services: [{ name: "kms" }] },
    ],
    [
      "every tenancy has a first domain",
      "oci_identity_domains",
      { compartment_id: OCI.scope({})["tenancy"] ?? null, display_name: "Default" },
      "us-phoenix-1",
      { domains: [{ type: "DEFAULT" }] },
    ],
    [
      "every tenancy has administrators",
      "oci_identity_groups",
      { compartment_id: OCI.scope({})["tenancy"] ?? null },
      "us-phoenix-1",
      { groups: [{ name: "Administrators" }] },
    ],
    [
      "administrators may do everything",
      "oci_identity_policies",
      { compartment_id: OCI.scope({})["tenancy"] ?? null },
      "us-phoenix-1",
      { policies: [{ statements: ["ALLOW GROUP Administrators to manage all-resources IN TENANCY"] }] },
    ],
    [
      "a policy of security zones",
      "oci_cloud_guard_security_policies",
      { compartment_id: "t", filter: filter("friendly_name", false, "deny public_buckets") },
      "us-phoenix-1",
      {
        security_policy_collection: [
          {
            items: [
              { owner: "ORACLE", id: expect.stringMatching(/^ocid1\.securityzonessecuritypolicy\.oc1\.\./) as unknown as string },
            ],
          },
        ],
      },
    ],
    [
      "the recipe of security zones",
      "oci_cloud_guard_security_recipes",
      { compartment_id: "t" },
      "us-phoenix-1",
      {
        security_recipe_collection: [
          { items: [{ owner: "ORACLE", display_name: expect.stringContaining("Maximum Security Recipe") as unknown as string }] },
        ],
      },
    ],
  ];
  test.each(cases)("%s", (_name, type, args, region, expected) => {
    const answer = read(type, args, { region });
    expect(answer).toMatchObject(expected);
    expect(answer).toEqual(shapeBlock(OCI.schema.data_source_schemas[type]?.block ?? {}, answer));
    expect(read(type, args, { region })).toEqual(answer);
  });
});
