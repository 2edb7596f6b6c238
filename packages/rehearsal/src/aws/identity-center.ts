import type { Row } from "../engine/cloud";
import { bare, byName } from "./forms";

/** A permission set and what is attached to it are known by their ARNs and their instance's. */
const ofPermissionSet: Row = byName("{permission_set_arn},{instance_arn}");

/** Sources: provider documentation, Attribute Reference and Import; Service Authorization Reference, IAM Identity Center and Identity Store (ARNs). */
export const IDENTITY_CENTER: Readonly<Record<string, Row>> = {
  aws_identitystore_group: {
    ...byName("{identity_store_id}/{group_id}", bare("identitystore", "group/{group_id}"), { group_id: "{uuid:4}" }),
    unique: ["{identity_store_id}|{display_name}"],
  },
  aws_identitystore_group_membership: {
    ...byName("{identity_store_id}/{membership_id}", undefined, { membership_id: "{uuid:4}" }),
    unique: ["{identity_store_id}|{group_id}|{member_id}"],
  },
  aws_identitystore_user: {
    ...byName("{identity_store_id}/{user_id}", undefined, { user_id: "{uuid:4}" }),
    unique: ["{identity_store_id}|{user_name}"],
  },
  aws_ssoadmin_account_assignment: byName(
    "{principal_id},{principal_type},{target_id},{target_type},{permission_set_arn},{instance_arn}",
  ),
  aws_ssoadmin_instance_access_control_attributes: byName("{instance_arn}", undefined, { status: "ENABLED" }),
  aws_ssoadmin_managed_policy_attachment: byName("{managed_policy_arn},{permission_set_arn},{instance_arn}", undefined, {
    managed_policy_name: "{tail:managed_policy_arn}",
  }),
  aws_ssoadmin_permission_set: {
    ...byName("{arn},{instance_arn}", bare("sso", "permissionSet/{tail:instance_arn}/ps-{hex:16}"), { created_date: "{now}" }),
    unique: ["{instance_arn}|{name}"],
  },
  aws_ssoadmin_permission_set_inline_policy: ofPermissionSet,
  aws_ssoadmin_permissions_boundary_attachment: ofPermissionSet,
};
