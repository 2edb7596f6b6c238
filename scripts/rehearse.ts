import { type RehearsalOutcome, rehearseFolder, teller } from "rehearsal";

/** What came of the rehearsal, for the verdict of `npm start`. */
export type Rehearsed = "rehearsed" | "left out" | "refused" | "undecided";

/** Lets the real Terraform plan and apply the folder's stacks against stand-ins of the clouds, and tells each step. */
export async function rehearse(from: string): Promise<Rehearsed> {
  const interruption = new AbortController();
  process.once("SIGINT", () => interruption.abort());
  return told(await rehearseFolder({ from, signal: interruption.signal, onStep: teller(console.log) }));
}

function told(outcome: RehearsalOutcome): Rehearsed {
  switch (outcome.kind) {
    case "rehearsed":
      return "rehearsed";
    case "no terraform":
      // Nothing else of `npm start` needs one.
      console.log(`not rehearsed: ${outcome.message}`);
      return "left out";
    case "refused":
      console.error(`${outcome.output}\n\n${outcome.message}`);
      return "refused";
    case "undecided":
      console.error(outcome.message);
      return "undecided";
  }
}
