import { createHash } from "node:crypto";
import { canonical, isObject, type ObjectValue, textOf, type Value } from "../schema/value";
import type { World } from "../world/world";
import type { Cloud, Scope } from "./cloud";
import { fill } from "./fill";
import { identityOf } from "./identity";
import { schemaOf } from "./plan";
import { Refusal } from "./refusal";
import { refusedAtApply } from "./service-checks";
import { firstOf, type Lookup, render, valueAt } from "./template";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Carries out a planned change. Throws a Refusal where the cloud refuses. Source: protocol 5.x, ApplyResourceChange. */
export function apply(cloud: Cloud, world: World, type: string, provider: Scope, prior: Value, planned: Value): Value {
  if (!isObject(planned)) return remove(cloud, world, type, provider, prior);
  const scope = cloud.scopeOf?.(planned, provider) ?? provider;
  const [refusal] = refusedAtApply(schemaOf(cloud, type).block, cloud.facts[type] ?? {}, planned);
  if (refusal) throw refusal;
  return isObject(prior) ? update(cloud, world, type, scope, prior, planned) : create(cloud, world, type, scope, planned);
}

function remove(cloud: Cloud, world: World, type: string, scope: Scope, prior: Value): Value {
  // An object that is already gone counts as deleted, with both providers.
  world.remove(type, identityOf(cloud, type, scope, prior));
  return null;
}

function create(cloud: Cloud, world: World, type: string, scope: Scope, planned: ObjectValue): Value {
  const { block } = schemaOf(cloud, type);
  const request = sha256(`${type} ${canonical(scope)} ${canonical(planned)}`);
  const make = (ordinal: number) => {
    const value = fill(block, planned, { cloud, world, type, scope, seed: `${request}/${ordinal}` });
    return { id: identityOf(cloud, type, scope, value), value };
  };
  const made = world.create({ type, request, unique: namesOf(cloud, type, scope, planned), make });
  if (isTaken(made)) throw nameTaken(cloud, type, made.taken);
  return made;
}

/** The names that the object claims; one that is unknown or absent is none. */
const namesOf = (cloud: Cloud, type: string, scope: Scope, planned: ObjectValue): readonly string[] =>
  (cloud.rows[type]?.unique ?? []).flatMap((template) => {
    const lookup: Lookup = firstOf((of) => {
      const [kind, argument] = of.split(":", 2);
      if (argument !== undefined) return cloud.invent(kind ?? "", argument, "", scope, lookup);
      return valueAt(planned, of) ?? scope[of] ?? cloud.facts[type]?.defaults?.[of];
    });
    const name = render(template, lookup);
    return typeof name === "string" ? [`${type} ${name}`] : [];
  });

const nameTaken = (cloud: Cloud, type: string, name: string) => new Refusal(cloud.nameTaken(type, name.slice(type.length + 1)));

const isTaken = (made: ObjectValue | { readonly taken: string }): made is { readonly taken: string } =>
  Object.keys(made).length === 1 && typeof made["taken"] === "string";

function update(cloud: Cloud, world: World, type: string, scope: Scope, prior: ObjectValue, planned: ObjectValue): Value {
  const { block } = schemaOf(cloud, type);
  const id = identityOf(cloud, type, scope, prior);
  const seed = sha256(`${type} ${id} ${canonical(planned)}`);
  const value = fill(block, planned, { cloud, world, type, scope, seed });
  const becomes = identityOf(cloud, type, scope, value);
  const outcome = world.update(type, id, namesOf(cloud, type, scope, planned), value, becomes);
  if (outcome === "id-taken") throw nameTaken(cloud, type, `${type} ${textOf(value["id"])}`);
  if (typeof outcome === "object") throw nameTaken(cloud, type, outcome.taken);
  if (outcome !== "accepted") throw new Refusal(cloud.notFound(type, textOf(prior["id"])));
  return value;
}
