/** A speed that the package promises. */
export interface Benchmark {
  readonly what: string;
  run(): Measured;
}

export interface Measured {
  /** With its unit, and beside its budget. */
  readonly figures: string;
  readonly isWithin: boolean;
}

/** Milliseconds that the fastest of some runs takes: whatever else the machine does makes a run slower, never faster. */
export function fastest(runs: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    work();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}
