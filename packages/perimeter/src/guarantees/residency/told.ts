import type { Flow } from "../../estate/asset";
import type { Trail } from "../../estate/copies";
import type { Departure } from "../../estate/flows";
import type { Resource } from "../../input";
import { knownText } from "../../input/expression/text";
import type { Value } from "../../input/value";
import type { Fix, PathStep, Severity } from "../../verdict/verdict";

/** The flows that lead somewhere, as steps of a path. */
export const stepsOf = (flows: readonly Flow[]): readonly PathStep[] =>
  flows.map(({ by, from, to }) => step(by, from, to.address));

export const lastStep = ({ by, from, what }: Departure): PathStep => step(by, from, what === "" ? "another region" : what);

function step(by: Resource, from: Resource, to: string): PathStep {
  return { step: "flow", address: by.address, text: `carries from ${from.address} to ${to}` };
}

/** How bad it is that this is outside. */
export const severityOf = (carries: Trail["carries"]): Severity =>
  carries === "content" ? "critical" : carries === "key" ? "high" : "medium";

/** What has come somewhere, as a sentence calls it. */
export function shownData({ asset, carries, passes }: Pick<Trail, "asset" | "carries" | "passes">): string {
  const { store, flows } = asset;
  if (carries === "records") return `what is recorded of "${store}"`;
  if (carries === "key") return `a replica of the key of "${store}"`;
  if (passes) return `content of "${store}"`;
  return flows.length > 0 ? `a copy of "${store}"` : `"${store}"`;
}

/** To take away or to turn what leads out; the region that its arguments name is the edit. */
export function fixOf(by: Resource, region: string | undefined, inside: string | undefined): Fix {
  const named = region === undefined ? undefined : argumentsHolding(by.arguments, region)[0];
  const instead = inside === undefined ? "remove it" : `let it be in ${inside}, or remove it`;
  return {
    text: `${by.address}: ${instead}`,
    edits:
      named === undefined || region === undefined
        ? []
        : [{ address: by.address, argument: named, before: region, after: inside ?? null }],
  };
}

/** The paths of arguments whose text is this. */
function argumentsHolding(value: Value, text: string, path = ""): readonly string[] {
  if (value.kind === "object")
    return [...value.entries].flatMap(([name, one]) => argumentsHolding(one, text, path === "" ? name : `${path}.${name}`));
  if (value.kind === "list") return value.items.flatMap((one, at) => argumentsHolding(one, text, `${path}.${at}`));
  return knownText(value) === text ? [path] : [];
}
