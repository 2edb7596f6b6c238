import { ociRegion } from "oci-policy";
import type { Cloud, Row, Scope } from "../engine/cloud";
import { Refusal } from "../engine/refusal";
import { loadFacts, loadSchema } from "../schema/load";
import { type ObjectValue, textOf, type Value } from "../schema/value";
import { characters, digits, hex, ocid, uuid } from "../world/ids";
import { DATA_SOURCES } from "./data-sources";
import { IDENTITY_DOMAINS, ROWS } from "./rows";

const ADDRESS = "registry.terraform.io/oracle/oci";
const EXAMPLE_TENANCY = "ocid1.tenancy.oc1..aaaaaaaarehearsaltenancy";

/** Regions of the first realm whose OCIDs carry the key and not the name. */
const SHORT = new Set(["us-phoenix-1", "us-ashburn-1"]);

/** Services whose name has an underscore; in all other types the first word is the service. */
const SERVICES =
  /^oci_(?:identity_domains|container_instances|cloud_guard|data_safe|certificates_management|health_checks|log_analytics|load_balancer|network_load_balancer|operator_access_control|delegate_access_control|resource_scheduler|security_attribute|vulnerability_scanning|[a-z0-9]+)_/;

/** Kinds whose OCID isn't made of the type's name. Source: Oracle Cloud documentation, Resource Identifiers and API examples. */
const KINDS: Readonly<Record<string, string>> = {
  oci_artifacts_container_repository: "containerrepo",
  oci_container_instances_container_instance: "computecontainerinstance",
  oci_identity_tag: "tagdefinition",
  oci_objectstorage_bucket: "bucket",
  oci_vault_secret: "vaultsecret",
};

/** Kinds that live in the tenancy and not in a region. */
const GLOBAL =
  /^(compartment|policy|domain|networksource|tag|tagdefault|tagdefinition|tagnamespace|quota|user|group|dynamicgroup|authenticationpolicy)$/;

const kindOf = (type: string) => KINDS[type] ?? type.replace(SERVICES, "").replaceAll("_", "");

const common = (type: string): Row => {
  const row: Row = {
    planned: { defined_tags: {}, freeform_tags: {} },
    values: { id: `{ocid:${kindOf(type)}}`, state: "ACTIVE", namespace: "{namespace}" },
  };
  return type.startsWith("oci_identity_domains_")
    ? { ...IDENTITY_DOMAINS, values: { ...row.values, ...IDENTITY_DOMAINS.values } }
    : row;
};

function scope(config: ObjectValue): Scope {
  const region = textOf(config["region"]) || "us-phoenix-1";
  const known = ociRegion(region);
  const tenancy = textOf(config["tenancy_ocid"]) || EXAMPLE_TENANCY;
  return {
    region,
    region_key: (known?.key ?? region).toLowerCase(),
    realm: (known?.realm ?? "OC1").toLowerCase(),
    tenancy,
    namespace: `ax${characters(tenancy, 10, "abcdefghijklmnopqrstuvwxyz")}`,
  };
}

function invent(kind: string, argument: string, seed: string, of: Scope): Value | undefined {
  const length = Number(argument);
  if (kind === "hex") return hex(seed, length);
  if (kind === "digits") return digits(seed, length);
  if (kind === "upper") return characters(seed, length, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
  if (kind === "uuid") return uuid(seed);
  if (kind !== "ocid") return undefined;
  const region = textOf(of["region"]);
  const place = GLOBAL.test(argument) ? "" : SHORT.has(region) ? textOf(of["region_key"]) : region;
  return ocid(argument, textOf(of["realm"]), place, seed);
}

export const oci = (): Cloud => ({
  address: ADDRESS,
  schema: loadSchema("oci", ADDRESS),
  facts: loadFacts("oci"),
  rows: ROWS,
  common,
  dataSources: DATA_SOURCES,
  scope: (config) => {
    const region = textOf(config["region"]);
    if (region !== "" && !ociRegion(region))
      throw new Refusal(`"${region}" is not a region of Oracle Cloud`, undefined, ["region"]);
    return scope(config);
  },
  invent,
  nameTaken: (type, name) => `409-Conflict, ${kindOf(type)} "${name}" already exists`,
  notFound: (type, id) => `404-NotAuthorizedOrNotFound, ${kindOf(type)} "${id}" does not exist`,
});
