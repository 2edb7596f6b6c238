import { forgetProgress, keepProgress, type Progress, progressOf, type Run } from "./progress";
import type { Failure, Suite } from "./suite";

/** Cases between two looks at the clock: what a stopped run loses at most. */
export const BATCH = 1000;

export interface Outcome extends Progress {
  /** With the seed and the count that repeat it alone. */
  readonly failure?: Failure & { readonly seed: number; readonly cases: number };
}

/**
 * Runs a suite from where it was stopped. Each batch has a seed of its own, which follows from the run's, so that one
 * that fails is repeated without those before it.
 * @param folder where the progress is kept
 * @param onProgress called after each batch
 */
export async function runSuite(
  suite: Suite,
  run: Run,
  folder: string,
  onProgress: (progress: Progress) => void,
): Promise<Outcome> {
  let { done, seconds } = progressOf(folder, run);
  while (done < run.cases) {
    const seed = run.seed + done / BATCH;
    const cases = Math.min(BATCH, run.cases - done);
    const began = performance.now();
    const failure = await suite.check(seed, cases);
    seconds += (performance.now() - began) / 1000;
    if (failure) return { done, seconds, failure: { ...failure, seed, cases } };
    done += cases;
    keepProgress(folder, run, { done, seconds });
    onProgress({ done, seconds });
  }
  forgetProgress(folder, run);
  return { done, seconds };
}
