import { entry, isObject, type JsonObject, type JsonValue } from "./body";
import { DEEPEST_JSON, TOO_DEEP, valueOfJson } from "./expression/text";
import { knownFields, listOf, type Recorded, recordedIn, textOf, withoutNulls } from "./state";
import { fields, list, unknown, type Value } from "./value";

/** What there will be when a plan has been applied. */
export interface Planned {
  readonly resources: readonly Recorded[];
  readonly data: readonly Recorded[];
  /** Addresses of what the plan deletes. */
  readonly deleted: ReadonlySet<string>;
}

/** What the plan leaves behind: what it makes, changes and keeps, with the values that it knows. */
export function readPlanned(plan: JsonObject): Planned {
  const changes = new Map<string, JsonObject>();
  for (const one of listOf(entry(plan, "resource_changes")))
    if (entry(one, "deposed") === undefined) changes.set(textOf(entry(one, "address")), one);
  const recorded = recordedIn(entry(entry(plan, "planned_values"), "root_module"));
  const kept = recorded.map((one) => ({ ...one, values: withChange(one, changes.get(one.address)) }));
  const addresses = new Set(kept.map(({ address }) => address));
  const others = [...changes].filter(([address]) => !addresses.has(address)).map(([, change]) => change);
  const prior = recordedIn(entry(entry(entry(plan, "prior_state"), "values"), "root_module"));
  const forgotten = others.filter((change) => actionsOf(change).includes("forget"));
  const read = others.filter((change) => actionsOf(change).includes("read")).map((change) => ofChange(change, "after"));
  return {
    resources: [...kept.filter(({ managed }) => managed), ...forgotten.map((change) => ofChange(change, "before"))],
    data: [...prior.filter(({ managed }) => !managed), ...kept.filter(({ managed }) => !managed), ...read],
    deleted: new Set(
      others.filter((change) => actionsOf(change).join() === "delete").map((change) => textOf(entry(change, "address"))),
    ),
  };
}

function actionsOf(change: JsonObject): readonly string[] {
  const actions = entry(entry(change, "change"), "actions");
  return Array.isArray(actions) ? actions.map(String) : [];
}

/** What a plan only forgets goes on to exist in the cloud; a data source that it defers has some of its arguments. */
function ofChange(change: JsonObject, side: "before" | "after"): Recorded {
  const index = entry(change, "index");
  return {
    address: textOf(entry(change, "address")),
    module: textOf(entry(change, "module_address")),
    managed: entry(change, "mode") !== "data",
    type: textOf(entry(change, "type")),
    name: textOf(entry(change, "name")),
    index: typeof index === "string" || typeof index === "number" ? index : undefined,
    providerName: textOf(entry(change, "provider_name")),
    values: knownFields(entry(entry(change, "change"), side)),
  };
}

function withChange(one: Recorded, change: JsonObject | undefined) {
  const [after, open] = [entry(entry(change, "change"), "after"), entry(entry(change, "change"), "after_unknown")];
  if (!change || !isObject(after)) return one.values;
  const values = withOpen(after, open ?? false);
  return values.kind === "object" ? withoutNulls(values) : fields([]);
}

/**
 * `after` lacks what isn't known; `after_unknown` mirrors its shape, with `true` there, and lists keep their positions
 * ("JSON Output Format", change representation). Null in `after` is a known null.
 */
function withOpen(after: JsonValue, open: JsonValue, depth = 0): Value {
  if (open === true) return AFTER_APPLY;
  if (depth > DEEPEST_JSON) return TOO_DEEP;
  if (Array.isArray(after)) {
    const marks = Array.isArray(open) ? open : [];
    const size = Math.max(after.length, marks.length);
    return list(Array.from({ length: size }, (_, at) => withOpen(after[at] ?? null, marks[at] ?? false, depth + 1)));
  }
  if (!isObject(after)) {
    if (Array.isArray(open) && open.length > 0) return withOpen([], open, depth + 1);
    return isObject(open) && hasOpen(open) ? withOpen({}, open, depth + 1) : valueOfJson(after, depth);
  }
  const names = new Set([
    ...Object.keys(after),
    ...(isObject(open) ? Object.keys(open).filter((name) => hasOpen(open[name])) : []),
  ]);
  return fields([...names].map((name) => [name, withOpen(entry(after, name) ?? null, entry(open, name) ?? false, depth + 1)]));
}

/** Goes through a mirror without recursion: its depth is the input's. */
function hasOpen(json: JsonValue | undefined): boolean {
  const rest = [json];
  while (rest.length > 0) {
    const next = rest.pop();
    if (next === true) return true;
    if (Array.isArray(next)) rest.push(...next);
    else if (isObject(next)) rest.push(...Object.values(next));
  }
  return false;
}

const AFTER_APPLY = unknown("it is known only after apply");
