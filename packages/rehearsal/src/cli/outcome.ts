import type { RehearsalOutcome } from "../rehearsal";
import { EXIT } from "./command";

/** Says what went wrong, and gives the exit code. */
export function report(outcome: RehearsalOutcome): number {
  if (outcome.kept !== undefined) console.log(`kept: ${outcome.kept} (world.jsonl, stacks/, states/)`);
  switch (outcome.kind) {
    case "rehearsed":
      return EXIT.done;
    case "refused":
      console.error(`${outcome.output}\n\n${outcome.message}`);
      return EXIT.refused;
    case "undecided":
    case "no terraform":
      console.error(outcome.message);
      return EXIT.undecided;
  }
}
