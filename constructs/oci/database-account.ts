import type { Construct } from "constructs";
import type { Jurisdiction } from "../../config/schema/jurisdictions";
import type { Compartment } from "./compartment";
import { residencyTags } from "./residency-tags";
import { GeneratedSecret, type HsmKey, type HsmVault } from "./vault";

/** Where the generated passwords of a database are kept, and the key that encrypts them. */
export interface PasswordKeeper {
  readonly vault: HsmVault;
  readonly key: HsmKey;
  readonly compartment: Compartment;
}

interface DatabaseAccountProps {
  readonly store: string;
  readonly jurisdiction: Jurisdiction;
  readonly keeper: PasswordKeeper;
  /** Whose password it is. */
  readonly account: string;
  readonly description: string;
}

/** The generated password of an account; one for each account of a database, however often it is asked for. */
export function accountPassword(
  database: Construct,
  { store, jurisdiction, keeper, account, description }: DatabaseAccountProps,
): GeneratedSecret {
  const id = `secret-${account}`;
  return (
    (database.node.tryFindChild(id) as GeneratedSecret | undefined) ??
    new GeneratedSecret(database, id, {
      ...keeper,
      // Two hyphens, which no name of ours holds: store `a` with role `b-c` and store `a-b` with role `c` stay apart.
      name: `${store}--${account}`,
      description,
      jurisdiction,
      tags: residencyTags(jurisdiction, "user-data", store),
    })
  );
}
