import { readExpression } from "./references";
import type { SynthesizedResource, SynthesizedStack } from "./synthesized";

/**
 * A stack the way a reviewer reads it: what it needs, where its state rests, then each resource with its arguments, by
 * the construct that made it. Nothing that a reader can't judge is shown (source lines, generated metadata), and
 * nothing that decides is left out.
 */
export function renderStack(stack: SynthesizedStack, stacks: readonly SynthesizedStack[]): string {
  const resources = [
    ...listed(stack.json.resource, ""),
    ...listed(stack.json.data, "data.").filter(({ address }) => !REMOTE_STATE.test(address)),
  ];
  const providers = Object.values(stack.json.provider ?? {}).flat();
  const value = valueRenderer(stacks);
  const head = [
    `stack ${stack.name} · ${resources.length} resources`,
    ...(stack.dependencies.length > 0 ? [`after ${stack.dependencies.join(", ")}`] : []),
    ...Object.entries(stack.json.terraform?.backend ?? {}).map(([kind, args]) => `state ${kind} ${inline(args)}`),
    ...providers.map((provider) => `provider ${inline(withoutNotes(provider))}`),
  ];
  const body = resources.sort(byConstruct).map(({ address, args }) => [address, ...value(withoutNotes(args), 1)].join("\n"));
  return `${[head.join("\n"), ...body].join("\n\n")}\n`;
}

interface Listed {
  readonly address: string;
  readonly args: SynthesizedResource;
}

const REMOTE_STATE = /^data\.terraform_remote_state\./;

function listed(block: SynthesizedStack["json"]["resource"], prefix: string): Listed[] {
  return Object.entries(block ?? {}).flatMap(([type, named]) =>
    Object.entries(named).map(([name, args]) => ({ address: `${prefix}${type}.${name}`, args })),
  );
}

function byConstruct(a: Listed, b: Listed): number {
  const path = ({ args, address }: Listed) => args["//"]?.metadata?.path ?? address;
  return path(a) < path(b) ? -1 : path(a) > path(b) ? 1 : 0;
}

function withoutNotes({ "//": _, ...args }: SynthesizedResource): Record<string, unknown> {
  return args;
}

/** Renders `key: value` lines, indented by two blanks a level. */
function valueRenderer(stacks: readonly SynthesizedStack[]) {
  const text = (value: string) =>
    value.replace(/(?<!\$)\$\{([^}]+)\}/g, (whole, expression: string) =>
      expression.includes("(") ? whole : `→ ${readExpression(expression, stacks)}`,
    );
  const scalar = (value: unknown) => (typeof value === "string" ? text(value) : String(value));
  const lines = (args: Record<string, unknown>, level: number): string[] =>
    Object.entries(args).flatMap(([key, value]) => entry(`${key}:`, value, level));
  const entry = (label: string, value: unknown, level: number): string[] => {
    const indent = "  ".repeat(level);
    if (Array.isArray(value)) {
      if (value.length === 0) return [`${indent}${label} none`];
      if (value.every((item) => typeof item !== "object") && inlineFits(value))
        return [`${indent}${label} ${value.map(scalar).join(", ")}`];
      return [`${indent}${label}`, ...value.flatMap((item) => entry("-", item, level + 1))];
    }
    if (value !== null && typeof value === "object") {
      const nested = lines(value as Record<string, unknown>, level + 1);
      // An item of a list starts on the line of its dash.
      if (label === "-" && nested[0]) return [`${indent}- ${nested[0].trimStart()}`, ...nested.slice(1)];
      return [`${indent}${label}`, ...nested];
    }
    return broken(scalar(value)).map((line, index) => (index === 0 ? `${indent}${label} ${line}` : `${indent}    ${line}`));
  };
  return lines;
}

const inlineFits = (values: readonly unknown[]) => values.map(String).join(", ").length <= 90;

const LINE_WIDTH = 120;

/** A long policy statement over several lines: who, what, where, when; long lists wrapped at their commas. */
function broken(text: string): string[] {
  if (text.length <= LINE_WIDTH) return [text];
  return text.split(/ (?=to (?:\{|inspect |read |use |manage )|in (?:tenancy|compartment )|where )/).flatMap(wrapped);
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const item of text.split(/(?<=, )/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + item.trimEnd().length <= LINE_WIDTH) lines[lines.length - 1] = last + item;
    else lines.push(lines.length > 0 ? `  ${item}` : item);
  }
  return lines.map((line) => line.trimEnd());
}

function inline(args: unknown): string {
  if (args === null || typeof args !== "object") return String(args);
  if (Array.isArray(args)) return args.map(inline).join(" ");
  return Object.entries(args)
    .map(([key, value]) => `${key}=${inline(value)}`)
    .join(" ");
}
