import { everyTextHasAnAnswer, printedComesBack } from "../../packages/oci-policy/test/support/laws";
import { disagreements } from "../../packages/perimeter/test/simulate/aws/oracle/compare";
import { LAWS } from "../../packages/perimeter/test/simulate/oci/support/laws";
import { check, type Failure, type Suite } from "./suite";

/** What `npm run torture` runs, in this order. The laws and the generators are those of the packages' tests. */
export const SUITES: readonly Suite[] = [
  {
    name: "oci-policy/print-and-parse",
    says: "every statement comes back from its print",
    cases: 1_000_000,
    check: (seed, cases) => check(printedComesBack, seed, cases),
  },
  {
    name: "oci-policy/damaged-texts",
    says: "every text is a statement that prints and comes back, or has one diagnostic inside of it",
    cases: 1_000_000,
    check: (seed, cases) => check(everyTextHasAnAnswer, seed, cases),
  },
  ...Object.entries(LAWS).map(([says, law]) => ({
    name: `perimeter/oci/${says.replace(/[^a-z]+/g, "-")}`,
    says,
    cases: 100_000,
    check: (seed: number, cases: number) => check(law, seed, cases),
  })),
  {
    name: "perimeter/aws/second-simulator",
    says: "another simulator of AWS answers alike, or the documentation says why not",
    cases: 100_000,
    check: unexplained,
  },
];

/** The shortest scenario of those that two simulators answer differently without an explanation. */
async function unexplained(seed: number, count: number): Promise<Failure | undefined> {
  const texts: string[] = [];
  for await (const { scenario, ours, theirs, explanation } of disagreements({ seed, count }))
    if (!explanation) texts.push(`${JSON.stringify(scenario)}\nours: ${ours}, the other: ${theirs}`);
  const [smallest] = texts.sort((one, other) => one.length - other.length);
  return smallest === undefined ? undefined : { smallest };
}
