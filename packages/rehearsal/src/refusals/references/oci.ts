import { regionOf } from "../../oci/invent";
import { isGlobal, kindOf } from "../../oci/kinds";
import { type ObjectValue, textOf } from "../../schema/value";
import type { World } from "../../world/world";
import type { Asked } from "../row";
import type { Given } from "./given";
import { OCI_ARGUMENTS } from "./oci-arguments";

/** An OCID that the rehearsal made up; those of a real tenancy are taken as they are. */
const MADE_HERE = /^ocid1\.([^.]+)\.[^.]+\.[^.]*\.aaaaaaaarehearsal/;
const OCID = /^ocid1\.([^.]+)\.[^.]+\.[^.]*\.[^.]+$/;

/** `undefined`: the text is no reference, or a good one. */
export function ociReference({ name, text }: Given, { world, scope, wanted }: Asked): string | undefined {
  const kind = OCID.exec(text)?.[1];
  // What the service itself answers with isn't asked for by anybody.
  if (kind === undefined || text === wanted["id"]) return undefined;
  const expected = OCI_ARGUMENTS[name];
  if (expected && !expected.types.some((type) => kindOf(type) === kind) && kind !== "tenancy")
    return `400-InvalidParameter, ${name} is the id of a ${kind}, and takes one of ${expected.types.map(kindOf).join(", ")}`;
  if (kind === "tenancy") return undefined;
  const region = isGlobal(kind) ? undefined : regionOf(text);
  if (region !== undefined && region !== "" && expected && !expected.isAcrossRegions && region !== textOf(scope["region"]))
    return `404-NotAuthorizedOrNotFound, ${name} names a ${kind} in ${region}, and this is ${textOf(scope["region"])}`;
  return MADE_HERE.test(text) && expected && !exists(world, text, expected.types)
    ? `404-NotAuthorizedOrNotFound, the ${kind} that ${name} names does not exist`
    : undefined;
}

function exists(world: World, id: string, types: readonly string[]): boolean {
  return types.some((type) => world.get(type, id) !== undefined) || madeAlong(world, id);
}

/** Objects that come with another one: the default route table of a network, the view of a resolver. */
const BESIDES: readonly (readonly [type: string, attributes: readonly string[]])[] = [
  ["oci_core_vcn", ["default_route_table_id", "default_security_list_id", "default_dhcp_options_id"]],
  ["oci_dns_resolver", ["default_view_id"]],
  ["oci_core_instance", ["boot_volume_id"]],
  ["oci_identity_domains_user", ["ocid"]],
  ["oci_identity_domains_group", ["ocid"]],
  ["oci_cloud_guard_security_zone", ["security_zone_target_id"]],
];

const madeAlong = (world: World, id: string): boolean =>
  BESIDES.some(([type, attributes]) => world.all(type).some((one: ObjectValue) => attributes.some((name) => one[name] === id)));
