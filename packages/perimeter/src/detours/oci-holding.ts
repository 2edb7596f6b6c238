import type { OciActor } from "../estate/actor";
import { argument } from "../estate/arguments";
import type { Asset } from "../estate/asset";
import type { Estate } from "../estate/estate";
import { ociTarget } from "../estate/oci/resolve";
import { type OciPossibilities, type OciQuestion, ociPossibilities } from "../oci";
import type { Possibility } from "../possibility";
import { type CompartmentPath, isUnknown, type Maybe, type OciRequest } from "../simulate/oci";
import { domainName } from "../simulate/oci/estate";
import { dynamicGroupsOf } from "../simulate/oci/matching-rule";
import { sameName } from "../simulate/oci/names";
import { type Held, lazyMap, oneOf, together } from "./held";
import type { OciDetour } from "./row";
import { writtenCaller } from "./written-caller";

/** What a question about a row is about. */
export interface About {
  readonly asset?: Asset;
  readonly principal?: OciActor;
  /** Variables that somebody has made true before, and whether denials still count. */
  readonly unbound?: readonly string[];
}

export interface OciHolding {
  /** Whether the actor can take this way. */
  readonly holds: (actor: OciActor, row: OciDetour, about: About) => Held;
}

type Place = Pick<OciRequest, "target" | "variables">;

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
  const wouldJoin = joiningIn(known.tenancy);

  function ask(actor: OciActor, permission: string, place: Place, unbound: readonly string[]): Possibility<OciRequest> {
    const open = unbound.filter((name) => name !== "deny");
    const question: OciQuestion = { principal: actor.acts, permission, ...place, open };
    const key = [writtenCaller(actor), permission, JSON.stringify([place.target, [...place.variables], unbound])].join("\n");
    const answer = answers.get(key) ?? answerTo(question, unbound.includes("deny") ? withoutDenials() : withDenials);
    answers.set(key, answer);
    return answer;
  }

  return {
    holds: (actor, row, about) =>
      oneOf(
        (function* () {
          for (const place of placesOf(row, about, estate, wouldJoin))
            for (const permissions of row.needs)
              yield together(lazyMap(permissions, (one) => ask(actor, one, withVariables(place, row), about.unbound ?? [])));
        })(),
      ),
  };
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

function placesOf(row: OciDetour, { asset, principal }: About, estate: Estate, wouldJoin: Joining): readonly Place[] {
  switch (row.at) {
    case "asset":
      return asset ? [targetOf(asset, estate)] : [];
    case "above":
      return asset ? above(ociTarget(asset.resource, estate.findings, estate.links).target.compartment) : [];
    case "root":
      return [ROOT];
    case "principal":
      return principal ? [principalPlace(principal, estate)] : [];
    case "matched":
      return principal ? matchedPlaces(principal, row.makes ?? [], estate, wouldJoin) : [];
    case "key":
      return asset ? keyPlaces(asset, estate) : [];
    case "secret":
      return asset ? secretPlaces(asset, estate) : [];
    case "anywhere":
      return everywhere(estate).map((compartment) => ({ target: { compartment }, variables: new Map() }));
  }
}

function withVariables(place: Place, { variables = new Map(), operation }: OciDetour): Place {
  const asked = operation === undefined ? variables : new Map([...variables, ["request.operation", operation]]);
  return asked.size === 0 ? place : { ...place, variables: new Map([...place.variables, ...asked]) };
}

/** The root, and all compartments whose place is known. */
const everywhere = ({ findings }: Estate): readonly CompartmentPath[] => [
  [],
  ...findings.places.compartments.flatMap(({ path }) => (isUnknown(path) ? [] : [path])),
];

/** The asset as a target, in the region in which requests for it are made. */
function targetOf({ resource }: Asset, { findings, links }: Estate): Place {
  return ociTarget(resource, findings, links);
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
  const paths = everywhere(estate);
  const places = (all: readonly CompartmentPath[]) =>
    all.map((compartment) => ({ target: { compartment }, variables: new Map() }));
  if (principal.kind === "resource") {
    if (acts.type === undefined || !types.some((type) => type === acts.type?.toLowerCase())) return [];
    return places(acts.compartment === undefined || isUnknown(acts.compartment) ? paths : [acts.compartment]);
  }
  return places(paths.filter((compartment) => types.some((type) => wouldJoin(type, compartment, principal.name))));
}

/** Whether a new resource of a type, in a compartment, would be in a dynamic group, or may be. */
type Joining = (type: string, compartment: CompartmentPath, group: string) => boolean;

function joiningIn(tenancy: Estate["oci"]["tenancy"]): Joining {
  const known = new Map<string, ReturnType<typeof dynamicGroupsOf>>();
  return (type, compartment, group) => {
    const id = `ocid1.${type}.unmade..new`;
    const key = `${type}\n${compartment.join("\n")}`;
    const groups = known.get(key) ?? dynamicGroupsOf({ kind: "resource", type, id, compartment }, tenancy);
    known.set(key, groups);
    return groups.some(({ group: { name } }) => sameName(name, domainName(group)) !== false);
  };
}

function keyPlaces({ resource }: Asset, estate: Estate): readonly Place[] {
  const key = estate.links.resource(argument(resource, "kms_key_id") ?? argument(resource, "key_id"));
  return key ? [ociTarget(key, estate.findings, estate.links)] : [];
}

function secretPlaces({ resource }: Asset, estate: Estate): readonly Place[] {
  const secret = estate.links.resource(argument(resource, "secret_id"));
  return secret ? [ociTarget(secret, estate.findings, estate.links)] : [];
}
