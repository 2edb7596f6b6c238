import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { operations, operationsNeeding, variable } from "oci-policy";
import { ociPossibilities } from "../../src/oci";
import { mayConcern } from "../../src/oci/variables";
import { type OciRequest, simulateOci } from "../../src/simulate/oci";
import { arbitraryWorld, estateOf, requestOf } from "../simulate/oci/support/arbitrary-world";

const EPOCH = new Date(0);
/** The request with everything open that a request decides. */
const opened = (request: OciRequest): OciRequest => ({ ...request, variables: new Map() });

/** What no request lacks. */
function complete(request: OciRequest): OciRequest {
  const [operation] = operationsNeeding(request.permission);
  const always = new Map([
    ["request.region", "phx"],
    ["request.utc-timestamp", "2026-03-04T05:06:07Z"],
    ["request.operation", operation?.name ?? "GetSomething"],
  ]);
  const named = new Set([...request.variables.keys()].map((name) => name.toLowerCase()));
  for (const name of named) always.delete(name);
  return { ...request, variables: new Map([...request.variables, ...always]) };
}

/** Whether a service could send it: with variables of its own, and an operation that asks for the permission. */
function canBeSent({ permission, variables, principal, target }: OciRequest): boolean {
  if (principal.tenancy !== undefined || target.tenancy !== undefined) return false;
  return [...variables].every(([name, value]) => {
    if (name.toLowerCase() === "request.operation" && operations(String(value)).length > 0)
      return operationsNeeding(permission).some((operation) => operation.name.toLowerCase() === String(value).toLowerCase());
    const known = variable(name);
    return known !== undefined && mayConcern(known, permission) && !name.toLowerCase().startsWith("request.principal");
  });
}

test("what may be allowed for a request is never said to be impossible", () => {
  let tried = 0;
  const law = fc.property(arbitraryWorld, (world) => {
    const [estate, request] = [estateOf(world), complete(requestOf(world))];
    fc.pre(canBeSent(request));
    const { decision } = simulateOci(estate, request);
    if (decision === "denied") return;
    tried += 1;
    expect(ociPossibilities(estate, EPOCH).possible(opened(request)).kind).not.toBe("never");
  });
  fc.assert(law, { numRuns: 1000, seed: 7 });
  expect(tried).toBeGreaterThan(100);
});

test("evaluator and proof never differ on a witness", () => {
  const law = fc.property(arbitraryWorld, (world) => {
    const [estate, request] = [estateOf(world), complete(requestOf(world))];
    fc.pre(canBeSent(request));
    const answer = ociPossibilities(estate, EPOCH).possible(opened(request));
    if (answer.kind === "undecided") for (const reason of answer.reasons) expect(reason).not.toContain("two evaluators differ");
  });
  fc.assert(law, { numRuns: 1000, seed: 8 });
});
