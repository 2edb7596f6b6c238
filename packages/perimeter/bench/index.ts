import type { Benchmark } from "./benchmark";
import { parser } from "./parser";
import { simulator } from "./simulator";
import { startUp } from "./start-up";

/** What `npm run bench` holds this package to. */
export const BENCHMARKS: readonly Benchmark[] = [...startUp, parser, simulator];
