import { declare, readModel } from "../../src/declaration";
import { closureOf } from "../../src/detours";
import { estateOf } from "../../src/estate";
import { principalsIn } from "../../src/estate/principals";
import { RECOVERY } from "../../src/guarantees/recovery";
import { standingsIn } from "../../src/guarantees/standing";
import { assetsIn, waysIn } from "../../src/question";
import type { GuaranteeVerdict } from "../../src/verdict/verdict";
import { document, type Statement } from "./aws-estate";
import { merged, type Resources, TENANCY } from "./oci-estate";
import { type Documents, inputOf } from "./stacks";
import { DAY } from "./verdict-of";

/** What recovery alone says of documents against a model. */
export function recoveryOf(documents: Documents, model: string, at = DAY): GuaranteeVerdict {
  const read = readModel(model, "perimeter.yaml");
  if ("diagnostics" in read) throw new Error(JSON.stringify(read.diagnostics));
  const input = inputOf(documents);
  const estate = estateOf(input, { oci: read.content.oci ?? {}, aws: read.content.aws ?? {} });
  const declared = declare(read, { resources: input.resources, principals: principalsIn(estate) });
  if ("diagnostics" in declared) throw new Error(JSON.stringify(declared.diagnostics));
  const copies = assetsIn({ estate, declared, at, stacks: input.stacks });
  const clouds = waysIn(estate, at);
  const closure = closureOf(clouds);
  return RECOVERY.prove({
    estate,
    declared,
    at,
    ...copies,
    clouds,
    closure,
    standings: standingsIn(declared, closure.actors),
  });
}

/** The verdict, then rule, who and where of each finding, then the addresses of what isn't known. */
export function said({ verdict, findings, undecided }: GuaranteeVerdict): readonly string[] {
  const found = findings.map(({ rule, principal, asset }) =>
    [rule.replace("recovery/", ""), principal?.name, asset?.kind === "copy" ? asset.address : undefined]
      .filter((one) => one)
      .join(" "),
  );
  return [verdict, ...new Set(found), ...new Set(undecided.map(({ address }) => `? ${address}`))];
}

export const [ACCOUNT, COPIES_ACCOUNT] = ["111122223333", "444455556666"];

const role = (name: string) => ({
  name,
  assume_role_policy: document({ Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }),
});
const PEOPLE = { aws_iam_role: { us_ops: role("us-ops"), us_data: role("us-data"), apac_ops: role("apac-ops") } };

/** The replication of the store, with other rules or other parts of its one rule. */
export const replication = (more: object = {}): Resources => ({
  aws_s3_bucket_replication_configuration: {
    media: {
      bucket: "user-media",
      role: "arn:aws:iam::111122223333:role/replication",
      rule: [
        {
          status: "Enabled",
          filter: [{ prefix: "" }],
          delete_marker_replication: [{ status: "Disabled" }],
          destination: [{ bucket: "arn:aws:s3:::user-media-copy" }],
          ...more,
        },
      ],
    },
  },
});

export const versioning = (name: string, status = "Enabled"): Resources => ({
  aws_s3_bucket_versioning: { [name]: { bucket: `\${aws_s3_bucket.${name}.id}`, versioning_configuration: [{ status }] } },
});
export const lock = (mode: string, days: number, more: object = {}): Resources => ({
  aws_s3_bucket_object_lock_configuration: {
    copy: { bucket: "${aws_s3_bucket.copy.id}", rule: [{ default_retention: [{ mode, days, ...more }] }] },
  },
});
export const lifecycle = (...rules: readonly object[]): Resources => ({
  aws_s3_bucket_lifecycle_configuration: {
    copy: { bucket: "${aws_s3_bucket.copy.id}", rule: rules.map((rule) => ({ id: "r", status: "Enabled", ...rule })) },
  },
});

/** An inline policy of a role, in whichever account. */
export const may = (holder: string, ...statements: readonly Statement[]): Resources => ({
  aws_iam_role_policy: {
    [`${holder}-${JSON.stringify(statements).length}`]: {
      role: `\${aws_iam_role.${holder}.id}`,
      name: "p",
      policy: document(...statements),
    },
  },
});
export const acting = (...actions: readonly string[]): Statement => ({ Action: actions, Resource: "*" });

export interface AwsParts {
  /** In the store's account. */
  readonly store?: readonly Resources[];
  /** In the copy's. */
  readonly copy?: readonly Resources[];
}

