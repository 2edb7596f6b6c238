import type { Estate } from "../../estate";
import { argument, itemsOf } from "../../estate/arguments";
import type { Resource, Value } from "../../input";
import { domainOf, isWithin, parentOf } from "./domain";
import { literalOf } from "./literal";
import { type NameSystem, nameOf, type RecordSet, type Zone } from "./records";

/** How the resource types of other providers call what every record has; the first that is there counts. */
const NAMES = ["rr", "host_record", "subdomain", "name", "hostname", "domain"];
const ZONES = ["zone", "zone_name", "dns_zone", "domain_name", "managed_zone", "zone_id", "dns_zone_id", "domain", "domain_id"];
const ZONE_NAMES = ["dns_name", "zone", "domain", "domain_name", "name"];
const TYPES = ["type", "rtype", "record_type", "recordtype", "fieldtype"];
const VALUES = ["content", "value", "rrdatas", "records", "record", "values", "target", "data", "addresses", "cname", "answers"];

/** `cloudflare_dns_record`, `google_dns_record_set`, `azurerm_dns_a_record`, `aws_lightsail_domain_entry`. */
const IS_RECORD = /(^|_)(record|recordset|record_set|domain_entry)(s|_v\d+)?$/;

/**
 * Records of providers that aren't modelled, recognised by what their types and arguments are called: a name that one of
 * them answers for isn't answered by OCI alone.
 */
export function otherNames(estate: Estate): NameSystem {
  const all = [...estate.resources.values()];
  const records = [
    ...all
      .filter(({ type }) => isOther(type) && IS_RECORD.test(type) && !type.includes("private"))
      .map((by) => recordOf(by, estate)),
    ...all.filter(({ type }) => type === "aws_route53domains_registered_domain").map((by) => registrationOf(by, estate)),
  ];
  return { zones: records.map(({ zone }) => zone), records, attachments: [], unreadable: [] };
}

const isOther = (type: string) => !/^(oci|aws)_/.test(type) || type === "aws_lightsail_domain_entry";

function recordOf(by: Resource, estate: Estate): RecordSet {
  const first = (names: readonly string[]) => names.find((name) => argument(by, name) !== undefined);
  const [nameAt, valuesAt, typeAt] = [first(NAMES), first(VALUES), first(TYPES)];
  const zone = zoneOf(by, first(ZONES.filter((name) => name !== nameAt)), estate);
  const type = typeAt ? literalOf(argument(by, typeAt), estate) : /_(a|aaaa|cname|ns)_record/.exec(by.type)?.[1];
  return {
    zone,
    by,
    ...fullName(nameAt ? argument(by, nameAt) : undefined, zone, estate),
    type: type?.toUpperCase(),
    values: valuesAt ? itemsOf(argument(by, valuesAt)) : undefined,
    argument: valuesAt ?? "value",
  };
}

function zoneOf(by: Resource, zoneAt: string | undefined, estate: Estate): Zone {
  const provider = by.type.split("_")[0] ?? by.type;
  const given = zoneAt ? argument(by, zoneAt) : undefined;
  const made = estate.links.resource(given);
  const inside = made && ZONE_NAMES.map((name) => literalOf(argument(made, name), estate)).find((text) => text !== undefined);
  const text = inside ?? literalOf(given, estate);
  return { provider, ...(made ? { resource: made } : {}), ...(text?.includes(".") ? { name: domainOf(text) } : {}) };
}

function fullName(value: Value | undefined, zone: Zone, estate: Estate): Pick<RecordSet, "name" | "mayBe"> {
  const given = nameOf(value, estate);
  const { name } = given;
  if (name === undefined) return given;
  if (zone.name !== undefined) {
    const full = name === "@" || name === "" ? zone.name : isWithin(name, zone.name) ? name : `${name}.${zone.name}`;
    return { name: full, mayBe: (one) => one === full };
  }
  if (name === "@") return { name: undefined, mayBe: () => true };
  return name.includes(".") ? given : { name: undefined, mayBe: (one) => one.startsWith(`${name}.`) };
}

/** Which nameservers the registry names for a domain: a delegation from the zone above it. */
function registrationOf(by: Resource, estate: Estate): RecordSet {
  const named = nameOf(argument(by, "domain_name"), estate);
  const servers = itemsOf(argument(by, "name_server"));
  const values = servers
    ?.map((one) => (one.kind === "object" ? one.entries.get("name") : one))
    .filter((one) => one !== undefined);
  const zone = { provider: "registry", ...(named.name === undefined ? {} : { name: parentOf(named.name) }) };
  return { zone, by, ...named, type: "NS", values, argument: "name_server" };
}
