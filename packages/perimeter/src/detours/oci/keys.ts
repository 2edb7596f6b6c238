import type { OciDetour } from "../row";

const KMS = "Details for the Vault Service: permissions required for each API operation";

/** Keys and secrets. */
export const KEYS = [
  {
    id: "ESC-KEY-1",
    source: "Details for the Vault Service: permissions required for each API operation",
    needs: [["KEY_EXPORT"]],
    at: "key",
    yields: "key",
    says: "may export its key",
  },
  {
    id: "ESC-KEY-2",
    source: "Backing Up and Restoring Vaults and Keys",
    needs: [["KEY_BACKUP", "KEY_RESTORE"], ["VAULT_BACKUP", "VAULT_RESTORE"], ["VAULT_REPLICATE"]],
    elsewhere: ["KEY_RESTORE", "VAULT_RESTORE"],
    at: "key",
    yields: "key",
    says: "may carry a copy of its key elsewhere",
  },
  {
    id: "ESC-KEY-3",
    source: KMS,
    needs: [["KEY_IMPORT", "VAULT_IMPORT_KEY"]],
    elsewhere: ["VAULT_IMPORT_KEY"],
    at: "key",
    yields: "key",
    says: "may import key material that they know",
  },
  {
    id: "ESC-SEC-1",
    step: "credential",
    source: "Details for the Vault Service: permissions required for each API operation",
    needs: [["SECRET_BUNDLE_READ"]],
    at: "secret",
    yields: "read",
    says: "may read the secret that opens it",
  },
  {
    id: "ESC-SEC-2",
    step: "credential",
    source: "Managing Secrets",
    needs: [["SECRET_UPDATE"], ["SECRET_ROTATE"]],
    at: "secret",
    yields: "grant",
    says: "may replace the secret that opens it by one that they know",
  },
] as const satisfies readonly OciDetour[];
