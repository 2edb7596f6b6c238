import type { Row, Values } from "../engine/cloud";
import type { Lookup } from "../engine/template";
import { textOf, UNKNOWN, type Value } from "../schema/value";
import { perRegion, regional, text } from "./forms";

/**
 * What a key permits when nobody says otherwise: the account decides, by its own policies. Known once the account is.
 * Source: AWS KMS Developer Guide, Default key policy.
 */
function defaultPolicy(of: Lookup): Value {
  if (of("partition") === UNKNOWN || of("account") === UNKNOWN) return UNKNOWN;
  return JSON.stringify({
    Id: "key-default-1",
    Statement: [
      {
        Action: "kms:*",
        Effect: "Allow",
        Principal: { AWS: `arn:${text(of, "partition")}:iam::${text(of, "account")}:root` },
        Resource: "*",
        Sid: "Enable IAM User Permissions",
      },
    ],
    Version: "2012-10-17",
  });
}

/** A multi-Region key's id says so. Source: AWS KMS Developer Guide, Multi-Region keys. */
const keyId = (of: Lookup): Value => (of("multi_region") === true ? `mrk-${textOf(of("hex:32"))}` : (of("uuid:4") ?? null));

/** A key whose material comes from outside is of no use before it is there. Source: AWS KMS API Reference, ImportKeyMaterial. */
const IMPORTED: Values = {
  enabled: (of) => typeof of("key_material_base64") === "string",
  expiration_model: (of) => {
    if (typeof of("key_material_base64") !== "string") return "";
    return of("valid_to") ? "KEY_MATERIAL_EXPIRES" : "KEY_MATERIAL_DOES_NOT_EXPIRE";
  },
  key_state: (of) => (typeof of("key_material_base64") === "string" ? "Enabled" : "PendingImport"),
};

/** A replica has the id of its primary. */
const replica = (more: Values): Row => ({
  planned: { policy: defaultPolicy },
  values: {
    id: "{key_id}",
    key_id: "{tail:primary_key_arn}",
    arn: regional("kms", "key/{key_id}"),
    key_usage: "ENCRYPT_DECRYPT",
    ...more,
  },
});

/** Sources: provider documentation, Attribute Reference and Import; AWS KMS API Reference, KeyMetadata and CreateGrant. */
export const KMS: Readonly<Record<string, Row>> = {
  aws_kms_alias: {
    values: {
      name: (of) => `${textOf(of("name_prefix")) || "alias/"}${textOf(of("digits:26"))}`,
      id: "{name}",
      arn: regional("kms", "{name}"),
      // A target that is an ARN already has an account and a region in it: only what follows `key/` counts.
      target_key_arn: regional("kms", "key/{tail:target_key_id}"),
    },
    unique: perRegion("{name}"),
  },
  aws_kms_custom_key_store: {
    planned: { custom_key_store_type: "AWS_CLOUDHSM" },
    values: { id: "cks-{hex:17}" },
    unique: perRegion("{custom_key_store_name}"),
  },
  aws_kms_external_key: {
    planned: { multi_region: false, policy: defaultPolicy },
    values: {
      id: keyId,
      arn: regional("kms", "key/{id}"),
      ...IMPORTED,
      key_spec: "SYMMETRIC_DEFAULT",
      key_usage: "ENCRYPT_DECRYPT",
    },
  },
  aws_kms_grant: { values: { id: "{key_id}:{grant_id}", grant_id: "{hex:64}", grant_token: "{mixed:200}" } },
  aws_kms_key: {
    planned: { multi_region: false, policy: defaultPolicy },
    values: {
      id: "{key_id}",
      key_id: keyId,
      arn: regional("kms", "key/{key_id}"),
      description: "",
      // Source: AWS KMS Developer Guide, Rotating keys: 365 days where rotation is on and nothing is said.
      rotation_period_in_days: (of) => (of("enable_key_rotation") === true ? 365 : 0),
    },
  },
  aws_kms_key_policy: { values: { id: "{key_id}" } },
  aws_kms_replica_external_key: replica(IMPORTED),
  aws_kms_replica_key: replica({ key_rotation_enabled: false, key_spec: "SYMMETRIC_DEFAULT" }),
};
