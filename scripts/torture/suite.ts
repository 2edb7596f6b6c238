import * as fc from "fast-check";

/** A law that is held against very many generated cases. */
export interface Suite {
  /** `package/law` */
  readonly name: string;
  /** The law, as a sentence. */
  readonly says: string;
  /** How many cases a full run has. */
  readonly cases: number;
  /** Runs this many cases, the same ones for the same seed. */
  check(seed: number, cases: number): Promise<Failure | undefined>;
}

/** A case that breaks its law. */
export interface Failure {
  /** The smallest such case that was found, as a person can read it. */
  readonly smallest: string;
}

/** What goes wrong with a property, if anything: fast-check has made the case as small as it can. */
export async function check<Values>(
  property: fc.IRawProperty<Values>,
  seed: number,
  cases: number,
): Promise<Failure | undefined> {
  const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns: cases });
  if (!failed) return undefined;
  return {
    smallest: `${fc.stringify(counterexample)}\n${errorInstance instanceof Error ? errorInstance.message : errorInstance}`,
  };
}
