import { Worker } from "node:worker_threads";

/** Tells a person that something still goes on, and what. */
export interface Progress {
  /** What is done from now on. */
  readonly now: (step: Step) => void;
  readonly end: () => void;
}

const STEPS = ["reading", "proving", "writing"] as const;
export type Step = (typeof STEPS)[number];

/** A step that takes longer says so after this, and then each time after that. In milliseconds. */
const [FIRST, AGAIN] = [1000, 5000];

/**
 * The work holds the thread, so another one watches the clock. It counts only where the process has worked for so long too:
 * a machine that is busy with something else makes no noise here.
 */
const WATCH = `
const { workerData: { shared, steps, first, again } } = require("node:worker_threads");
const { writeSync } = require("node:fs");
const step = new Int32Array(shared);
const started = Date.now();
let next = first;
setInterval(() => {
  const passed = Date.now() - started;
  const { user, system } = process.cpuUsage();
  if (passed < next || (user + system) / 1000 < first) return;
  next = passed + again;
  try { writeSync(2, "perimeter: " + steps[Atomics.load(step, 0)] + ", " + Math.round(passed / 1000) + " s so far\\n"); } catch {}
}, 100);
`;

/** Begins to watch: a check that ends within a second prints nothing. */
export function watchProgress(): Progress {
  const shared = new SharedArrayBuffer(4);
  const step = new Int32Array(shared);
  const worker = new Worker(WATCH, {
    eval: true,
    workerData: { shared, steps: STEPS, first: FIRST, again: AGAIN },
    stdin: false,
  });
  worker.unref();
  return {
    now: (name) => void Atomics.store(step, 0, STEPS.indexOf(name)),
    end: () => void worker.terminate(),
  };
}
