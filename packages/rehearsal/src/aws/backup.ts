import type { Row } from "../engine/cloud";
import { byName, perRegion, regional } from "./forms";

const vaultArn = regional("backup", "backup-vault:{backup_vault_name}");

/** Sources: provider documentation, Attribute Reference and Import; Service Authorization Reference, AWS Backup (ARNs). */
export const BACKUP: Readonly<Record<string, Row>> = {
  aws_backup_plan: {
    ...byName("{uuid:4}", regional("backup", "backup-plan:{id}"), { version: "{mixed:48}" }),
    renewed: ["version"],
  },
  aws_backup_selection: byName("{uuid:4}"),
  aws_backup_vault: {
    // Without a key of one's own it is that of AWS Backup itself.
    ...byName("{name}", regional("backup", "backup-vault:{name}"), {
      kms_key_arn: regional("kms", "key/{uuid:4}"),
      recovery_points: 0,
    }),
    unique: perRegion("{name}"),
  },
  aws_backup_vault_lock_configuration: byName("{backup_vault_name}", undefined, { backup_vault_arn: vaultArn }),
  aws_backup_vault_policy: byName("{backup_vault_name}", undefined, { backup_vault_arn: vaultArn }),
};
