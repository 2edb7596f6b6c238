/** Terraform types of assets whose content is read in the same ways. */
export const BUCKETS = ["oci_objectstorage_bucket"] as const;
export const DATABASES = ["oci_database_autonomous_database"] as const;
export const BASE_DATABASES = ["oci_database_database", "oci_database_db_system"] as const;
export const VOLUMES = ["oci_core_volume", "oci_core_boot_volume"] as const;
export const FILES = ["oci_file_storage_file_system"] as const;
