import { type Defined, type Definition, type Location, type PolicyStatement, parseStatement, type Subject } from "oci-policy";
import type { Deciding } from "../answer";
import { type CompartmentPath, isUnknown, type Maybe, type OciPolicy, type OciStatement, type OciTenancy } from "./estate";
import { sameName, shownName } from "./names";
import { type Place, placeOf } from "./place";

/** Names that a policy defines for what belongs to another tenancy, in lower case, to OCID. They hold in that policy only. */
export interface Aliases {
  readonly tenancy: ReadonlyMap<string, string>;
  readonly compartment: ReadonlyMap<string, string>;
  readonly group: ReadonlyMap<string, string>;
  readonly dynamicGroup: ReadonlyMap<string, string>;
}

/** A statement of a policy, ready to be held against a request. */
export interface Rule {
  readonly by: Deciding;
  readonly aliases: Aliases;
  /** What it says; absent if that isn't known. */
  readonly statement?: Exclude<PolicyStatement, Definition>;
  /** Where it holds, of a statement about the own tenancy; of one that isn't known, where it could hold. */
  readonly place: Place;
  /** Why what it says isn't known, or why the service would refuse it. */
  readonly unread?: string;
  /** The column from which on it can't be read. */
  readonly column?: number;
}

/** The rules of a tenancy's policies. Order means nothing. */
export function rulesOf(tenancy: OciTenancy): readonly Rule[] {
  return tenancy.policies.flatMap((policy) => rulesOfPolicy(policy, tenancy));
}

function rulesOfPolicy(policy: OciPolicy, tenancy: OciTenancy): readonly Rule[] {
  const { attachment, statements, address } = policy;
  if (isUnknown(statements))
    return [
      unreadRule({ address, text: "" }, attachment, NO_ALIASES, `its statements aren't known, since ${statements.unknown}`),
    ];
  const read = statements.map((statement) => ({ statement, parsed: parsed(statement) }));
  // Without it the names of the others mean nothing for certain.
  if (read.some(({ statement, parsed }) => !parsed.statement && /^\s*define\b/i.test(statement.text)))
    return read.map(({ statement: { address, text } }) =>
      unreadRule({ address, text }, attachment, NO_ALIASES, "a definition of its policy can't be read"),
    );
  const definitions = read.flatMap(({ parsed }) => (parsed.statement?.kind === "define" ? [parsed.statement] : []));
  const aliases = definitions.length === 0 ? NO_ALIASES : aliasesOf(definitions);
  return read.flatMap(({ statement: { address, text }, parsed }): Rule[] => {
    if (parsed.statement === undefined) return [unreadRule({ address, text }, attachment, aliases, parsed.unread, parsed.column)];
    if (parsed.statement.kind === "define") return [];
    return [ruleOf(parsed.statement, { address, text }, policy, aliases, tenancy)];
  });
}

type Read =
  | { readonly statement: PolicyStatement }
  | { readonly statement?: never; readonly unread: string; readonly column?: number };

function parsed({ text, resolved = text }: OciStatement): Read {
  if (isUnknown(resolved)) return { unread: `it can't be read, since ${resolved.unknown}` };
  const { statement, diagnostic } = parseStatement(resolved);
  return statement ? { statement } : { unread: diagnostic.message, column: diagnostic.column };
}

function unreadRule(
  by: Deciding,
  attachment: Maybe<CompartmentPath>,
  aliases: Aliases,
  unread: string,
  column: number | undefined = undefined,
): Rule {
  const somewhereIn = isUnknown(attachment) ? [] : attachment;
  const place = { meanings: [{ somewhereIn, doubt: `what the statement says: ${unread}` }] };
  return { by, aliases, place, unread, ...(column === undefined ? {} : { column }) };
}

function ruleOf(
  statement: Exclude<PolicyStatement, Definition>,
  by: Deciding,
  { attachment }: OciPolicy,
  aliases: Aliases,
  tenancy: OciTenancy,
): Rule {
  const place = placeOf(ownLocation(statement), attachment, tenancy, aliases.compartment);
  const unread = refusalOf(statement, attachment, aliases, tenancy) ?? place.refusal;
  return { by, aliases, statement, place, ...(unread === undefined ? {} : { unread }) };
}

/** Where a statement holds in the tenancy of its policy; what reaches out of it holds there for the whole of it. */
function ownLocation(statement: Exclude<PolicyStatement, Definition>): Location {
  return statement.kind === undefined || statement.kind === "admit" ? statement.location : { kind: "tenancy" };
}

/** Why the service would refuse to save this statement, for what its words name ("Policy Syntax"; "Cross-Tenancy Access Policies"). */
function refusalOf(
  statement: Exclude<PolicyStatement, Definition>,
  attachment: Maybe<CompartmentPath>,
  aliases: Aliases,
  tenancy: OciTenancy,
): string | undefined {
  const reachesOut = statement.kind !== undefined;
  if (reachesOut && !isUnknown(attachment) && attachment.length > 0) return "a policy across tenancies is attached to the root";
  const foreign = foreignTenancies(statement).find((name) => !aliases.tenancy.has(name.toLowerCase()));
  if (foreign !== undefined) return `no statement of its policy defines tenancy "${foreign}"`;
  const ofAnotherTenancy = statement.kind === "admit" || (statement.kind === "associate" && statement.half === "admit");
  return missingGroup(statement.subject, aliases, tenancy, ofAnotherTenancy);
}

function foreignTenancies(statement: Exclude<PolicyStatement, Definition>): readonly string[] {
  const places = statement.kind === "associate" ? [statement.joins.location, statement.with.location] : [statement.location];
  const sources = statement.kind === "admit" || statement.kind === "associate" ? [statement.source] : [];
  return [...places, ...sources].flatMap((each) => (each?.kind === "foreign" ? [each.tenancy] : []));
}

/** A group that is named has to exist; one of another tenancy has to be defined, as its names can't be looked up. */
function missingGroup(subject: Subject, aliases: Aliases, tenancy: OciTenancy, ofAnotherTenancy: boolean): string | undefined {
  if (subject.kind !== "group" && subject.kind !== "dynamic-group") return undefined;
  const [listed, defined, what] =
    subject.kind === "group"
      ? [tenancy.groups, aliases.group, "group"]
      : [tenancy.dynamicGroups, aliases.dynamicGroup, "dynamic group"];
  for (const item of subject.names) {
    if ("id" in item) continue;
    const name = { domain: item.domain ?? "Default", name: item.name };
    if (item.domain === undefined && defined.has(item.name.toLowerCase())) continue;
    if (ofAnotherTenancy) return `no statement of its policy defines ${what} "${item.name}"`;
    const exists = listed.some((group) => sameName(group.name, name) !== false) || item.name.includes("/");
    if (tenancy.complete && !exists) return `${what} "${shownName(name)}" doesn't exist`;
  }
  return undefined;
}

function aliasesOf(definitions: readonly Definition[]): Aliases {
  const of = (what: Defined) =>
    new Map(
      definitions
        .filter((definition) => definition.what === what)
        .map(({ name, ocid }): [string, string] => [name.name.toLowerCase(), ocid]),
    );
  return { tenancy: of("tenancy"), compartment: of("compartment"), group: of("group"), dynamicGroup: of("dynamic-group") };
}

const NO_ALIASES = aliasesOf([]);
