import type { OciActor } from "../estate/actor";
import { argument } from "../estate/arguments";
import type { Asset } from "../estate/asset";
import type { Estate } from "../estate/estate";
import { ociTarget } from "../estate/oci/resolve";
import { tagsOf, withDefaults } from "../estate/oci/tags";
import { type OciPossibilities, type OciQuestion, ociPossibilities } from "../oci";
import type { Possibility } from "../possibility";
import { type CompartmentPath, isUnknown, type Maybe, type OciRequest } from "../simulate/oci";
import { domainName } from "../simulate/oci/estate";
import { dynamicGroupsOf } from "../simulate/oci/matching-rule";
import { sameName } from "../simulate/oci/names";
import { type Held, oneOf, together } from "./held";
import type { OciDetour } from "./row";
import { writtenCaller } from "./written-caller";

/** What a question about a row is about. */
export interface About {
  readonly asset?: Asset;
  readonly principal?: OciActor;
  /** Variables that somebody has made true before, and whether denials still count. */
  readonly unbound?: readonly string[];
  /** Where somebody has moved the asset or its key before. */
  readonly movedTo?: CompartmentPath;
}

export interface OciHolding {
  /** Whether the actor can take this way. */
  readonly holds: (actor: OciActor, row: OciDetour, about: About) => Held;
}

type Place = Pick<OciQuestion, "target" | "variables" | "closed">;

/** Asks the statements of an estate who can take which way. Each question is asked once. */
export function ociHolding(estate: Estate, actors: readonly OciActor[], at: Date): OciHolding {
  const known = withGroupsById(estate, actors);
  const withDenials = ociPossibilities(known, at);
  let without: OciPossibilities | undefined;
  const withoutDenials = () => {
    without ??= ociPossibilities({ ...known, tenancy: { ...known.tenancy, denyPolicies: false } }, at);
    return without;
  };
  const answers = new Map<string, Possibility<OciRequest>>();
  const wouldJoin = joiningIn(known, estate.findings);
  const held = new Map<string, boolean>();
  /** A statement of another tenancy's principals names them otherwise: those are asked in any case. */
  function mayHold(actor: OciActor, permission: string): boolean {
    if (actor.acts.tenancy !== undefined) return true;
    const key = `${permission} ${writtenCaller(actor)}`;
    const found = held.get(key) ?? withDenials.mayHold(actor.acts, permission);
    held.set(key, found);
    return found;
  }

  function ask(actor: OciActor, permission: string, place: Place, unbound: readonly string[]): Possibility<OciRequest> {
    if (!mayHold(actor, permission)) return { kind: "never" };
    const open = unbound.filter((name) => name !== "deny");
    const question: OciQuestion = { principal: actor.acts, permission, ...place, open };
    const key = [
      writtenCaller(actor),
      permission,
      JSON.stringify([place.target, [...place.variables], place.closed, unbound]),
    ].join("\n");
    const answer = answers.get(key) ?? answerTo(question, unbound.includes("deny") ? withoutDenials() : withDenials);
    answers.set(key, answer);
    return answer;
  }

  /** The rights on what the row is about are asked for first: most rows end there. */
  function* rights(actor: OciActor, row: OciDetour, permissions: readonly string[], place: Place, unbound: readonly string[]) {
    const isElsewhere = (permission: string) => row.elsewhere?.includes(permission) ?? false;
    for (const one of permissions) if (!isElsewhere(one)) yield ask(actor, one, place, unbound);
    for (const one of permissions) if (isElsewhere(one)) yield anywhere(actor, one, unbound);
  }

  const compartments = everyPlace(estate);
  const anywhere = (actor: OciActor, permission: string, unbound: readonly string[]) =>
    firstOf(compartments, (place) => ask(actor, permission, place, unbound));

  return {
    holds: (actor, row, about) =>
      oneOf(
        (function* () {
          for (const place of placesOf(row, about, estate, wouldJoin))
            for (const permissions of row.needs)
              yield together(rights(actor, row, permissions, withVariables(place, row), about.unbound ?? []));
        })(),
      ),
  };
}

