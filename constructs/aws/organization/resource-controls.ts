import type { Conditions, PolicyStatement } from "../policy/document";

export interface ResourceControlsProps {
  /** `o-…` */
  readonly organization: string;
  /** Patterns of role ARNs, with their accounts: nobody else reads. */
  readonly readers: readonly string[];
  /** Roles of other organizations that may become a role here; its trust policy must name them, too. */
  readonly admitted: readonly string[];
}

const PERIMETER = ["s3:*", "kms:*", "secretsmanager:*"] as const;

/** A person or a machine that brings credentials of its own; a service that calls as itself belongs to no organization. */
const NO_SERVICE = { BoolIfExists: { "aws:PrincipalIsAWSService": ["false"] } } as const;

/**
 * Who comes to the accounts' resources at all: principals of the organization, services that act for it, and only over
 * TLS. Source: Organizations User Guide, "Resource control policy examples"; the STS actions are those of its examples.
 */
export function organizationPerimeter({ organization, admitted }: ResourceControlsProps): PolicyStatement[] {
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
 * Who reads: roles on the jurisdiction's path in the accounts of the deployment. Names of objects count as content, and
 * so do data keys: whoever has one reads what is encrypted with it later. Source: Service Authorization Reference.
 */
export function onlyReaders({ readers }: ResourceControlsProps): PolicyStatement[] {
  const others: Conditions = { ArnNotLike: { "aws:PrincipalArn": readers }, ...NO_SERVICE };
  return [
    deny("DenyOtherReaders", ["s3:GetObject*", "s3:RestoreObject", "s3:ListBucket*", "s3:ListMultipartUploadParts"], others),
    deny(
      "DenyOtherDecryption",
      ["kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey*", "kms:DeriveSharedSecret"],
      others,
    ),
    deny("DenyOtherSecrets", ["secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue"], others),
  ];
}

const deny = (sid: string, actions: readonly string[], conditions?: Conditions): PolicyStatement => ({
  sid,
  effect: "Deny",
  principal: "*",
  actions,
  resources: ["*"],
  ...(conditions ? { conditions } : {}),
});
