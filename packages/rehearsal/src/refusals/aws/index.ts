import type { RefusalRow } from "../row";
import { BUCKETS } from "./buckets";
import { IDENTITIES } from "./identities";
import { AWS_KEYS } from "./keys";
import { ORGANIZATION } from "./organization";
import { POLICIES } from "./policies";
import { RECORDS } from "./records";
import { REPLICATION_ROWS } from "./replication";
import { TRANSFER } from "./transfer";

/** What AWS refuses. */
export const AWS_REFUSALS: readonly RefusalRow[] = [
  ...BUCKETS,
  ...REPLICATION_ROWS,
  ...POLICIES,
  ...IDENTITIES,
  ...AWS_KEYS,
  ...ORGANIZATION,
  ...RECORDS,
  ...TRANSFER,
];
