import type { Estate } from "../../estate";
import { openIn, reasonOf, type Value } from "../../input";
import { delegationsOf } from "./delegations";
import { ancestorsOf, domainOf, isWithin } from "./domain";
import { hostOf } from "./hosts";
import { type Asked, type Lead, lead, shownValue, step, unknownEnd } from "./lead";
import { literalOf } from "./literal";
import type { Attachment, NameSystem, RecordSet, Zone } from "./records";
import { steered } from "./steered";

/** Types that lead a user somewhere: the answers themselves, and other names for the one that was asked for. */
const OTHER_NAMES = ["CNAME", "ALIAS", "ANAME"];

/** Names lead to names; a longer chain than this is a circle or no answer (RFC 1034, 3.6.2). */
const MOST_NAMES = 16;

/** Everything that a query can be answered with, over all zones that may be asked. None: nothing here answers it. */
export function leadsOf(asked: Asked, names: NameSystem, estate: Estate): readonly Lead[] {
  asked.budget.left -= 1;
  if (asked.seen.length > MOST_NAMES || asked.budget.left < 0 || asked.seen.includes(asked.name))
    return [lead(asked, unknownEnd(asked.said?.by, `"${asked.name}" leads on and on`))];
  const covering = names.zones.filter(({ name }) => name !== undefined && isWithin(asked.name, name));
  const inZones = uniqueZones([...covering, ...zonesNamingIt(asked.name, names)]).flatMap((zone) => {
    const deeper = covering.some((one) => (one.name?.length ?? 0) > (zone.name?.length ?? 0));
    return inZone(zone, { ...asked, provider: asked.provider ?? zone.provider }, deeper);
  });
  return [...inZones, ...open()];

  /** Records of which it isn't known whether they are for this name. */
  function open(): readonly Lead[] {
    const maybe = [...names.records, ...names.attachments].filter(
      (one) => one.name === undefined && one.mayBe(asked.name) && mayHold(one.zone, asked.name) && matters(one),
    );
    const unreadable = names.unreadable.filter(({ zone = "" }) => isWithin(asked.name, zone));
    const unread = unreadable.map(({ by, reason }) => lead(asked, unknownEnd(by, reason)));
    return [...maybe.map(({ by }) => lead(asked, unknownEnd(by, `whether it answers for ${asked.name} isn't known`))), ...unread];
  }

  function matters(one: RecordSet | Attachment): boolean {
    return !("type" in one) || one.type === "NS" || mayLead(one.type, asked.type);
  }

  function inZone(zone: Zone, question: Asked, isCovered: boolean): readonly Lead[] {
    const own = names.records.filter((one) => one.zone === zone);
    const { leads, isCut } = delegationsOf(question, zone, own, { names, estate });
    if (isCut) return leads;
    const attached = names.attachments.filter((one) => one.zone === zone && one.name === question.name);
    const policies = attached.map((one) => steered(one, question, estate));
    const rewritten = renamed(question, zone.name ?? "", own);
    const exact = own.filter(({ name }) => name === question.name);
    const exists = own.some(({ name }) => name !== undefined && isWithin(name, question.name));
    const wild = exists || isCovered ? [] : wildcardsFor(question.name, zone.name ?? "", own);
    return [
      ...leads,
      ...policies.flatMap(({ answers, asleep, open: unclear }) => [
        ...[...answers, ...asleep].flatMap((answer) => onward(answer.asked, answer.value, answer.isName)),
        ...unclear,
      ]),
      ...rewritten,
      ...[...exact, ...wild]
        .filter((one) => mayLead(one.type, question.type))
        .flatMap((set) => fromSet(set, question, attached.length > 0)),
    ];
  }

  function fromSet(set: RecordSet, question: Asked, isHidden: boolean): readonly Lead[] {
    const { by, values, choice, type } = set;
    if (type === undefined) return [lead(question, unknownEnd(by, "the type of its records isn't known"))];
    if (!values) return [lead(question, unknownEnd(by, "what its records say isn't known"))];
    return values.flatMap((value) => {
      const text = shownValue(value, estate);
      const why = isHidden ? " (while the steering policy is replaced)" : choice ? ` (${choice.name})` : "";
      return onward(
        {
          ...question,
          path: [...question.path, step(by, `${question.name} ${type} ${text}${why}`)],
          health: { ...question.health, ...(choice ? { [choice.name]: "healthy" } : {}) },
          from: choice && choice.from !== "anywhere" ? choice.from : question.from,
          doubts: [
            ...question.doubts,
            ...(by.uncertain === undefined ? [] : [`whether ${by.address} exists isn't known: ${by.uncertain}`]),
          ],
          said: { by, argument: set.argument, text },
        },
        value,
        OTHER_NAMES.includes(type) || set.argument.startsWith("alias"),
        type,
      );
    });
  }

  /** What the data of a record lead to. */
  function onward(from: Asked, value: Value, isName: boolean, type = from.type): readonly Lead[] {
    if (type === "HTTPS" || type === "SVCB") return service(from, value);
    if (!isName) return [lead(from, { kind: "address", value, text: shownValue(value, estate) })];
    const made = value.kind === "reference" ? names.records.find(({ by }) => by.address === value.to) : undefined;
    const text = made?.name ?? literalOf(value, estate);
    const host = hostOf(value, text, estate);
    if (host) return [lead(from, { kind: "address", value: host, text: shownValue(value, estate) })];
    if (text === undefined) {
      const open = openIn(value);
      return [lead(from, unknownEnd(from.said?.by, `where it leads isn't known${open ? `: ${reasonOf(open)}` : ""}`))];
    }
    return named(domainOf(text), from);
  }

  function named(name: string, from: Asked): readonly Lead[] {
    const further = leadsOf({ ...from, name, seen: [...from.seen, from.name] }, names, estate);
    if (further.length > 0) return further;
    if (isOurs(name, names))
      return from.type === "A" ? [lead(from, unknownEnd(from.said?.by, `nothing here answers for ${name}`))] : [];
    return [lead(from, { kind: "elsewhere", text: name, because: "nothing of the estate answers for that name" })];
  }

  /** A binding of a service: another name, or hints of addresses (RFC 9460, 2.1 and 7.3). */
  function service(from: Asked, value: Value): readonly Lead[] {
    const text = literalOf(value, estate);
    if (text === undefined) return [lead(from, unknownEnd(from.said?.by, "what its records say isn't known"))];
    const [, target = ".", ...parameters] = text.trim().split(/\s+/);
    const hints = parameters.flatMap((one) => /^ipv[46]hint="?([^"]*)"?$/i.exec(one)?.[1]?.split(",") ?? []);
    const addresses = hints.map((hint) => lead(from, { kind: "address", value: { kind: "literal", value: hint }, text: hint }));
    return target === "."
      ? addresses
      : [...addresses, ...["A", "AAAA"].flatMap((type) => named(domainOf(target), { ...from, type }))];
  }

  /** Names below a name that stands for another (RFC 6672). */
  function renamed(question: Asked, zone: string, own: readonly RecordSet[]): readonly Lead[] {
    const above = ancestorsOf(question.name, zone);
    return own
      .filter(({ name, type }) => type === "DNAME" && name !== undefined && above.includes(name))
      .flatMap((set) =>
        fromSet({ ...set, type: "CNAME", values: set.values?.map((value) => below(set.name ?? "", value)) }, question, false),
      );

    function below(top: string, value: Value): Value {
      const text = literalOf(value, estate);
      const rest = question.name.slice(0, question.name.length - top.length);
      return text === undefined ? value : { kind: "literal", value: `${rest}${domainOf(text)}` };
    }
  }
}

