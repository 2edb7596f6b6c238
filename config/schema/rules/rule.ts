import type { DeploymentConfig } from "../deployment";
import type { ConfigPath } from "../positions";

/** A way in which a well-formed configuration doesn't hold together. */
export interface Problem {
  readonly code: string;
  readonly path: ConfigPath;
  /** Whether the key or its value is to be shown; the value by default. */
  readonly part?: "key" | "value";
  readonly message: string;
  readonly help: string;
}

/** Finds every problem of one kind. Rules are independent: each sees the whole configuration and trusts only its types. */
export type Rule = (config: DeploymentConfig) => Iterable<Problem>;
