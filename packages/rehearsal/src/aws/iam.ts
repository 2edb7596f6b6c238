import type { Compute, Row, Values } from "../engine/cloud";
import { byArn, byName, global, perAccount, text } from "./forms";

/** A user, group, role or profile: a path, a name, and a unique id whose first letters tell the kind. Source: IAM User Guide, IAM identifiers. */
const entity = (kind: string, letters: string, more: Values = {}): Row => ({
  values: {
    id: "{name}",
    arn: global("iam", `${kind}{path}{name}`),
    unique_id: `${letters}{upper:17}`,
    ...more,
  },
  unique: perAccount("{lowercase:name}"),
});

/** A policy inside a user, group or role. */
const inline = (owner: string): Row => ({
  ...byName(`{${owner}}:{name}`),
  unique: perAccount(`{${owner}}:{name}`),
});

/** Names of the roles that services make for themselves; another service's is made of its own name. Source: AWS, Using service-linked roles, of each service. */
const SERVICE_LINKED: Readonly<Record<string, string>> = {
  "access-analyzer.amazonaws.com": "AWSServiceRoleForAccessAnalyzer",
  "autoscaling.amazonaws.com": "AWSServiceRoleForAutoScaling",
  "backup.amazonaws.com": "AWSServiceRoleForBackup",
  "cloudtrail.amazonaws.com": "AWSServiceRoleForCloudTrail",
  "config.amazonaws.com": "AWSServiceRoleForConfig",
  "datasync.amazonaws.com": "AWSServiceRoleForDataSync",
  "ecs.amazonaws.com": "AWSServiceRoleForECS",
  "elasticloadbalancing.amazonaws.com": "AWSServiceRoleForElasticLoadBalancing",
  "guardduty.amazonaws.com": "AWSServiceRoleForAmazonGuardDuty",
  "macie.amazonaws.com": "AWSServiceRoleForAmazonMacie",
  "organizations.amazonaws.com": "AWSServiceRoleForOrganizations",
  "replication.dynamodb.amazonaws.com": "AWSServiceRoleForDynamoDBReplication",
  "securityhub.amazonaws.com": "AWSServiceRoleForSecurityHub",
  "sso.amazonaws.com": "AWSServiceRoleForSSO",
};

const serviceLinkedName: Compute = (of) => {
  const service = text(of, "aws_service_name");
  const [label = ""] = service.split(".");
  const made = `AWSServiceRoleFor${label.charAt(0).toUpperCase()}${label.slice(1)}`;
  const name = Object.hasOwn(SERVICE_LINKED, service) ? (SERVICE_LINKED[service] ?? made) : made;
  const suffix = text(of, "custom_suffix");
  return suffix === "" ? name : `${name}_${suffix}`;
};

/** What is encrypted for a PGP key is not in clear text. */
const unlessEncrypted =
  (name: string): Compute =>
  (of) =>
    of("pgp_key") ? null : (of(name) ?? null);
const ifEncrypted =
  (name: string): Compute =>
  (of) =>
    of("pgp_key") ? (of(name) ?? null) : null;

const policy: Row = {
  values: {
    name: "{name_prefix|generated}{digits:26}",
    id: "{arn}",
    arn: global("iam", "policy{path}{name}"),
    policy_id: "ANPA{upper:17}",
    attachment_count: 0,
  },
  unique: perAccount("{lowercase:name}"),
};

/** Sources: provider documentation, Attribute Reference and Import; IAM User Guide, IAM identifiers, Quotas (names and their case). */
export const IAM: Readonly<Record<string, Row>> = {
  aws_iam_access_key: {
    values: {
      id: "AKIA{upper:16}",
      secret: unlessEncrypted("mixed:40"),
      ses_smtp_password_v4: unlessEncrypted("mixed:44"),
      encrypted_secret: ifEncrypted("mixed:512"),
      encrypted_ses_smtp_password_v4: ifEncrypted("mixed:512"),
      key_fingerprint: ifEncrypted("hex:40"),
      create_date: "{now}",
    },
  },
  aws_iam_account_password_policy: {
    values: {
      id: "iam-account-password-policy",
      expire_passwords: (of) => Number(of("max_password_age") ?? 0) > 0,
    },
    unique: perAccount("iam-account-password-policy"),
  },
  aws_iam_group: entity("group", "AGPA"),
  aws_iam_group_membership: byName("{name}"),
  aws_iam_group_policy: inline("group"),
  aws_iam_group_policy_attachment: byName("{group}-{digits:26}"),
  aws_iam_instance_profile: entity("instance-profile", "AIPA", { create_date: "{now}" }),
  aws_iam_openid_connect_provider: {
    ...byArn(global("iam", "oidc-provider/{bare:url}"), { thumbprint_list: ["{hex:40}"] }),
    unique: perAccount("{bare:url}"),
  },
  aws_iam_organizations_features: byName("{organization}"),
  aws_iam_policy: policy,
  aws_iam_policy_attachment: byName("{name}"),
  aws_iam_role: entity("role", "AROA", { create_date: "{now}" }),
  aws_iam_role_policies_exclusive: {},
  aws_iam_role_policy: inline("role"),
  aws_iam_role_policy_attachment: byName("{role}/{policy_arn}"),
  aws_iam_role_policy_attachments_exclusive: {},
  aws_iam_saml_provider: {
    ...byArn(global("iam", "saml-provider/{name}"), { valid_until: "{now}" }),
    unique: perAccount("{name}"),
  },
  aws_iam_service_linked_role: {
    values: {
      id: "{arn}",
      name: serviceLinkedName,
      path: "/aws-service-role/{aws_service_name}/",
      arn: global("iam", "role{path}{name}"),
      unique_id: "AROA{upper:17}",
      create_date: "{now}",
    },
    unique: perAccount("{aws_service_name}"),
  },
  aws_iam_user: entity("user", "AIDA"),
  aws_iam_user_group_membership: byName("terraform-{digits:26}"),
  aws_iam_user_login_profile: byName("{user}", undefined, {
    password: unlessEncrypted("mixed:20"),
    encrypted_password: ifEncrypted("mixed:512"),
    key_fingerprint: ifEncrypted("hex:40"),
    password_reset_required: false,
  }),
  aws_iam_user_policy: inline("user"),
  aws_iam_user_policy_attachment: byName("{user}-{digits:26}"),
};
