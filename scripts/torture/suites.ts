import { everyTextHasAnAnswer, printedComesBack } from "../../packages/oci-policy/test/support/laws";
import { check, type Suite } from "./suite";

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
];
