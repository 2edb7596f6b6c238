import type { Estate } from "../../estate";
import { argument, itemsOf } from "../../estate/arguments";
import type { Value } from "../../input";
import { domainOf, isWithin } from "./domain";
import { type Asked, type Lead, lead, shownValue, step, unknownEnd } from "./lead";
import { literalOf } from "./literal";
import type { NameSystem, RecordSet, Zone } from "./records";

/** How the providers call their nameservers ("Zone Management"; Route 53 Developer Guide, "NS records"). */
const SERVERS: readonly (readonly [provider: string, pattern: RegExp])[] = [
  ["oci", /\.dns\.oraclecloud\.net$/],
  ["route53", /^ns-\d+\.awsdns-\d+\.(com|net|org|co\.uk)$/],
];

interface World {
  readonly names: NameSystem;
  readonly estate: Estate;
}

interface Delegations {
  readonly leads: readonly Lead[];
  /** Whether the zone leaves the name to other nameservers (RFC 1034, 4.2.1). */
  readonly isCut: boolean;
}

/**
 * What a zone leaves to nameservers that no zone of the estate has. A zone of OCI that leaves a part to a zone of another
 * provider gives it out of hand as well, also where that zone is here: it knows nothing of steering.
 */
export function delegationsOf(asked: Asked, zone: Zone, own: readonly RecordSet[], { names, estate }: World): Delegations {
  const sets = own.filter(({ name, type }) => type === "NS" && name !== undefined && isWithin(asked.name, name));
  const isCut = ({ name }: RecordSet) => zone.name !== undefined && name !== zone.name;
  return { leads: sets.flatMap(leadsOfSet), isCut: sets.some(isCut) };

  function leadsOfSet(set: RecordSet): readonly Lead[] {
    const said = { by: set.by, argument: set.argument };
    if (!set.values) return [lead(asked, unknownEnd(set.by, `which nameservers answer for ${set.name} isn't known`))];
    return set.values.flatMap((value) => {
      const text = shownValue(value, estate);
      const because = strangeness(value, set);
      if (because === undefined) return [];
      const path = [...asked.path, step(set.by, `${set.name} NS ${text}`)];
      const end = because === "unknown" ? unknownEnd(set.by, `whose nameserver ${text} is isn't known`) : undefined;
      return [lead({ ...asked, path, said: { ...said, text } }, end ?? { kind: "delegated", text, because })];
    });
  }

  /** What is wrong with a nameserver; `undefined`: it is that of a zone which is here. */
  function strangeness(value: Value, set: RecordSet): string | undefined {
    const expected = isCut(set) ? names.zones.filter(({ name }) => name === set.name) : [zone];
    const found = expected.find((one) => isServerOf(value, one));
    if (!found) {
      const isKnown = literalOf(value, estate) !== undefined || value.kind === "reference";
      return isKnown ? "no zone of the estate has that nameserver" : "unknown";
    }
    if (zone.provider !== "oci" || found.provider === "oci") return undefined;
    return `the zone there is one of ${found.provider}, which knows nothing of steering`;
  }

  function isServerOf(value: Value, { resource, provider }: Zone): boolean {
    if (value.kind === "reference" && value.to === resource?.address) return true;
    const text = literalOf(value, estate);
    if (text === undefined) return false;
    const known = resource ? serversOf(resource) : [];
    const pattern = SERVERS.find(([of]) => of === provider)?.[1];
    return known.length > 0 ? known.includes(domainOf(text)) : (pattern?.test(domainOf(text)) ?? false);
  }

  function serversOf(resource: NonNullable<Zone["resource"]>): readonly string[] {
    const listed = ["nameservers", "name_servers"].flatMap((name) => itemsOf(argument(resource, name)) ?? []);
    const texts = listed.map((one) => literalOf(one.kind === "object" ? one.entries.get("hostname") : one, estate));
    return texts.flatMap((text) => (text === undefined ? [] : [domainOf(text)]));
  }
}
