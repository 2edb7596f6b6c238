import type { DataSource } from "../engine/cloud";
import { Refusal } from "../engine/refusal";
import { isList, isObject, type ObjectValue, textOf, type Value } from "../schema/value";
import { hex } from "../world/ids";

/** Rows that all `filter` blocks accept. Source: terraform-provider-oci, ApplyFilters. */
function filtered(config: ObjectValue, rows: readonly ObjectValue[]): readonly ObjectValue[] {
  const filters = isList(config["filter"]) ? config["filter"].filter(isObject) : [];
  return rows.filter((row) => filters.every((filter) => accepts(filter, row)));
}

function accepts(filter: ObjectValue, row: ObjectValue): boolean {
  const value = String(row[String(filter["name"])] ?? "");
  const wanted = isList(filter["values"]) ? filter["values"].map(String) : [];
  return wanted.some((one) => (filter["regex"] === true ? pattern(one).test(value) : one === value));
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw new Refusal(`"${text}" is not a regular expression`);
  }
}

const stable = (name: string) => ({ id: `${name}-${hex(name, 10)}` });
const upper = (value: Value | undefined) => textOf(value).toUpperCase();

/** What OCI's data sources answer. Sources: Networking API, Service; Identity API, AvailabilityDomain, RegionSubscription. */
export const DATA_SOURCES: Readonly<Record<string, DataSource>> = {
  oci_core_services: (config, scope) => {
    const region = upper(scope["region_key"]);
    const service = (name: string, label: string) => ({
      id: `ocid1.service.${textOf(scope["realm"])}.${textOf(scope["region_key"])}.aaaaaaaarehearsal${hex(label, 43)}`,
      name,
      description: name,
      cidr_block: label,
    });
    const rows = [
      service(
        `All ${region} Services In Oracle Services Network`,
        `all-${textOf(scope["region_key"])}-services-in-oracle-services-network`,
      ),
      service(`OCI ${region} Object Storage`, `oci-${textOf(scope["region_key"])}-objectstorage`),
    ];
    return { ...stable("services"), services: filtered(config, rows) };
  },
  oci_identity_availability_domains: (config, scope) => {
    const names = ["1", "2", "3"].map((n) => `Rhsl:${upper(scope["region"])}-AD-${n}`);
    const rows = names.map(
      (name): ObjectValue => ({
        id: `ocid1.availabilitydomain.${textOf(scope["realm"])}..aaaaaaaarehearsal${hex(name, 43)}`,
        name,
        compartment_id: config["compartment_id"] ?? null,
      }),
    );
    return { ...stable("availability-domains"), availability_domains: filtered(config, rows) };
  },
  oci_identity_region_subscriptions: (config, scope) => {
    const row: ObjectValue = {
      region_name: scope["region"] ?? null,
      region_key: upper(scope["region_key"]),
      is_home_region: true,
      state: "READY",
      tenancy_id: config["tenancy_id"] ?? null,
    };
    return { ...stable("region-subscriptions"), region_subscriptions: filtered(config, [row]) };
  },
  oci_identity_tenancy: (config, scope) => ({
    id: config["tenancy_id"] ?? null,
    name: "rehearsal",
    description: "a tenancy of the rehearsal",
    home_region_key: upper(scope["region_key"]),
    defined_tags: {},
    freeform_tags: {},
  }),
  oci_objectstorage_namespace: (_config, scope) => ({ ...stable("namespace"), namespace: scope["namespace"] ?? null }),
};
