import type { SynthesizedStack } from "./synthesized";

/** `${type.name.attribute}`, whole. */
const WHOLE_REFERENCE = /^\$\{([^}]+)\}$/;
const REMOTE_OUTPUT = /^data\.terraform_remote_state\.cross-stack-reference-input-([^.]+)\.outputs\.(.+)$/;

/** A reference from one stack to what another one made. */
export interface CrossStackReference {
  readonly from: string;
  readonly to: string;
  /** `type.name.attribute` in the other stack. */
  readonly what: string;
}

/**
 * What an expression refers to, as a reader would say it: `type.name.attribute`, led by the stack where it is another
 * one. The outputs by which cdktf passes ids between stacks are followed to what they hold.
 */
export function readExpression(expression: string, stacks: readonly SynthesizedStack[]): string {
  const remote = followRemote(expression, stacks);
  return remote ? `${remote.to}/${remote.what}` : expression;
}

/** Every reference of a stack to another one, once, in a stable order. */
export function crossStackReferences(stack: SynthesizedStack, stacks: readonly SynthesizedStack[]): CrossStackReference[] {
  const found = new Map<string, CrossStackReference>();
  for (const text of stringsIn([stack.json.resource, stack.json.data, stack.json.output]))
    for (const [, expression] of text.matchAll(/\$\{([^}]+)\}/g)) {
      const remote = followRemote(expression as string, stacks);
      if (remote) found.set(`${remote.to}/${remote.what}`, { from: stack.name, ...remote });
    }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reference]) => reference);
}

function followRemote(expression: string, stacks: readonly SynthesizedStack[]): Omit<CrossStackReference, "from"> | undefined {
  const [, stack, output] = REMOTE_OUTPUT.exec(expression) ?? [];
  if (!stack || !output) return undefined;
  const value = stacks.find(({ name }) => name === stack)?.json.output?.[output]?.value;
  return { to: stack, what: WHOLE_REFERENCE.exec(value ?? "")?.[1] ?? output };
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value !== null && typeof value === "object") return Object.values(value).flatMap(stringsIn);
  return [];
}
