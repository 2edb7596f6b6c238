import type { Estate } from "../../estate";
import { argument, fieldsOf, itemsOf } from "../../estate/arguments";
import type { Resource, Value } from "../../input";
import { domainOf, isWithin } from "./domain";
import { literalOf } from "./literal";
import { type NameSystem, nameOf, openKey, type RecordSet, type Unreadable, type Zone } from "./records";

/**
 * The public zones and records of Route 53, with every set of a name that weights, health, latency or places choose from.
 * Source: provider documentation of aws_route53_zone, aws_route53_record, aws_route53_records_exclusive,
 * aws_route53_traffic_policy_instance; Route 53 Developer Guide, "Choosing a routing policy".
 */
export function route53Names(estate: Estate): NameSystem {
  const all = [...estate.resources.values()];
  const of = (type: string) => all.filter((one) => one.type === type);
  const zones = new Map<string, Zone>();
  for (const resource of of("aws_route53_zone")) if (isPublic(resource)) zones.set(resource.address, zoneFrom(resource));

  function zoneFrom(resource: Resource): Zone {
    const text = literalOf(argument(resource, "name"), estate);
    return { provider: "route53", resource, ...(text === undefined ? {} : { name: domainOf(text) }) };
  }

  /** `undefined`: it answers nobody in public. */
  function zoneAt(value: Value | undefined, by: Resource): Zone | undefined {
    const text = literalOf(value, estate);
    const byId = of("aws_route53_zone").find((one) =>
      ["zone_id", "id"].some((name) => text !== undefined && literalOf(argument(one, name), estate) === text),
    );
    const resource = estate.links.resource(value) ?? byId;
    if (resource?.type === "aws_route53_zone") return zones.get(resource.address);
    const key = text ?? openKey(value, by);
    const zone = zones.get(key ?? "") ?? { provider: "route53" };
    if (key !== undefined) zones.set(key, zone);
    return zone;
  }

  const setsOf = (by: Resource, zone: Zone, fields: ReadonlyMap<string, Value>, names: Names): RecordSet => {
    const alias = itemsOf(fields.get(names.alias));
    const records = itemsOf(fields.get(names.records));
    const target = alias?.[0] ? fieldsOf(alias[0]).get(names.target) : undefined;
    const values = target ? [target] : alias ? records?.map((one) => fieldsOf(one).get("value") ?? one) : undefined;
    const identifier = literalOf(fields.get("set_identifier"), estate);
    return {
      zone,
      by,
      ...fullName(fields.get("name"), zone, estate),
      type: literalOf(fields.get("type"), estate)?.toUpperCase(),
      values,
      argument: target ? names.alias : names.records,
      ...(identifier === undefined ? {} : { choice: { name: identifier, from: fromOf(fields, estate) } }),
    };
  };
  const records = [
    ...of("aws_route53_record").flatMap((by) => {
      const zone = zoneAt(argument(by, "zone_id"), by);
      return zone ? [setsOf(by, zone, by.arguments.entries, { alias: "alias", records: "records", target: "name" })] : [];
    }),
    ...of("aws_route53_records_exclusive").flatMap((by) => {
      const zone = zoneAt(argument(by, "zone_id"), by);
      const sets = itemsOf(argument(by, "resource_record_set")) ?? [];
      const names = { alias: "alias_target", records: "resource_records", target: "dns_name" };
      return zone ? sets.map((one) => setsOf(by, zone, fieldsOf(one), names)) : [];
    }),
    ...of("aws_route53_traffic_policy_instance").flatMap((by): readonly RecordSet[] => {
      const zone = zoneAt(argument(by, "hosted_zone_id"), by);
      const name = nameOf(argument(by, "name"), estate);
      return zone ? [{ zone, by, ...name, type: undefined, values: undefined, argument: "traffic_policy_id" }] : [];
    }),
  ];
  return { zones: [...zones.values()], records, attachments: [], unreadable: unreadableIn(all) };
}

interface Names {
  readonly alias: string;
  readonly records: string;
  readonly target: string;
}

/** A zone of a network answers within it alone. */
const isPublic = (resource: Resource) => (itemsOf(argument(resource, "vpc")) ?? []).length === 0;

/** The provider adds the zone's name to one that doesn't end with it. */
function fullName(value: Value | undefined, zone: Zone, estate: Estate): Pick<RecordSet, "name" | "mayBe"> {
  const given = nameOf(value, estate);
  const { name } = given;
  if (name === undefined) return given;
  if (zone.name === undefined)
    return name.includes(".") ? given : { name: undefined, mayBe: (one) => one === name || one.startsWith(`${name}.`) };
  const full = name === "" ? zone.name : isWithin(name, zone.name) ? name : `${name}.${zone.name}`;
  return { name: full, mayBe: (one) => one === full };
}

/** For whom one of several sets is, where its policy says so. */
function fromOf(fields: ReadonlyMap<string, Value>, estate: Estate): string {
  const policy = fieldsOf(itemsOf(fields.get("geolocation_routing_policy") ?? fields.get("geolocation"))?.[0]);
  const place = ["subdivision", "country", "continent"].map((name) => literalOf(policy.get(name), estate)).find((one) => one);
  return place === undefined || place === "*" ? "anywhere" : place;
}

function unreadableIn(resources: readonly Resource[]): readonly Unreadable[] {
  return resources.flatMap((by): readonly Unreadable[] =>
    by.type === "aws_route53_records_exclusive" && !itemsOf(argument(by, "resource_record_set"))
      ? [{ by, reason: "its records aren't known" }]
      : [],
  );
}