/** The first place where it is possible, else the doubts. */
function firstOf(places: readonly Place[], answer: (place: Place) => Possibility<OciRequest>): Possibility<OciRequest> {
  const reasons: string[] = [];
  for (const place of places) {
    const found = answer(place);
    if (found.kind === "possible") return found;
    if (found.kind === "undecided") reasons.push(...found.reasons);
  }
  return reasons.length > 0 ? { kind: "undecided", reasons: [...new Set(reasons)] } : { kind: "never" };
}

/** The root, and every compartment that is known. */
function everyPlace({ findings }: Estate): readonly Place[] {
  const paths = findings.places.compartments.flatMap(({ path }) => (isUnknown(path) ? [] : [path]));
  return [[], ...paths].map((compartment) => ({ target: { compartment }, variables: new Map() }));
}

function answerTo(question: OciQuestion, { possible, admitted }: OciPossibilities): Possibility<OciRequest> {
  const { tenancy } = question.principal;
  return tenancy === undefined ? possible(question) : admitted(tenancy, question);
}

/** Groups that only their ids are known of are in the estate by them. */
function withGroupsById({ oci }: Estate, actors: readonly OciActor[]): Estate["oci"] {
  const strangers = (kind: string) =>
    actors.flatMap(({ principal }) => {
      if (principal.kind !== kind || principal.resource || principal.id === undefined) return [];
      return [
        {
          name: { domain: "", name: principal.id },
          id: principal.id,
          tags: { unknown: `the group "${principal.id}" isn't known` },
        },
      ];
    });
  const { tenancy } = oci;
  const rules = { unknown: "no stack that was given makes it" };
  return {
    ...oci,
    tenancy: {
      ...tenancy,
      groups: [...tenancy.groups, ...strangers("group")],
      dynamicGroups: [...tenancy.dynamicGroups, ...strangers("dynamic-group").map((group) => ({ ...group, rules }))],
    },
  };
}

const ROOT: Place = { target: { compartment: [] }, variables: new Map() };

function placesOf(row: OciDetour, { asset, principal, movedTo }: About, estate: Estate, wouldJoin: Joining): readonly Place[] {
  const moved = (place: Place): Place => (movedTo ? { ...place, target: { ...place.target, compartment: movedTo } } : place);
  switch (row.at) {
    case "asset":
      return asset ? [moved(targetOf(asset, estate))] : [];
    case "above":
      return asset ? above(ociTarget(asset.resource, estate.findings, estate.links).target.compartment) : [];
    case "root":
      return [ROOT];
    case "principal":
      return principal ? [principalPlace(principal, estate)] : [];
    case "matched":
      return principal ? matchedPlaces(principal, row.makes ?? [], estate, wouldJoin) : [];
    case "tagged":
      return principal ? taggedPlaces(principal, row.makes ?? [], estate, wouldJoin) : [];
    case "key":
      return asset ? keyPlaces(asset, estate).map(moved) : [];
    case "secret":
      return asset ? secretPlaces(asset, estate) : [];
    case "anywhere":
      return everyPlace(estate);
  }
}

function withVariables(place: Place, { variables = new Map(), operation }: OciDetour): Place {
  const asked = operation === undefined ? variables : new Map([...variables, ["request.operation", operation]]);
  return asked.size === 0 ? place : { ...place, variables: new Map([...place.variables, ...asked]) };
}

/** The asset as a target, in the region in which requests for it are made. */
function targetOf({ resource }: Asset, { findings, links }: Estate): Place {
  const target = ociTarget(resource, findings, links);
  return isUnknown(tagsOf(resource, links)) ? target : { ...target, closed: ["target.resource.tag.", "target.bucket.tag."] };
}

