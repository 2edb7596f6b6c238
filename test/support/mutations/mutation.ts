import type { StackJson } from "../deployments";

/** Synthesized stacks by name. */
export type Stacks = Readonly<Record<string, StackJson>>;

/** A change of a deployment that opens its boundary, and one as alarming that gives nothing. */
export interface Mutation {
  readonly name: string;
  /** The row of the catalogue that it shows, where it shows one. */
  readonly row?: string;
  readonly change: Change;
  /** By whom the finding must be. */
  readonly principal: string;
  readonly twin: Change;
}

export type Change = (stacks: Stacks) => Stacks;

/** One stack with more resources, or with other ones in the place of those of the same name. */
export function withResource(stack: string, type: string, name: string, args: object): Change {
  return (stacks) => {
    const json = stacks[stack];
    if (!json) throw new Error(`there is no stack ${stack}`);
    const resource = { ...json.resource, [type]: { ...json.resource?.[type], [name]: args } };
    return { ...stacks, [stack]: { ...json, resource } };
  };
}

/** The first resource of a type in a stack, with other arguments. */
export function withArguments(stack: string, type: string, change: (args: StackJson) => object): Change {
  return (stacks) => {
    const [name, args] = Object.entries(stacks[stack]?.resource?.[type] ?? {})[0] ?? [];
    if (name === undefined) throw new Error(`${stack} has no ${type}`);
    return withResource(stack, type, name, { ...(args as StackJson), ...change(args as StackJson) })(stacks);
  };
}

/** One change after the other. */
export const both =
  (...changes: readonly Change[]): Change =>
  (stacks) =>
    changes.reduce((changed, change) => change(changed), stacks);
