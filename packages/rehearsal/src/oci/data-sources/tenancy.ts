import type { Scope } from "../../engine/cloud";
import { type ObjectValue, textOf } from "../../schema/value";
import { hex } from "../../world/ids";
import type { World } from "../../world/world";
import { standingId } from "./world";

/** What every tenancy is born with in its root. Source: IAM, Overview: the administrators, their policy and their domain. */
const inRoot = (kind: string, name: string, scope: Scope, world: World): ObjectValue => ({
  id: standingId(kind, `${textOf(scope["tenancy"])} ${name}`, scope),
  compartment_id: scope["tenancy"] ?? null,
  state: "ACTIVE",
  time_created: world.now,
  defined_tags: {},
  freeform_tags: {},
});

export const administrators = (scope: Scope, world: World): readonly ObjectValue[] => [
  { ...inRoot("group", "Administrators", scope, world), name: "Administrators", description: "Administrators" },
];

export const adminPolicy = (scope: Scope, world: World): readonly ObjectValue[] => [
  {
    ...inRoot("policy", "Tenant Admin Policy", scope, world),
    name: "Tenant Admin Policy",
    description: "Tenant Admin Policy",
    statements: ["ALLOW GROUP Administrators to manage all-resources IN TENANCY"],
  },
];

export function defaultDomain(scope: Scope, world: World): readonly ObjectValue[] {
  const host = `idcs-${hex(`default domain of ${textOf(scope["tenancy"])}`, 32)}`;
  return [
    {
      ...inRoot("domain", "Default", scope, world),
      display_name: "Default",
      description: "Default identity domain",
      type: "DEFAULT",
      license_type: "free",
      is_hidden_on_login: false,
      home_region: scope["region"] ?? null,
      url: `https://${host}.identity.oraclecloud.com:443`,
      home_region_url: `https://${host}.${textOf(scope["region"])}.identity.oraclecloud.com:443`,
    },
  ];
}
