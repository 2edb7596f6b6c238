import { estateOf } from "../estate";
import type { NamedPrincipal } from "../estate/named-principal";
import { principalsIn } from "../estate/principals";
import type { Declared } from "../guarantees/declared";
import { type Fields, fields, literal, type Provider, type Resource, type Value } from "../input";
import type { Question } from "../question";
import { cloudIdentity } from "./identity";
import { IDS, knownId, type Matches, matchResources } from "./match";
import { type Shown, shownBy } from "./shown";

/** Two questions that call the same things by the same addresses and ids. */
export interface Aligned {
  readonly before: Question;
  readonly after: Question;
  /** Texts about `after` with the addresses that it has there. */
  readonly shown: Shown;
  /** How many resources have another address than before. */
  readonly readdressed: number;
}

/**
 * Tells the second estate in the addresses of the first, wherever the cloud knows the same thing, and both in the ids that
 * one of them knows: what is left is what differs in the cloud. Ids that stand for what isn't made yet follow from addresses.
 */
export function align(before: Question, after: Question): Aligned {
  const [ones, others] = [resourcesOf(before), resourcesOf(after)];
  const matches = matchResources(ones, others);
  const byAddress = new Map(ones.map((resource) => [resource.address, resource]));
  const called = addressesOf(others, matches, byAddress);
  const partners = new Map([...matches].map(([own, address]) => [address, after.estate.resources.get(own)]));
  return {
    before: retold(
      before,
      (address) => address,
      (resource) => partners.get(resource.address),
    ),
    after: retold(after, called, (resource) => byAddress.get(matches.get(resource.address) ?? "")),
    shown: shownBy(new Map(others.map(({ address }) => [called(address), address]))),
    readdressed: others.filter(({ address }) => matches.has(address) && called(address) !== address).length,
  };
}

const resourcesOf = ({ estate }: Question) => [...estate.resources.values()];

/** An address that now means another thing is told apart from the one that it was. */
function addressesOf(
  after: readonly Resource[],
  matches: Matches,
  before: ReadonlyMap<string, Resource>,
): (address: string) => string {
  const called = new Map(
    after.map(({ address }) => [address, matches.get(address) ?? (before.has(address) ? `${address}-new` : address)]),
  );
  return (address) => called.get(address) ?? address;
}

type Partner = (resource: Resource) => Resource | undefined;

function retold(question: Question, called: (address: string) => string, partnerOf: Partner): Question {
  const isRenamed = resourcesOf(question).some(({ address }) => called(address) !== address);
  const resources = new Map(
    resourcesOf(question).map((resource) => [
      resource.address,
      withIds(isRenamed ? renamed(resource, called) : resource, resource, partnerOf(resource)),
    ]),
  );
  const { estate, declared, stacks } = question;
  if ([...resources].every(([address, resource]) => resource === estate.resources.get(address))) return question;
  const input = { resources: [...resources.values()], stacks, unread: estate.unread, backends: estate.backends };
  const told = estateOf(input, { oci: declared.oci, aws: declared.aws });
  return { ...question, estate: told, declared: redeclared(declared, resources, principalsIn(told)) };
}

/** What one side knows of the ids of a thing, the other may say as well. */
function withIds(resource: Resource, own: Resource, partner: Resource | undefined): Resource {
  if (!partner) return resource;
  const [one, other] = [cloudIdentity(own), cloudIdentity(partner)];
  if (one.name !== other.name || one.region !== other.region) return resource;
  const known = IDS.flatMap((name) => {
    const id = knownId(partner, name);
    return id === undefined || resource.arguments.entries.has(name) ? [] : [[name, literal(id)] as const];
  });
  return known.length === 0 ? resource : { ...resource, arguments: fields([...resource.arguments.entries, ...known]) };
}

function renamed(resource: Resource, called: (address: string) => string): Resource {
  const provider = Object.entries(resource.provider).map(([name, value]) => [
    name,
    typeof value === "object" ? valueWith(value, called) : value,
  ]);
  return {
    ...resource,
    address: called(resource.address),
    arguments: fieldsWith(resource.arguments, called),
    provider: Object.fromEntries(provider) as Provider,
  };
}

const fieldsWith = ({ entries }: Fields, called: (address: string) => string): Fields =>
  fields([...entries].map(([name, value]) => [name, valueWith(value, called)]));

function valueWith<Kind extends Value>(value: Kind, called: (address: string) => string): Kind;
function valueWith(value: Value, called: (address: string) => string): Value {
  switch (value.kind) {
    case "reference":
      return { ...value, to: called(value.to) };
    case "list":
      return { ...value, items: value.items.map((item) => valueWith(item, called)) };
    case "object":
      return fieldsWith(value, called);
    case "template":
      return { ...value, parts: value.parts.map((part) => valueWith(part, called)) };
    case "json":
      return { ...value, value: valueWith(value.value, called) };
    case "literal":
    case "unknown":
      return value;
  }
}

function redeclared(
  declared: Declared,
  resources: ReadonlyMap<string, Resource>,
  principals: readonly NamedPrincipal[],
): Declared {
  const made = (resource: Resource) => resources.get(resource.address) ?? resource;
  const somebody = (one: NamedPrincipal): NamedPrincipal => {
    const address = one.resource && made(one.resource).address;
    const isSame = (other: NamedPrincipal) =>
      address === undefined ? other.name === one.name && other.id === one.id : other.resource?.address === address;
    return principals.find((other) => other.cloud === one.cloud && other.kind === one.kind && isSame(other)) ?? one;
  };
  const { oversight } = declared;
  return {
    ...declared,
    stores: declared.stores.map((store) => ({ ...store, resources: store.resources.map(made) })),
    roles: declared.roles.map((role) => ({ ...role, principals: role.principals.map(somebody) })),
    trusted: declared.trusted.map(somebody),
    ...(oversight ? { oversight: { ...oversight, evidence: oversight.evidence.map(made) } } : {}),
  };
}
