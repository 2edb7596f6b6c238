import { ociRegion } from "oci-policy";
import type { Cloud, Row, Scope } from "../engine/cloud";
import { Refusal } from "../engine/refusal";
import { loadFacts, loadSchema } from "../schema/load";
import { type ObjectValue, textOf } from "../schema/value";
import { characters } from "../world/ids";
import { DATA_SOURCES } from "./data-sources";
import { invent, placeOf } from "./invent";
import { kindOf } from "./kinds";
import { ROWS } from "./services";
import { OF_DOMAIN } from "./services/identity-domains";

const ADDRESS = "registry.terraform.io/oracle/oci";
const EXAMPLE_TENANCY = "ocid1.tenancy.oc1..aaaaaaaarehearsaltenancy";

const common = (type: string): Row => {
  const kind = kindOf(type);
  const row: Row = {
    planned: { defined_tags: {}, freeform_tags: {} },
    // The name that a service makes up for what has none. Source: API reference, displayName: "a default is provided".
    values: { id: `{ocid:${kind}}`, state: "ACTIVE", namespace: "{namespace}", display_name: `${kind}{digits:14}` },
  };
  return type.startsWith("oci_identity_domains_") ? { ...OF_DOMAIN, values: { ...row.values, ...OF_DOMAIN.values } } : row;
};

function scope(config: ObjectValue): Scope {
  const region = textOf(config["region"]) || "us-phoenix-1";
  const known = ociRegion(region);
  const tenancy = textOf(config["tenancy_ocid"]) || EXAMPLE_TENANCY;
  return {
    region,
    place: placeOf(region),
    region_key: (known?.key ?? region).toLowerCase(),
    realm: (known?.realm ?? "OC1").toLowerCase(),
    tenancy,
    namespace: `ax${characters(tenancy, 10, "abcdefghijklmnopqrstuvwxyz")}`,
  };
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
