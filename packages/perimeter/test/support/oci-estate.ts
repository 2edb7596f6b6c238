import type { Documents } from "./stacks";

export const TENANCY = "ocid1.tenancy.oc1..t";

export type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** One kind after the other, each with its resources. */
export function merged(...all: readonly Resources[]): Resources {
  const kinds = new Map<string, Record<string, object>>();
  for (const one of all) for (const [type, made] of Object.entries(one)) kinds.set(type, { ...kinds.get(type), ...made });
  return Object.fromEntries(kinds);
}

/**
 * A tenancy with the compartments stores and other, the bucket "user-media" in the first with a key of its own, groups
 * of both sides, and an instance's dynamic group.
 */
export const ESTATE: Resources = {
  oci_identity_compartment: {
    stores: { compartment_id: TENANCY, name: "stores", description: "d" },
    other: { compartment_id: TENANCY, name: "other", description: "d" },
  },
  oci_objectstorage_bucket: {
    media: {
      compartment_id: "${oci_identity_compartment.stores.id}",
      namespace: "ns",
      name: "user-media",
      access_type: "NoPublicAccess",
      kms_key_id: "${oci_kms_key.media.id}",
    },
    logs: { compartment_id: "${oci_identity_compartment.other.id}", namespace: "ns", name: "logs" },
  },
  oci_kms_vault: { v: { compartment_id: "${oci_identity_compartment.stores.id}", display_name: "v", vault_type: "DEFAULT" } },
  oci_kms_key: {
    media: { compartment_id: "${oci_identity_compartment.stores.id}", display_name: "media", management_endpoint: "https://v" },
  },
  oci_identity_group: {
    us_sre: { compartment_id: TENANCY, name: "us-sre", description: "d" },
    us_data: { compartment_id: TENANCY, name: "us-data", description: "d" },
    apac: { compartment_id: TENANCY, name: "apac-eng", description: "d" },
  },
  oci_identity_dynamic_group: {
    app: {
      compartment_id: TENANCY,
      name: "us-app",
      description: "d",
      matching_rule: "ALL {instance.compartment.id = '${oci_identity_compartment.stores.id}'}",
    },
  },
};

/** A policy at the root with these statements. */
export const statements = (...all: readonly string[]): Resources => ({
  oci_identity_policy: { p: { compartment_id: TENANCY, name: "p", description: "d", statements: all } },
});

/** The estate with more in it, as one stack. */
export const stackOf = (...more: readonly Resources[]): Documents => ({
  "a.tf.json": {
    provider: { oci: [{ region: "us-phoenix-1", tenancy_ocid: TENANCY }] },
    resource: merged(ESTATE, ...more),
  },
});

/** The US side reads "media" by the group us-sre; apac-eng is from outside. */
export const MODEL = `
version: 1
jurisdiction: US
rests: { oci: [us-phoenix-1] }
stores: { media: oci_objectstorage_bucket.media }
roles:
  us-sre: { principal: oci_identity_group.us_sre, residency: US, content: [media] }
  us-data: { principal: oci_identity_group.us_data, residency: US, metadata: [media] }
  us-app: { principal: oci_identity_dynamic_group.app, residency: US }
  apac-eng: { principal: oci_identity_group.apac, residency: [CN, SG] }
trusted: [Administrators]
budget: { default: 1 }
`;
