import { domainName, estateOfStatements, type OciRequest, simulatorOf } from "../src/simulate/oci";
import { type Benchmark, fastest } from "./benchmark";
import { statements } from "./statements";

const COUNT = 10_000;
const BUDGET = 20;

const REQUEST: OciRequest = {
  principal: { kind: "user", groups: [domainName("us/team-1")] },
  permission: "OBJECT_READ",
  target: { compartment: ["us", "stores", "s1"] },
  variables: new Map([["request.region", "phx"]]),
};

/** Each of the runs reads the statements anew, so that nothing is remembered of a request before. */
export const simulator: Benchmark = {
  what: `a simulated request against ${COUNT.toLocaleString("en-US")} OCI statements, once they are read`,
  run() {
    const policies = [
      {
        attachment: [],
        address: "bench",
        statements: statements(COUNT).map((text, n) => ({ text, address: `bench:${n + 1}` })),
      },
    ];
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 5; run += 1) {
      const simulate = simulatorOf(estateOfStatements(policies));
      best = Math.min(
        best,
        fastest(1, () => simulate(REQUEST)),
      );
    }
    return { figures: `${best.toFixed(1)} ms; at most ${BUDGET} ms`, isWithin: best <= BUDGET };
  },
};
