import { parseStatement } from "oci-policy";
import { type Benchmark, fastest } from "./benchmark";
import { statements } from "./statements";

const BUDGET = 100_000;
/** Ten times the statements may take this many times ten as long. */
const SLACK = 1.5;

export const parser: Benchmark = {
  what: "the parser of OCI's language",
  run() {
    const [fewer, more] = [perStatement(10_000), perStatement(100_000)];
    const rate = 1000 / more;
    const growth = more / fewer;
    const figures = `${thousands(rate)} statements a second; at least ${thousands(BUDGET)}`;
    return {
      figures: `${figures}. A statement among 100,000 takes ${growth.toFixed(2)} × as long as among 10,000; at most ${SLACK} ×`,
      isWithin: rate >= BUDGET && growth <= SLACK,
    };
  },
};

/** Milliseconds. */
function perStatement(count: number): number {
  const texts = statements(count);
  return fastest(5, () => texts.forEach(parseStatement)) / count;
}

const thousands = (rate: number) => Math.round(rate).toLocaleString("en-US");
