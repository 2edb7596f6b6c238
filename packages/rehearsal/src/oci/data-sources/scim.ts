import type { DataSource } from "../../engine/cloud";
import { Refusal } from "../../engine/refusal";
import { type ObjectValue, textOf } from "../../schema/value";
import { answerId } from "./listing";

/** `displayName` as the provider spells it. */
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** One comparison of a text. Source: RFC 7644, section 3.4.2.2; texts are compared without regard to case. */
const COMPARISON = /^\s*([A-Za-z][A-Za-z0-9]*)\s+(eq|co|sw|ew)\s+"((?:[^"\\]|\\.)*)"\s*$/i;

const TESTS: Readonly<Record<string, (has: string, wanted: string) => boolean>> = {
  eq: (has, wanted) => has === wanted,
  co: (has, wanted) => has.includes(wanted),
  sw: (has, wanted) => has.startsWith(wanted),
  ew: (has, wanted) => has.endsWith(wanted),
};

function accepting(filter: string): (object: ObjectValue) => boolean {
  if (filter === "") return () => true;
  const [, name = "", operator = "", wanted = ""] = COMPARISON.exec(filter) ?? [];
  const test = TESTS[operator.toLowerCase()];
  if (!test) throw new Refusal(`the rehearsal can't read the filter "${filter}": it reads one comparison by eq, co, sw or ew`);
  return (object) => test(textOf(object[snake(name)]).toLowerCase(), wanted.replace(/\\(.)/g, "$1").toLowerCase());
}

/** Resources of a domain. Source: Identity Domains API, the List operations; RFC 7644, section 3.4.2.4 (pages). */
export const scimListing =
  (type: string, of: string, list: string, word: string): DataSource =>
  (config, _scope, world) => {
    const matches = accepting(textOf(config[`${word}_filter`]));
    const all = world.all(of).filter((one) => one["idcs_endpoint"] === config["idcs_endpoint"] && matches(one));
    const by = snake(textOf(config["sort_by"]));
    if (by !== "") all.sort((a, b) => (textOf(a[by]) < textOf(b[by]) ? -1 : 1));
    if (textOf(config["sort_order"]).toLowerCase() === "descending") all.reverse();
    const start = Math.max(1, Number(config["start_index"] ?? 1));
    const count = Number(config[`${word}_count`] ?? 50);
    const rows = all.slice(start - 1, start - 1 + count);
    return {
      id: answerId(type, config),
      [list]: rows,
      items_per_page: rows.length,
      total_results: all.length,
      schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    };
  };
