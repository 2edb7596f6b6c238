import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Cloud } from "../../src/engine/cloud";
import { Refusal } from "../../src/engine/refusal";
import { mapBlock } from "../../src/schema/shape";
import type { Block, TypeJson } from "../../src/schema/types";
import { isList, isObject, type ObjectValue, type Value } from "../../src/schema/value";
import { REFERRED } from "./referred";
import { OCI, rehearsed } from "./rehearsed";

/** Regions with their realm and with what an OCID calls them. */
const PLACES: readonly [region: string, realm: string, place: string][] = [
  ["us-phoenix-1", "oc1", "phx"],
  ["eu-frankfurt-1", "oc1", "eu-frankfurt-1"],
  ["us-gov-ashburn-1", "oc3", "us-gov-ashburn-1"],
];

/** Made-up words pass here: enums that are refused at apply have tests of their own. */
const LENIENT: Cloud = {
  ...OCI,
  facts: Object.fromEntries(Object.entries(OCI.facts).map(([type, of]) => [type, { ...of, applyEnums: {} }])),
};

function sample(type: TypeJson, name: string, known: ReadonlyMap<string, Value>, word: string): Value {
  if (type === "number") return 1;
  if (type === "bool") return true;
  if (typeof type === "string") return known.get(name) ?? word;
  if (type[0] === "map" || type[0] === "object") return {};
  return [sample(type[1] as TypeJson, name.replace(/s$/, ""), known, word)];
}

/** What a type requires, and whatever names one of the known objects. */
const configured = (block: Block, known: ReadonlyMap<string, Value>, word: string): ObjectValue =>
  mapBlock(
    block,
    (name, type) => {
      const { required, optional } = block.attributes?.[name] ?? {};
      return required || (optional && known.has(name)) ? sample(type, name, known, word) : null;
    },
    (_name, nested) => (nested.nesting_mode !== "single" && nested.min_items ? [configured(nested.block, known, word)] : []),
  );

/** Of these there is one in a region, or for the object that an argument names: it isn't made twice. */
const SINGLE = new Set([
  "oci_cloud_guard_cloud_guard_configuration",
  "oci_core_route_table_attachment",
  "oci_data_safe_audit_policy_management",
  "oci_data_safe_audit_profile_management",
  "oci_data_safe_audit_trail_management",
  "oci_data_safe_data_safe_configuration",
  "oci_dns_resolver",
  "oci_identity_domain_replication_to_region",
  "oci_identity_domains_authentication_factor_setting",
  "oci_identity_user_capabilities_management",
  "oci_kms_vault_replication",
  "oci_zpr_configuration",
]);

/** The arguments that would name an object of a type: `subnet_id`, `target_database_id`. */
function argumentsFor(type: string): readonly string[] {
  const words = type.split("_").slice(1);
  return words.map((_, index) => `${words.slice(index).join("_")}_id`);
}

/** Every OCID anywhere in a value. */
function ocids(value: Value): readonly string[] {
  if (typeof value === "string") return value.match(/ocid1\.[^/:\s"]+/g) ?? [];
  if (isList(value)) return value.flatMap(ocids);
  return isObject(value) ? Object.values(value).flatMap(ocids) : [];
}

/** Questions that the objects of the world can't answer. */
const UNANSWERED = [
  "oci_data_safe_audit_policies by target_database_group_id",
  "oci_data_safe_audit_profiles by audit_collected_volume_greater_than_or_equal_to",
  "oci_data_safe_audit_profiles by target_database_group_id",
  "oci_data_safe_audit_trails by target_database_group_id",
  "oci_database_autonomous_database_backups by backup_destination_id",
  "oci_database_autonomous_database_backups by is_pitr_eligible",
  "oci_database_autonomous_databases by is_resource_pool_leader",
  "oci_dns_zones by tsig_key_id",
];

describe.each(PLACES)("every type in %s", (region, realm, place) => {
  const { made, read } = rehearsed(LENIENT);
  const objects = new Map<string, ObjectValue>();
  const known = new Map<string, Value>([
    ["cidr_block", "10.1.2.0/24"],
    ["dns_label", "label"],
  ]);

  // Twice: the second time each finds the objects of the first that its arguments name.
  beforeAll(() => {
    for (const word of ["first", "second"]) {
      for (const [type, { block }] of Object.entries(OCI.schema.resource_schemas)) {
        if (word === "second" && SINGLE.has(type)) continue;
        const object = made(type, configured(block, known, word), { region });
        objects.set(type, object);
        for (const argument of argumentsFor(type)) if (!known.has(argument)) known.set(argument, object["id"] ?? null);
      }
      // Arguments with a name of their own.
      known.set("key_id", objects.get("oci_kms_key")?.["id"] ?? null);
      known.set("log_group_id", objects.get("oci_logging_log_group")?.["id"] ?? null);
      known.set("target_subnet_id", known.get("subnet_id") ?? null);
      known.set("management_endpoint", objects.get("oci_kms_vault")?.["management_endpoint"] ?? null);
      known.set("idcs_endpoint", objects.get("oci_identity_domain")?.["url"] ?? null);
      known.set("tag_definition_id", objects.get("oci_identity_tag")?.["id"] ?? null);
    }
  });

  test("is made", () => expect(objects.size).toBe(150));
  test("has an id", () => {
    expect([...objects].filter(([, { id }]) => typeof id !== "string" || id === "").map(([type]) => type)).toEqual([]);
  });
  test("has whatever others refer to", () => {
    const missing = Object.entries(REFERRED).flatMap(([type, names]) =>
      names.filter((name) => typeof objects.get(type)?.[name] !== "string").map((name) => `${type}.${name}`),
    );
    expect(missing).toEqual([]);
  });
  test("names only OCIDs of the realm, and of the region or of none", () => {
    const wrong = [...objects].flatMap(([type, object]) =>
      ocids(object)
        .filter((id) => {
          const [, kind, ofRealm, of, unique] = id.split(".");
          return !/^[a-z0-9-]+$/.test(kind ?? "") || ofRealm !== realm || (of !== "" && of !== place) || !unique;
        })
        .map((id) => `${type}: ${id}`),
    );
    expect(wrong.filter((text) => !text.includes("aaaaaaaarehearsaltenancy"))).toEqual([]);
  });
  test("can be asked for by whatever its data source takes, or the question is refused by name", () => {
    const refused = Object.keys(OCI.dataSources).flatMap((type) => {
      const { attributes = {} } = OCI.schema.data_source_schemas[type]?.block ?? {};
      const asked = configured({ attributes }, new Map([...known].filter(([name]) => attributes[name]?.required)), "second");
      const questions = Object.entries(attributes).filter(([name, { optional }]) => optional && name !== "id");
      return questions.flatMap(([name, { type: of }]) => {
        try {
          read(type, { ...asked, [name]: sample(of, name, known, "second") }, { region });
          return [];
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return error.summary.includes("can't choose") ? [`${type} by ${name}`] : [];
        }
      });
    });
    expect(refused).toEqual(UNANSWERED);
  });
});
