import type { Phase } from "../../../config/schema/phases";
import { KEY_READ, KEY_SETTINGS } from "../logs/permissions";
import { objectsOf } from "../names";
import { bothOf, requestsOf, requestsOfOthers } from "../policy/conditions";
import { deny } from "../policy/deny";
import type { Conditions, PolicyStatement } from "../policy/document";
import { DESTROYING, KEY_CUSTODY, LENDING, OPENING, SEALING } from "./permissions";

/** The key, and the bucket whose objects it encrypts; it opens nothing else. */
export interface CopyKeyAccess extends KeyHolders {
  readonly bucket: string;
  readonly region: string;
  readonly phase: Phase;
  /** Sets the key, and opens nothing with it. */
  readonly pipeline: string;
}

/** Who may do what with it, by the ARNs of roles; the lists grow with what is granted. */
export interface KeyHolders {
  readonly decryptions: Decryption[];
  /** Encrypt what arrives from outside of AWS, and read it to compare. */
  readonly writers: string[];
  /** Decrypt what they carry to the next site. */
  readonly carriers: string[];
  /** Encrypt replicas, and read nothing. */
  readonly sealers: Sealer[];
  readonly custodians: KeyHolder[];
  /** See how the key is set. */
  readonly inspectors: KeyHolder[];
}

export interface KeyHolder {
  readonly role: string;
  readonly sid: string;
  /** The circumstances of the scenario. */
  readonly conditions: Conditions;
}

/** A role that restores copies of some stores. */
export interface Decryption extends KeyHolder {
  /** Patterns of ARNs of the objects. */
  readonly objects: readonly string[];
}

/** A role of the account that the copies come from. */
export interface Sealer {
  readonly account: string;
  readonly role: string;
}

/**
 * The whole policy: no IAM policy of the account adds to it. S3 asks KMS in the name of whoever asks S3, with the object's
 * ARN as encryption context (KMS Developer Guide, "Encryption context"; S3 User Guide, "Using SSE-KMS").
 */
export function copyKeyStatements(access: CopyKeyAccess): PolicyStatement[] {
  const { phase, pipeline, custodians, inspectors } = access;
  return [
    // By its ARN: whether KMS sees that it isn't locked out by a policy with a condition is unconfirmed.
    {
      sid: "Set",
      effect: "Allow",
      principal: { aws: [pipeline] },
      actions: phase === "retired" ? [...KEY_SETTINGS, ...RETIRING] : KEY_SETTINGS,
      ...THIS_KEY,
    },
    ...custodians.map((holder) => allowTo(holder, KEY_CUSTODY)),
    ...inspectors.map((holder) => allowTo(holder, KEY_READ)),
    ...usage(access),
    ...denials(access),
  ];
}

const THIS_KEY = { resources: ["*"] } as const;

/** What ends a key; possible only where nothing is left to be read. */
const RETIRING = ["kms:DisableKey", "kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion"] as const;

function usage({ bucket, region, phase, decryptions, writers, carriers, sealers }: CopyKeyAccess): PolicyStatement[] {
  if (phase === "retired") return [];
  const byS3 = (objects: readonly string[]): Conditions => ({
    StringEquals: { "kms:ViaService": [`s3.${region}.amazonaws.com`] },
    StringLike: { "kms:EncryptionContext:aws:s3:arn": objects },
  });
  const all = byS3([objectsOf(bucket)]);
  const machines = (sid: string, roles: readonly string[], actions: readonly string[]): PolicyStatement[] =>
    roles.length > 0
      ? [{ sid, effect: "Allow", principal: "*", actions, ...THIS_KEY, conditions: bothOf(requestsOf(roles), all) }]
      : [];
  return [
    ...decryptions.map((holder) => allowTo(holder, ["kms:Decrypt"], byS3(holder.objects))),
    ...machines("Write", writers, ["kms:GenerateDataKey", "kms:Decrypt"]),
    ...machines("Carry", carriers, ["kms:Decrypt"]),
    // The account has to be named where it is another one; the condition leaves one role of it.
    ...sealers.map(
      ({ account, role }, index): PolicyStatement => ({
        sid: `Seal${index + 1}`,
        effect: "Allow",
        principal: { aws: [`arn:aws:iam::${account}:root`] },
        actions: ["kms:Encrypt"],
        ...THIS_KEY,
        conditions: bothOf(requestsOf([role]), all),
      }),
    ),
  ];
}

function denials({ phase, pipeline, decryptions, writers, carriers, sealers }: CopyKeyAccess): PolicyStatement[] {
  const openers = [...decryptions.map(({ role }) => role), ...writers, ...carriers];
  const encrypts = phase === "active" ? [...writers, ...sealers.map(({ role }) => role)] : [];
  const [nobody, key] = [[], ["*"]];
  return [
    deny("DenyOpening", OPENING, key, requestsOfOthers(phase === "retired" ? nobody : openers)),
    deny("DenySealing", SEALING, key, requestsOfOthers(encrypts)),
    deny("DenyLending", LENDING, key),
    deny("DenyDestroying", DESTROYING, key, requestsOfOthers(phase === "retired" ? [pipeline] : nobody)),
  ];
}

function allowTo({ role, sid, conditions }: KeyHolder, actions: readonly string[], use: Conditions = {}): PolicyStatement {
  return {
    sid,
    effect: "Allow",
    principal: "*",
    actions,
    ...THIS_KEY,
    conditions: bothOf(requestsOf([role]), bothOf(use, conditions)),
  };
}
