import type { OciDetour } from "../row";
import { BUCKETS, DATABASES } from "./types";

/** What shows that content exists, how much and under which names: metadata ("What counts"). */
export const LISTS = [
  {
    id: "OBJ-2",
    source: "Details for Object Storage, Archive Storage, and Data Transfer: permissions required for each API operation",
    needs: [["OBJECT_INSPECT"], ["BUCKET_INSPECT"], ["BUCKET_READ"]],
    at: "asset",
    yields: "read",
    of: BUCKETS,
    says: "may list it",
  },
  {
    id: "ADB-0",
    source: "Details for Autonomous Database on Serverless: permissions required for each API operation",
    needs: [["AUTONOMOUS_DATABASE_INSPECT"]],
    at: "asset",
    yields: "read",
    of: DATABASES,
    says: "may list it",
  },
] as const satisfies readonly OciDetour[];

/** Use of a key that reads nothing: the service opens the key for whoever may read. */
export const KEY_USE = [
  {
    id: "KEY-1",
    source: "Details for the Vault Service: permissions required for each API operation",
    needs: [["KEY_DECRYPT"]],
    at: "key",
    yields: "key",
    says: "may decrypt with its key",
  },
] as const satisfies readonly OciDetour[];
