import type { PEOPLE } from "../../src/detours/oci/people";
import { type Pair, USER } from "./oci-pair";

const COMMON = "Common Policies";
const beside = [USER];

export const PEOPLE_PAIRS: Record<(typeof PEOPLE)[number]["id"], Pair> = {
  "ESC-GRP-1": {
    page: COMMON,
    found: [
      "allow group apac-eng to use users in tenancy",
      "allow group apac-eng to use groups in tenancy where target.group.name != 'Administrators'",
    ],
    passed: [
      "allow group apac-eng to inspect users in tenancy",
      "allow group apac-eng to use groups in tenancy where target.group.name != 'Administrators'",
    ],
  },
  "ESC-GRP-2": {
    found: ["allow group apac-eng to {GROUP_DELETE, GROUP_CREATE} in tenancy"],
    passed: ["allow group apac-eng to {GROUP_CREATE} in tenancy"],
  },
  "ESC-USR-1": {
    beside,
    page: COMMON,
    found: ["allow group apac-eng to manage users in tenancy"],
    passed: ["allow group apac-eng to inspect users in tenancy"],
  },
  "ESC-USR-2": {
    beside,
    found: ["allow group apac-eng to {USER_UPDATE, USER_APIKEY_ADD} in tenancy where target.user.name = 'ann'"],
    passed: ["allow group apac-eng to {USER_UPDATE, USER_APIKEY_ADD} in tenancy where target.user.name = 'bob'"],
  },
  "ESC-USR-3": {
    beside,
    found: ["allow group apac-eng to {USER_UPDATE, USER_SECRETKEY_ADD} in tenancy"],
    passed: ["allow group apac-eng to {USER_SECRETKEY_ADD} in tenancy"],
  },
  "ESC-USR-4": {
    beside,
    found: ["allow group apac-eng to {USER_UPDATE, USER_AUTHTOKEN_SET} in tenancy"],
    passed: ["allow group apac-eng to {USER_AUTHTOKEN_REMOVE} in tenancy"],
  },
  "ESC-USR-5": {
    beside,
    found: ["allow group apac-eng to {USER_UPDATE, USER_SWIFTPASS_RESET} in tenancy"],
    passed: ["allow group apac-eng to {USER_SWIFTPASS_RESET} in tenancy"],
  },
  "ESC-USR-6": {
    beside,
    found: ["allow group apac-eng to {USER_UPDATE, USER_OAUTH2_CLIENT_CRED_CREATE} in tenancy"],
    passed: ["allow group apac-eng to {USER_OAUTH2_CLIENT_CRED_CREATE} in tenancy"],
  },
  "ESC-USR-10": {
    beside,
    found: ["allow group apac-eng to use users in tenancy"],
    passed: ["allow group apac-eng to read users in tenancy"],
  },
  "ESC-DOM-1": {
    page: "Understanding Administrator Roles",
    found: ["allow group apac-eng to manage domains in tenancy"],
    passed: ["allow group apac-eng to read domains in tenancy"],
  },
  "ESC-IDP-1": {
    found: ["allow group apac-eng to {IDENTITY_PROVIDER_UPDATE} in tenancy"],
    passed: ["allow group apac-eng to inspect identity-providers in tenancy"],
  },
  "ESC-DYN-1": {
    found: ["allow group apac-eng to {DYNAMIC_GROUP_UPDATE} in tenancy where target.dynamicgroup.name = 'us-app'"],
    passed: ["allow group apac-eng to inspect dynamic-groups in tenancy"],
  },
  "ESC-DYN-2": {
    found: ["allow group apac-eng to {DYNAMIC_GROUP_DELETE, DYNAMIC_GROUP_CREATE} in tenancy"],
    passed: ["allow group apac-eng to {DYNAMIC_GROUP_CREATE} in tenancy"],
  },
};
