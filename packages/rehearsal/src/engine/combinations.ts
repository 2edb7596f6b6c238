import type { Diagnostic } from "../protocol/messages";
import type { Block, Facts } from "../schema/types";
import { isList, UNKNOWN, type Value } from "../schema/value";
import { type Found, isSet, select } from "./select";

const first = (block: Block, config: Value, path: string): Found | undefined => select(block, config, path).find(isSet);

const unknownAt = (block: Block, config: Value, path: string) =>
  select(block, config, path).some(({ value }) => value === UNKNOWN || (isList(value) && value.includes(UNKNOWN)));

const list = (paths: readonly string[]) => `\`${[...paths].sort().join(",")}\``;

/** A rule inside a block speaks only where the block is there. */
function parentIsThere(block: Block, config: Value, path: string): boolean {
  const dot = path.lastIndexOf(".");
  return dot < 0 || first(block, config, path.slice(0, dot)) !== undefined;
}

function conflicts(block: Block, facts: Facts, config: Value): readonly Diagnostic[] {
  return Object.entries(facts.conflictsWith ?? {}).flatMap(([path, others]): Diagnostic[] => {
    const set = first(block, config, path);
    const other = set && others.find((one) => first(block, config, one));
    if (!set || other === undefined) return [];
    return [{ summary: "Conflicting configuration arguments", detail: `"${set.key}": conflicts with ${other}`, path: set.steps }];
  });
}

function required(block: Block, facts: Facts, config: Value): readonly Diagnostic[] {
  return Object.entries(facts.requiredWith ?? {}).flatMap(([path, others]): Diagnostic[] => {
    const set = first(block, config, path);
    const missing = set && others.some((one) => !first(block, config, one) && !unknownAt(block, config, one));
    if (!set || !missing) return [];
    const detail = `"${set.key}": all of ${list([path, ...others])} must be specified`;
    return [{ summary: "Missing required argument", detail, path: set.steps }];
  });
}

function groups(block: Block, facts: Facts, config: Value): readonly Diagnostic[] {
  const judge = (paths: readonly string[], exactly: boolean): readonly Diagnostic[] => {
    const [lead = ""] = paths;
    if (!parentIsThere(block, config, lead) || paths.some((path) => unknownAt(block, config, path))) return [];
    const set = paths.filter((path) => first(block, config, path));
    if (set.length === 0) {
      const summary = exactly ? "Invalid combination of arguments" : "Missing required argument";
      return [{ summary, detail: `"${lead}": one of ${list(paths)} must be specified` }];
    }
    if (!exactly || set.length === 1) return [];
    const detail = `"${lead}": only one of ${list(paths)} can be specified, but ${list(set)} were specified.`;
    return [{ summary: "Invalid combination of arguments", detail }];
  };
  return [
    ...(facts.exactlyOneOf ?? []).flatMap((paths) => judge(paths, true)),
    ...(facts.atLeastOneOf ?? []).flatMap((paths) => judge(paths, false)),
  ];
}

/** Which arguments go together. The words are those of terraform-plugin-sdk v2, helper/schema. */
export const combinations = (block: Block, facts: Facts, config: Value): readonly Diagnostic[] => [
  ...conflicts(block, facts, config),
  ...required(block, facts, config),
  ...groups(block, facts, config),
];
