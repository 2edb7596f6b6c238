import type { Caller } from "./caller";
import { isUnknown, type OciPolicy } from "./estate";
import { sameText } from "./names";
import type { OciRequest } from "./request";

/** The policy that every tenancy has and nobody can change ("How Policies Work", the Administrators group). */
export const TENANT_ADMIN_POLICY: OciPolicy = {
  attachment: [],
  address: "Tenant Admin Policy",
  statements: [{ text: "ALLOW GROUP Administrators to manage all-resources IN TENANCY", address: "Tenant Admin Policy" }],
};

/** What every user may do to themselves without a policy ("Managing User Credentials"). */
const OWN_CREDENTIALS: ReadonlySet<string> = new Set([
  "USER_APIKEY_ADD",
  "USER_APIKEY_REMOVE",
  "USER_AUTHTOKEN_REMOVE",
  "USER_AUTHTOKEN_RESET",
  "USER_AUTHTOKEN_SET",
  "USER_SECRETKEY_ADD",
  "USER_SECRETKEY_REMOVE",
  "USER_SECRETKEY_UPDATE",
  "USER_SWIFTPASS_REMOVE",
  "USER_SWIFTPASS_RESET",
  "USER_SWIFTPASS_SET",
  "USER_UIPASS_RESET",
]);

/** Whether a user manages credentials of their own: the target is the user who asks. */
export function isOwnCredential({ permission, variables }: OciRequest, { principal }: Caller): boolean {
  if (principal.kind !== "user" || !OWN_CREDENTIALS.has(permission)) return false;
  return [...variables].some(([name, held]) => {
    if (typeof held !== "string" || isUnknown(held)) return false;
    if (sameText(name, "target.user.id")) return principal.id !== undefined && sameText(principal.id, held);
    return sameText(name, "target.user.name") && principal.name !== undefined && sameText(principal.name.name, held);
  });
}
