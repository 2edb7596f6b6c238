import type { DataSource, Scope } from "../../engine/cloud";
import { Refusal } from "../../engine/refusal";
import { valueAt } from "../../engine/template";
import { canonical, isList, type ObjectValue, textOf, type Value } from "../../schema/value";
import { digits } from "../../world/ids";
import type { World } from "../../world/world";
import { filtered } from "./filter";
import { seen, subtree } from "./world";

/** Rows that are there without anybody's doing. */
export type Standing = (scope: Scope, world: World) => readonly ObjectValue[];

/** A data source that lists objects of the world. */
export interface Listing {
  /** The resource type whose objects it lists. */
  readonly of: string;
  /** Where the rows stand; `x.items` for a collection. */
  readonly in: string;
  /** Arguments that ask for an attribute of another name. */
  readonly where?: Readonly<Record<string, string>>;
  /** Arguments that say how to answer, not what. */
  readonly how?: readonly string[];
  /** They come before the others. */
  readonly standing?: Standing;
  /** The row of an object, where it isn't the object itself. */
  readonly row?: (object: ObjectValue) => ObjectValue;
}

/** Arguments that every listing may have and that don't choose. */
const HOW = new Set([
  "filter",
  "access_level",
  "compartment_id_in_subtree",
  "is_compartment_id_in_subtree",
  "sort_by",
  "sort_order",
]);

/** An argument's own way to choose, by its ending. */
const ENDINGS: readonly (readonly [ending: string, accepts: (has: Value | undefined, wanted: Value) => boolean])[] = [
  ["_prefix", (has, wanted) => textOf(has).startsWith(textOf(wanted))],
  ["_contains", (has, wanted) => folded(has).includes(folded(wanted))],
  ["_greater_than_or_equal_to", (has, wanted) => textOf(has) >= textOf(wanted)],
  ["_less_than", (has, wanted) => textOf(has) < textOf(wanted)],
  ["_not_equal_to", (has, wanted) => !sameWord(has, wanted)],
];

/** Arguments that name an attribute by another word wherever they appear. */
const WORDS: Readonly<Record<string, string>> = { lifecycle_state: "state" };

/** Arguments whose values are words of the service, compared without regard to case. Source: oci-go-sdk, GetMapping…Enum. */
const OF_THE_SERVICE = new Set([
  "state",
  "status",
  "type",
  "scope",
  "template",
  "zone_type",
  "log_type",
  "license_type",
  "db_workload",
  "clone_type",
  "infrastructure_type",
  "target_type",
  "protection_mode",
  "algorithm",
  "curve_id",
]);

const folded = (value: Value | undefined) => String(value ?? "").toLowerCase();
const same = (has: Value | undefined, wanted: Value) => String(has ?? "") === String(wanted);
const sameWord = (has: Value | undefined, wanted: Value) => folded(has) === folded(wanted);

export const isGiven = ([, value]: readonly [string, Value]) => value !== null && !(isList(value) && value.length === 0);

/** The id that the provider makes up for an answer. Source: terraform-provider-oci, GenerateDataSourceHashID. */
export function answerId(type: string, config: ObjectValue): string {
  const words = type.replace(/^oci_/, "").split("_");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return textOf(config["id"]) || `${name}DataSource-${digits(canonical(config), 10)}`;
}

/** Rows where the schema of a data source has them. */
export function placed(path: string, rows: readonly ObjectValue[]): ObjectValue {
  const [list = path, items] = path.split(".");
  return { [list]: items === undefined ? rows : [{ [items]: rows }] };
}

export const listing =
  (type: string, of: Listing): DataSource =>
  (config, scope, world) => {
    const objects = [...(of.standing?.(scope, world) ?? []), ...seen(world, scope, of.of)];
    const tests = Object.entries(config)
      .filter(isGiven)
      .filter(([name]) => !HOW.has(name) && !of.how?.includes(name))
      .map(([name, wanted]) => chooser(type, of, world, config, name, wanted));
    const rows = objects.filter((object) => tests.every((test) => test(object))).map(of.row ?? ((object) => object));
    return { id: answerId(type, config), ...placed(of.in, sorted(config, filtered(config, rows))) };
  };

function chooser(
  type: string,
  of: Listing,
  world: World,
  config: ObjectValue,
  name: string,
  wanted: Value,
): (object: ObjectValue) => boolean {
  if (name === "compartment_id") {
    const deep = config["compartment_id_in_subtree"] === true || config["is_compartment_id_in_subtree"] === true;
    const compartments = deep ? subtree(world, textOf(wanted)) : new Set([textOf(wanted)]);
    // What Oracle manages is listed in every compartment.
    return (object) => object["owner"] === "ORACLE" || compartments.has(textOf(object["compartment_id"]));
  }
  const [ending, accepts] = ENDINGS.find(([suffix]) => name.endsWith(suffix)) ?? ["", OF_THE_SERVICE.has(name) ? sameWord : same];
  const word = name.slice(0, name.length - ending.length);
  const path = of.where?.[name] ?? WORDS[word] ?? word;
  return (object) => {
    if (!Object.hasOwn(object, path.split(".", 1)[0] ?? path)) {
      throw new Refusal(`the rehearsal can't choose rows of "${type}" by "${name}"`);
    }
    return accepts(valueAt(object, path), wanted);
  };
}

/** Source: List operations of the APIs, `sortBy` and `sortOrder`: names rise unless told otherwise, times fall. */
function sorted(config: ObjectValue, rows: readonly ObjectValue[]): readonly ObjectValue[] {
  const by = textOf(config["sort_by"]).toUpperCase().replace("_", "");
  if (by === "") return rows;
  const key = by === "TIMECREATED" ? "time_created" : by === "DISPLAYNAME" ? "display_name" : "name";
  const falls = (textOf(config["sort_order"]) || (by === "TIMECREATED" ? "DESC" : "ASC")).toUpperCase() === "DESC";
  const inOrder = [...rows].sort((a, b) => (textOf(a[key]) < textOf(b[key]) ? -1 : 1));
  return falls ? inOrder.reverse() : inOrder;
}
