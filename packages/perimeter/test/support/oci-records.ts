import { ESTATE, merged, type Resources, MODEL as STORES, statements, TENANCY } from "./oci-estate";
import type { Documents } from "./stacks";

/** Who reads the records and the rules, and no content; each in a statement of its own. */
export const AUDIT = [
  "allow group auditors to read objects in compartment audit where target.bucket.name = 'evidence'",
  "allow group auditors to inspect policies in tenancy",
] as const;

/** The locked bucket of the records, its key, the log of the reads of "media", and what carries that and the audit log. */
export const RECORDS: Resources = {
  oci_identity_compartment: {
    audit: { compartment_id: TENANCY, name: "audit", description: "d" },
    audit_keys: { compartment_id: TENANCY, name: "audit-keys", description: "d" },
  },
  oci_identity_group: { auditors: { compartment_id: TENANCY, name: "auditors", description: "d" } },
  oci_kms_vault: {
    audit: { compartment_id: "${oci_identity_compartment.audit_keys.id}", display_name: "audit", vault_type: "DEFAULT" },
  },
  oci_kms_key: {
    audit: {
      compartment_id: "${oci_identity_compartment.audit_keys.id}",
      display_name: "audit",
      management_endpoint: "${oci_kms_vault.audit.management_endpoint}",
    },
  },
  oci_objectstorage_bucket: {
    evidence: {
      compartment_id: "${oci_identity_compartment.audit.id}",
      namespace: "ns",
      name: "evidence",
      kms_key_id: "${oci_kms_key.audit.id}",
      retention_rules: [rule({})],
    },
  },
  oci_logging_log_group: { reads: { compartment_id: "${oci_identity_compartment.audit.id}", display_name: "reads" } },
  oci_logging_log: { media: log({}) },
  oci_sch_service_connector: {
    reads: connector({ log_group_id: "${oci_logging_log_group.reads.id}" }),
    audit: connector({ log_group_id: "_Audit_Include_Subcompartment", compartment_id: TENANCY }),
  },
};

/** A retention rule, locked since the beginning of the year. */
export function rule(more: object): object {
  return {
    display_name: "evidence",
    duration: [{ time_amount: "365", time_unit: "DAYS" }],
    time_rule_locked: "2026-01-01T00:00:00Z",
    ...more,
  };
}

/** The log of the reads of "media", with other arguments, or with another source. */
export function log(source: object, more: object = {}): object {
  return {
    display_name: "media",
    log_group_id: "${oci_logging_log_group.reads.id}",
    log_type: "SERVICE",
    is_enabled: true,
    configuration: [
      { source: [{ source_type: "OCISERVICE", service: "objectstorage", category: "read", resource: "user-media", ...source }] },
    ],
    ...more,
  };
}

/** A connector into the evidence. */
export function connector(source: object, more: object = {}): object {
  return {
    compartment_id: "${oci_identity_compartment.audit.id}",
    display_name: "c",
    source: [{ kind: "logging", log_sources: [{ compartment_id: "${oci_identity_compartment.audit.id}", ...source }] }],
    target: [{ kind: "objectStorage", bucket: "evidence", namespace: "ns" }],
    ...more,
  };
}

export const recordedStack = (...more: readonly Resources[]): Documents => ({
  "a.tf.json": {
    provider: {
      oci: [
        { region: "us-phoenix-1", tenancy_ocid: TENANCY },
        { alias: "iad", region: "us-ashburn-1", tenancy_ocid: TENANCY },
      ],
    },
    resource: merged(ESTATE, RECORDS, statements(...AUDIT), ...more),
  },
});

/** Statements beside those of the auditors. */
export const also = (...all: readonly string[]): Resources => ({
  oci_identity_policy: { q: { compartment_id: TENANCY, name: "q", description: "d", statements: all } },
});

export const MODEL = `${STORES.replace("roles:\n", "roles:\n  auditor: { principal: oci_identity_group.auditors, residency: US }\n")}
oversight: { auditor: auditor, evidence: oci_objectstorage_bucket.evidence }
`;
