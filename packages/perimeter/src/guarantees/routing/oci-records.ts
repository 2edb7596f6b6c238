import type { Estate } from "../../estate";
import { argument, fieldsOf, itemsOf, textArgument } from "../../estate/arguments";
import type { Resource, Value } from "../../input";
import { domainOf } from "./domain";
import { literalOf } from "./literal";
import { type Attachment, type NameSystem, nameOf, openKey, type RecordSet, type Unreadable, type Zone } from "./records";

/**
 * The public zones, records and attachments of OCI DNS. A private zone, and what lies in a view, answers within networks
 * alone. Source: OCI documentation, "Private DNS"; provider documentation of oci_dns_zone, oci_dns_rrset, oci_dns_record,
 * oci_dns_steering_policy_attachment, oci_dns_action_create_zone_from_zone_file.
 */
export function ociNames(estate: Estate): NameSystem {
  const all = [...estate.resources.values()];
  const of = (...types: readonly string[]) => all.filter(({ type }) => types.includes(type));
  const made = new Map(of("oci_dns_zone").map((zone) => [zone.address, zone] as const));
  const zones = new Map<string, Zone>();
  for (const resource of made.values()) if (isPublic(resource)) zoneOf(resource);

  function zoneOf(resource: Resource): Zone {
    const text = literalOf(argument(resource, "name"), estate);
    const zone = zones.get(resource.address) ?? {
      provider: "oci",
      resource,
      ...(text === undefined ? {} : { name: domainOf(text) }),
    };
    zones.set(resource.address, zone);
    return zone;
  }

  /** The zone that a value names or refers to; `undefined`: it answers nobody in public. */
  function zoneAt(value: Value | undefined, by: Resource): Zone | undefined {
    const resource = estate.links.resource(value);
    if (resource?.type === "oci_dns_zone") return isPublic(resource) ? zoneOf(resource) : undefined;
    const text = literalOf(value, estate);
    if (text === undefined) return openZone(openKey(value, by));
    const named = [...made.values()].filter((one) => domainOf(literalOf(argument(one, "name"), estate) ?? "") === domainOf(text));
    const shown = named.find(isPublic);
    if (shown) return zoneOf(shown);
    const isId = text.startsWith("ocid1.");
    const key = isId ? text : domainOf(text);
    const zone = zones.get(key) ?? { provider: "oci", ...(isId ? {} : { name: key }) };
    zones.set(key, zone);
    return zone;
  }

  function openZone(key: string | undefined): Zone {
    const zone = zones.get(key ?? "") ?? { provider: "oci" };
    if (key !== undefined) zones.set(key, zone);
    return zone;
  }

  const records = of("oci_dns_rrset", "oci_dns_record").flatMap((by): readonly RecordSet[] => {
    const zone = isPublic(by) ? zoneAt(argument(by, "zone_name_or_id"), by) : undefined;
    if (!zone) return [];
    const type = literalOf(argument(by, "rtype"), estate)?.toUpperCase();
    const isSet = by.type === "oci_dns_rrset";
    const items = isSet ? itemsOf(argument(by, "items")) : [argument(by, "rdata")].filter((one) => one !== undefined);
    const values = isSet ? items?.map((item) => fieldsOf(item).get("rdata")) : items;
    const known = values?.filter((value) => value !== undefined);
    return [
      {
        zone,
        by,
        ...nameOf(argument(by, "domain"), estate),
        type,
        values: known?.length === values?.length ? known : undefined,
        argument: isSet ? "items" : "rdata",
      },
    ];
  });
  const attachments = of("oci_dns_steering_policy_attachment").flatMap((by): readonly Attachment[] => {
    const zone = zoneAt(argument(by, "zone_id"), by);
    const policy = estate.links.resource(argument(by, "steering_policy_id"));
    return zone ? [{ zone, by, ...nameOf(argument(by, "domain_name"), estate), policy }] : [];
  });
  return { zones: [...zones.values()], records, attachments, unreadable: unreadableIn(all, estate) };
}

/** Traffic Management and the public answer for what is global alone. */
function isPublic(resource: Resource): boolean {
  return textArgument(resource, "scope")?.toUpperCase() !== "PRIVATE" && argument(resource, "view_id") === undefined;
}

function unreadableIn(resources: readonly Resource[], estate: Estate): readonly Unreadable[] {
  return resources.flatMap((by): readonly Unreadable[] => {
    const reason = isPublic(by) ? unreadableBecause(by) : undefined;
    if (reason === undefined) return [];
    const zone = literalOf(argument(by, "name"), estate);
    return [{ by, reason, ...(zone === undefined ? {} : { zone: domainOf(zone) }) }];
  });
}

function unreadableBecause(by: Resource): string | undefined {
  if (by.type === "oci_dns_action_create_zone_from_zone_file") return "the records of its zone file aren't read";
  const isCopy = by.type === "oci_dns_zone" && textArgument(by, "zone_type")?.toUpperCase() === "SECONDARY";
  return isCopy ? "its records are those of nameservers elsewhere, from which it is transferred" : undefined;
}