/** The compartment and those above it, up to the root: a policy in any of them may reach down ("Policy Inheritance"). */
function above(path: Maybe<CompartmentPath>): readonly Place[] {
  if (isUnknown(path)) return [{ target: { compartment: path }, variables: new Map() }];
  return [...path.map((_, at) => path.slice(0, at + 1)).reverse(), []].map((compartment) => ({
    target: { compartment },
    variables: new Map(),
  }));
}

function principalPlace({ principal: { kind, name, id, resource } }: OciActor, { findings, links }: Estate): Place {
  if (resource) return ociTarget(resource, findings, links);
  const word = kind === "dynamic-group" ? "dynamicgroup" : kind;
  const variables = new Map([
    [`target.${word}.name`, domainName(name).name],
    ...(id === undefined ? [] : [[`target.${word}.id`, id] as const]),
  ]);
  return { target: { compartment: [] }, variables };
}

/** The compartments in which a new resource of one of these types would be taken for the principal. */
function matchedPlaces(
  { principal, acts }: OciActor,
  types: readonly string[],
  estate: Estate,
  wouldJoin: Joining,
): readonly Place[] {
  if (acts.kind !== "resource") return [];
  const places = everyPlace(estate);
  if (principal.kind === "resource") {
    if (acts.type === undefined || !types.some((type) => type === acts.type?.toLowerCase())) return [];
    const { compartment } = acts;
    return compartment === undefined || isUnknown(compartment) ? places : [{ target: { compartment }, variables: new Map() }];
  }
  return places.filter(({ target }) => wouldJoin(types, target.compartment, principal.name, { tagged: false }));
}

/** Those in which it would be with the right tags, and isn't without. */
function taggedPlaces(
  { principal, acts }: OciActor,
  types: readonly string[],
  estate: Estate,
  wouldJoin: Joining,
): readonly Place[] {
  if (acts.kind !== "resource" || principal.kind === "resource") return [];
  return everyPlace(estate).filter(
    ({ target }) =>
      wouldJoin(types, target.compartment, principal.name, { tagged: true }) &&
      !wouldJoin(types, target.compartment, principal.name, { tagged: false }),
  );
}

/** Whether a rule takes a resource that somebody makes there; without tags of its own it has those that are given there. */
type Joining = (
  types: readonly string[],
  compartment: Maybe<CompartmentPath>,
  group: string,
  tags: { readonly tagged: boolean },
) => boolean;

/** The dynamic groups of a type in a compartment are looked for once. */
function joiningIn({ tenancy }: Estate["oci"], { defaults }: Estate["findings"]): Joining {
  const known = new Map<string, ReturnType<typeof dynamicGroupsOf>>();
  const groupsOf = (type: string, compartment: CompartmentPath, tagged: boolean) => {
    const key = JSON.stringify([type, compartment, tagged]);
    const tags = tagged ? {} : { tags: withDefaults(new Map(), compartment, defaults) };
    const found =
      known.get(key) ??
      dynamicGroupsOf({ kind: "resource", type, id: `ocid1.${type}.unmade..new`, compartment, ...tags }, tenancy);
    known.set(key, found);
    return found;
  };
  return (types, compartment, group, { tagged }) =>
    isUnknown(compartment) ||
    types.some((type) =>
      groupsOf(type, compartment, tagged).some(
        ({ group: { name }, member }) => sameName(name, domainName(group)) !== false && member !== false,
      ),
    );
}

function keyPlaces({ resource }: Asset, estate: Estate): readonly Place[] {
  const key = estate.links.resource(argument(resource, "kms_key_id") ?? argument(resource, "key_id"));
  return key ? [ociTarget(key, estate.findings, estate.links)] : [];
}

function secretPlaces({ resource }: Asset, estate: Estate): readonly Place[] {
  const secret = estate.links.resource(argument(resource, "secret_id"));
  return secret ? [ociTarget(secret, estate.findings, estate.links)] : [];
}
