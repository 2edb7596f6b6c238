import type { Estate } from "../../estate";
import { argument, fieldsOf, itemsOf } from "../../estate/arguments";
import type { Resource, Value } from "../../input";
import { domainOf } from "./domain";
import { literalOf } from "./literal";

/** A rule of a load balancer that sends users somewhere else. */
export interface Redirect {
  readonly by: Resource;
  /** Left out: the name that they asked for. */
  readonly host?: string;
  /** Whether it meets every request, so that none comes to a backend. */
  readonly isForAll: boolean;
}

/**
 * Where the rule sets of a listener redirect to. `{host}` is the name of the request.
 * Source: Load Balancing API, RedirectRule and RedirectUri; "Managing Rule Sets", URL redirect rules.
 */
export function redirectsOf(listener: Resource, parts: readonly Resource[], estate: Estate): readonly Redirect[] {
  const named = (itemsOf(argument(listener, "rule_set_names")) ?? []).map((value) => literalOf(value, estate));
  const sets = parts.filter(
    (one) => one.type === "oci_load_balancer_rule_set" && named.includes(literalOf(argument(one, "name"), estate)),
  );
  return sets.flatMap((by) =>
    (itemsOf(argument(by, "items")) ?? []).map(fieldsOf).flatMap((item): readonly Redirect[] => {
      if (literalOf(item.get("action"), estate) !== "REDIRECT") return [];
      const host = literalOf(fieldsOf(itemsOf(item.get("redirect_uri"))?.[0]).get("host"), estate);
      const isOwn = host === undefined || host === "" || host.includes("{host}");
      const isForAll = (itemsOf(item.get("conditions")) ?? []).every((one) => isEverything(fieldsOf(one), estate));
      return [{ by, isForAll, ...(isOwn ? {} : { host: domainOf(host) }) }];
    }),
  );
}

/** Every path begins with a slash. */
function isEverything(condition: ReadonlyMap<string, Value>, estate: Estate): boolean {
  const [name, value, operator] = ["attribute_name", "attribute_value", "operator"].map((key) =>
    literalOf(condition.get(key), estate),
  );
  return name === "PATH" && value === "/" && operator !== undefined && /PREFIX_MATCH$/.test(operator);
}
