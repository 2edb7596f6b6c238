import type { RehearsalStep } from "../rehearsal";
import type { Counts } from "../terraform/rehearse";

const WORDS: Readonly<Record<string, string>> = {
  create: "created",
  update: "updated",
  delete: "destroyed",
  "delete create": "replaced",
  "create delete": "replaced",
};

/** `57 created, 2 replaced`, or that nothing changed. */
export const countsText = (counts: Counts): string =>
  Object.entries(counts)
    .map(([action, count]) => `${count} ${WORDS[action] ?? action}`)
    .join(", ") || "nothing to change";

const secondsText = (seconds: number) => `${seconds.toFixed(1)} s`;

/** Tells in a line what is done; a stack when it is at rest. */
export function teller(print: (line: string) => void): (step: RehearsalStep) => void {
  let width = 0;
  return (step) => {
    if (step.phase === "started") width = Math.max(0, ...step.stacks.map(({ length }) => length));
    const text = stepText(step, width);
    if (text !== undefined) print(text);
  };
}

/** A step in one line for a person, if it is one to tell; `width` is that of the longest stack's name. */
function stepText(step: RehearsalStep, width: number): string | undefined {
  switch (step.phase) {
    case "started":
      return `rehearsing ${step.stacks.length} ${step.stacks.length === 1 ? "stack" : "stacks"} with Terraform ${step.terraform}, no cloud account …`;
    case "planned":
    case "applied":
      return undefined;
    case "at rest":
      return `  ${step.stack.padEnd(width)}  ${countsText(step.counts)}; planned again: no changes  ${secondsText(step.seconds)}`;
    case "all applied":
      return `${step.resources} resources in the rehearsed clouds after ${secondsText(step.seconds)}; plans and states: ${step.json}/`;
    case "destroying":
      return "destroying in reverse order …";
    case "destroyed": {
      const guarded = step.guarded > 0 ? `refused as declared (${step.guarded} protected); protection lifted in the copy: ` : "";
      return `  ${step.stack.padEnd(width)}  ${guarded}${countsText(step.counts)}  ${secondsText(step.seconds)}`;
    }
    case "all destroyed":
      return `nothing is left after ${secondsText(step.seconds)}`;
  }
}
