import type { Rows } from "../../engine/cloud";

/** Source: Core Services API, Volume, VolumeBackupPolicy. A volume without a key has one of Oracle's. */
export const BLOCK_STORAGE: Rows = {
  oci_core_volume: {
    planned: { vpus_per_gb: "10", is_auto_tune_enabled: false },
    values: {
      state: "AVAILABLE",
      size_in_gbs: "1024",
      size_in_mbs: "1048576",
      is_hydrated: true,
      auto_tuned_vpus_per_gb: "{vpus_per_gb}",
    },
  },
  oci_core_volume_backup_policy: {},
  oci_core_volume_backup_policy_assignment: {},
};