/** Whether a zone of the estate would answer for a name. The registry answers for nothing but zones. */
export function isOurs(name: string, { zones }: NameSystem): boolean {
  return zones.some((zone) => zone.provider !== "registry" && zone.name !== undefined && isWithin(name, zone.name));
}

/** Zones whose name isn't known, but which hold records for the name, or for what it is below. */
const zonesNamingIt = (asked: string, { records, attachments }: NameSystem): readonly Zone[] =>
  [...records, ...attachments]
    .filter(({ zone, name }) => zone.name === undefined && name !== undefined && isWithin(asked, name.replace(/^\*\./, "")))
    .map(({ zone }) => zone);

const uniqueZones = (zones: readonly Zone[]): readonly Zone[] => [...new Set(zones)];

const mayHold = ({ name }: Zone, asked: string) => name === undefined || isWithin(asked, name);

/** Whether records of this type answer the question, or may. */
function mayLead(type: string | undefined, asked: string): boolean {
  return type === undefined || type === asked || (type === "SVCB" && asked === "HTTPS") || OTHER_NAMES.includes(type);
}

/** What stands for every name below the nearest name above that exists (RFC 4592, 3.3.1). */
function wildcardsFor(name: string, zone: string, own: readonly RecordSet[]): readonly RecordSet[] {
  const exists = (one: string) => one === zone || own.some((set) => set.name !== undefined && isWithin(set.name, one));
  const encloser = ancestorsOf(name, zone).find(exists);
  return encloser === undefined ? [] : own.filter((set) => set.name === `*.${encloser}`);
}
