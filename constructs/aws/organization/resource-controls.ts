import type { Conditions, PolicyStatement } from "../policy/document";

export interface OrganizationPerimeterProps {
  /** `o-…` */
  readonly organization: string;
  /** Roles of other organizations that may become a role here; its trust policy must name them, too. */
  readonly admitted: readonly string[];
}

/** Who may read in some of the accounts, by ARNs of roles; nobody else does, whatever a policy there says. */
export interface Readers {
  /** Ends the statements' ids: letters and digits. */
  readonly of: string;
  /** Accounts whose resources others read; all that aren't among them are these. */
  readonly elsewhere: readonly string[];
  /** What is in buckets, what keys open, and secrets. */
  readonly content: readonly string[];
  /** Names of objects, besides those who read them: whoever asks for a bucket's head asks for the list. */
  readonly names: readonly string[];
}

const PERIMETER = ["s3:*", "kms:*", "secretsmanager:*"] as const;

/** A person or a machine that brings credentials of its own; a service that calls as itself belongs to no organization. */
const NO_SERVICE = { BoolIfExists: { "aws:PrincipalIsAWSService": ["false"] } } as const;

/**
 * Who comes to the accounts' resources at all: principals of the organization, services that act for it, and only over
 * TLS. Source: Organizations User Guide, "Resource control policy examples"; the STS actions are those of its examples.
 */
export function organizationPerimeter({ organization, admitted }: OrganizationPerimeterProps): PolicyStatement[] {
  const outsiders: Conditions = { StringNotEqualsIfExists: { "aws:PrincipalOrgID": [organization] }, ...NO_SERVICE };
  return [
    deny("DenyOutsiders", PERIMETER, outsiders),
    deny(
      "DenyOutsidersRoles",
      ["sts:AssumeRole", "sts:GetFederationToken", "sts:GetServiceBearerToken", "sts:GetSessionToken", "sts:SetContext"],
      admitted.length > 0 ? { ...outsiders, ArnNotEquals: { "aws:PrincipalArn": admitted } } : outsiders,
    ),
    deny("DenyWebIdentities", ["sts:AssumeRoleWithWebIdentity"]),
    deny("DenyServicesForOthers", PERIMETER, {
      StringNotEqualsIfExists: { "aws:SourceOrgID": [organization] },
      Null: { "aws:SourceAccount": ["false"] },
      Bool: { "aws:PrincipalIsAWSService": ["true"] },
    }),
    deny("DenyPlainText", [...PERIMETER, "sts:*"], { BoolIfExists: { "aws:SecureTransport": ["false"] } }),
  ];
}

/**
 * Who reads. Data keys count as content: whoever has one reads what is encrypted with it later. A request that doesn't say
 * whose resource it is about is held to every list. Source: Service Authorization Reference.
 */
export function onlyReaders({ of, elsewhere, content, names }: Readers): PolicyStatement[] {
  const others = (spared: readonly string[]): Conditions => ({
    ...(spared.length > 0 ? { ArnNotEquals: { "aws:PrincipalArn": spared } } : {}),
    ...(elsewhere.length > 0 ? { StringNotEqualsIfExists: { "aws:ResourceAccount": elsewhere } } : {}),
    ...NO_SERVICE,
  });
  return [
    deny(`DenyOtherReadersOf${of}`, READING, others(content)),
    deny(`DenyOtherListsOf${of}`, ["s3:ListBucket*", "s3:ListMultipartUploadParts"], others([...content, ...names])),
  ];
}

const READING = [
  ...["s3:GetObject*", "s3:RestoreObject"],
  ...["kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey*", "kms:DeriveSharedSecret"],
  ...["secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue"],
] as const;

const deny = (sid: string, actions: readonly string[], conditions?: Conditions): PolicyStatement => ({
  sid,
  effect: "Deny",
  principal: "*",
  actions,
  resources: ["*"],
  ...(conditions ? { conditions } : {}),
});