/** A bucket with versions, and its copy in another account and region: versions, and no lock unless one is given. */
export function awsStacks({ store = [], copy = [] }: AwsParts = {}): Documents {
  const provider = (account: string, region: string) => ({ aws: [{ region, allowed_account_ids: [account] }] });
  return {
    "a.tf.json": {
      provider: provider(ACCOUNT, "us-east-1"),
      resource: merged(
        { aws_s3_bucket: { media: { bucket: "user-media" } } },
        PEOPLE,
        versioning("media"),
        replication(),
        ...store,
      ),
    },
    "b.tf.json": {
      provider: provider(COPIES_ACCOUNT, "us-west-2"),
      resource: merged({ aws_s3_bucket: { copy: { bucket: "user-media-copy" } } }, PEOPLE, versioning("copy"), ...copy),
    },
  };
}

export const awsModel = (recovery = "{ copies: 1, days: 30 }", more = "") => `
version: 1
jurisdiction: US
rests: { aws: [us-east-1, us-west-2] }
stores: { media: a/aws_s3_bucket.media }
roles:
  us-ops: { principal: { type: aws_iam_role, name: us-ops }, residency: US }
  us-data: { principal: { type: aws_iam_role, name: us-data }, residency: US }
  apac-ops: { principal: { type: aws_iam_role, name: apac-ops }, residency: [CN, SG] }
recovery: ${recovery}
${more}`;

const compartment = (name: string) => ({ compartment_id: TENANCY, name, description: "d" });
const bucket = (compartmentName: string, name: string, more: object = {}) => ({
  compartment_id: `\${oci_identity_compartment.${compartmentName}.id}`,
  namespace: "ns",
  name,
  ...more,
});

export interface OciParts {
  readonly statements?: readonly string[];
  /** Arguments of the store and of its copy. */
  readonly store?: object;
  readonly copy?: object;
  readonly more?: Resources;
}

/** A bucket with versions and a key, its replica in another region with versions and a key of its own, in other compartments. */
export function ociStacks({ statements = [], store = {}, copy = {}, more = {} }: OciParts = {}): Documents {
  const key = (name: string) => ({
    ...bucket("keys", name),
    display_name: name,
    management_endpoint: `\${oci_kms_vault.${name}.management_endpoint}`,
  });
  const resource = merged(
    {
      oci_identity_compartment: { stores: compartment("stores"), copies: compartment("copies"), keys: compartment("keys") },
      oci_objectstorage_bucket: {
        media: bucket("stores", "user-media", { versioning: "Enabled", kms_key_id: "${oci_kms_key.store.id}", ...store }),
        copy: {
          ...bucket("copies", "user-media-copy", { versioning: "Enabled", kms_key_id: "${oci_kms_key.copy.id}", ...copy }),
          provider: "oci.standby",
        },
      },
      oci_objectstorage_replication_policy: {
        media: {
          bucket: "${oci_objectstorage_bucket.media.name}",
          namespace: "ns",
          name: "standby",
          destination_bucket_name: "user-media-copy",
          destination_region_name: "us-ashburn-1",
        },
      },
      oci_kms_vault: {
        store: { compartment_id: "${oci_identity_compartment.keys.id}", display_name: "store", vault_type: "DEFAULT" },
        copy: { compartment_id: "${oci_identity_compartment.keys.id}", display_name: "copy", vault_type: "DEFAULT" },
      },
      oci_kms_key: { store: key("store"), copy: key("copy") },
      oci_identity_group: {
        us_ops: { compartment_id: TENANCY, name: "us-ops", description: "d" },
        apac: { compartment_id: TENANCY, name: "apac-eng", description: "d" },
      },
      oci_identity_policy: { p: { compartment_id: TENANCY, name: "p", description: "d", statements } },
    },
    more,
  );
  const provider = { region: "us-phoenix-1", tenancy_ocid: TENANCY };
  return { "a.tf.json": { provider: { oci: [provider, { ...provider, alias: "standby", region: "us-ashburn-1" }] }, resource } };
}

export const ociModel = (recovery = "{ copies: 1, days: 30 }", more = "") => `
version: 1
jurisdiction: US
rests: { oci: [us-phoenix-1, us-ashburn-1] }
stores: { media: oci_objectstorage_bucket.media }
roles:
  us-ops: { principal: oci_identity_group.us_ops, residency: US }
  apac-eng: { principal: oci_identity_group.apac, residency: [CN, SG] }
trusted: [Administrators]
recovery: ${recovery}
${more}`;
