import type { Diagnostic } from "../protocol/messages";
import type { Block, Facts } from "../schema/types";
import type { Value } from "../schema/value";
import { type Company, companies, type Found, isSet, mayBeSet } from "./select";

const setIn = (company: Company, path: string): Found | undefined => company.get(path)?.find(isSet);

const isOpen = (company: Company, path: string) => company.get(path)?.some(mayBeSet) ?? false;

const list = (paths: readonly string[]) => `\`${[...paths].sort().join(",")}\``;

/** Arguments of one block exclude each other, not those of two. */
function conflicts(block: Block, facts: Facts, config: Value): readonly Diagnostic[] {
  return Object.entries(facts.conflictsWith ?? {}).flatMap(([path, others]) => {
    const found = others.flatMap((other) =>
      companies(block, config, [path, other]).flatMap((company) => {
        const set = setIn(company, path);
        return set && setIn(company, other) ? [{ set, other }] : [];
      }),
    );
    const firsts = found.filter(({ set }, index) => found.findIndex((one) => one.set.key === set.key) === index);
    return firsts.map(({ set, other }): Diagnostic => {
      const detail = `"${set.key}": conflicts with ${other}`;
      return { summary: "Conflicting configuration arguments", detail, path: set.steps };
    });
  });
}

function required(block: Block, facts: Facts, config: Value): readonly Diagnostic[] {
  return Object.entries(facts.requiredWith ?? {}).flatMap(([path, others]) =>
    companies(block, config, [path, ...others]).flatMap((company): Diagnostic[] => {
      const set = setIn(company, path);
      const isMissing = others.some((other) => !setIn(company, other) && !isOpen(company, other));
      if (!set || !isMissing) return [];
      const detail = `"${set.key}": all of ${list([path, ...others])} must be specified`;
      return [{ summary: "Missing required argument", detail, path: set.steps }];
    }),
  );
}

function groups(block: Block, facts: Facts, config: Value): readonly Diagnostic[] {
  const judge = (paths: readonly string[], exactly: boolean): readonly Diagnostic[] =>
    companies(block, config, paths).flatMap((company) => groupErrors(company, paths, exactly));
  return [
    ...(facts.exactlyOneOf ?? []).flatMap((paths) => judge(paths, true)),
    ...(facts.atLeastOneOf ?? []).flatMap((paths) => judge(paths, false)),
  ];
}

function groupErrors(company: Company, paths: readonly string[], exactly: boolean): readonly Diagnostic[] {
  const [lead = ""] = paths;
  const set = paths.filter((path) => setIn(company, path));
  if (set.length === 0) {
    if (paths.some((path) => isOpen(company, path))) return [];
    const summary = exactly ? "Invalid combination of arguments" : "Missing required argument";
    return [{ summary, detail: `"${lead}": one of ${list(paths)} must be specified` }];
  }
  if (!exactly || set.length === 1) return [];
  const detail = `"${lead}": only one of ${list(paths)} can be specified, but ${list(set)} were specified.`;
  return [{ summary: "Invalid combination of arguments", detail }];
}

/** Which arguments go together. The words are those of terraform-plugin-sdk v2, helper/schema. */
export const combinations = (block: Block, facts: Facts, config: Value): readonly Diagnostic[] => [
  ...conflicts(block, facts, config),
  ...required(block, facts, config),
  ...groups(block, facts, config),
];
