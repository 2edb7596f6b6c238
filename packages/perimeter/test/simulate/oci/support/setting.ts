import type { Answer } from "../../../../src/simulate/answer";
import {
  domainName,
  type OciEstate,
  type OciPolicy,
  type OciPrincipal,
  type OciTenancy,
  simulateOci,
  type Tags,
} from "../../../../src/simulate/oci";

/**
 * The tenancy that the worked examples are about: compartments `app` > `web` > `blue`, `stores` and `keys`; groups
 * `readers` (u1), `writers` (u2), `Night Shift` (u1) and `Administrators` (adm) of Default, `ops` (u3) of EU; the dynamic
 * group `dg-app` of what runs in `app`, such as i1.
 */
export const TENANCY_ID = "ocid1.tenancy.oc1..t";
export const OTHER_TENANCY_ID = "ocid1.tenancy.oc1..f";

const NO_TAGS: Tags = new Map();

const compartment = (path: string, tags: Tags = NO_TAGS) => {
  const names = path.split(":");
  return { path: names, id: `ocid1.compartment.oc1..${names.at(-1)}`, tags };
};

const group = (text: string, id: string) => ({ name: domainName(text), id: `ocid1.group.oc1..${id}`, tags: NO_TAGS });

/** A policy by the compartment that it is attached to, the root written as `tenancy`, and its statements. */
export function policy(attachment: string, ...statements: readonly string[]): OciPolicy {
  const address = `access/oci_identity_policy.${attachment.replaceAll(":", "_")}`;
  return {
    attachment: attachment === "tenancy" ? [] : attachment.split(":"),
    address,
    statements: statements.map((text) => ({ text, address })),
  };
}

/** The tenancy with these policies; everything else in it is known. */
export function tenancyWith(policies: readonly OciPolicy[], changes: Partial<OciTenancy> = {}): OciTenancy {
  return {
    id: TENANCY_ID,
    name: "acme",
    homeRegion: "us-phoenix-1",
    denyPolicies: true,
    complete: true,
    compartments: [
      { path: [], id: TENANCY_ID, tags: NO_TAGS },
      compartment("app", new Map([["fin.zone", "x"]])),
      compartment("app:web"),
      compartment("app:web:blue"),
      compartment("stores"),
      compartment("keys"),
    ],
    policies,
    groups: [
      group("Administrators", "administrators"),
      group("readers", "readers"),
      group("writers", "writers"),
      group("Night Shift", "night"),
      group("EU/ops", "ops"),
    ],
    users: [],
    dynamicGroups: [
      {
        name: domainName("dg-app"),
        id: "ocid1.dynamicgroup.oc1..app",
        tags: NO_TAGS,
        rules: ["instance.compartment.id = 'ocid1.compartment.oc1..app'"],
      },
    ],
    networkSources: [],
    ...changes,
  };
}

/** Another tenancy of the realm, with a compartment `stores` of its own. */
export function otherTenancyWith(policies: readonly OciPolicy[]): OciTenancy {
  return {
    ...tenancyWith(policies),
    id: OTHER_TENANCY_ID,
    name: "other",
    compartments: [{ path: ["stores"], id: "ocid1.compartment.oc1..fstores", tags: NO_TAGS }],
    groups: [],
    dynamicGroups: [],
  };
}

export function estateWith(
  policies: readonly OciPolicy[],
  changes: Partial<OciTenancy> = {},
  others: readonly OciTenancy[] = [],
): OciEstate {
  return { tenancy: tenancyWith(policies, changes), others };
}

const user = (id: string, name: string, ...groups: readonly string[]): OciPrincipal => ({
  kind: "user",
  id: `ocid1.user.oc1..${id}`,
  name: domainName(name),
  groups: groups.map(domainName),
});

const instance = (id: string, compartmentPath: readonly string[], tags: Tags = NO_TAGS): OciPrincipal => ({
  kind: "resource",
  type: "instance",
  id: `ocid1.instance.oc1..${id}`,
  compartment: compartmentPath,
  tags,
});

export const PRINCIPALS = {
  adm: user("adm", "adm", "Administrators"),
  u1: user("u1", "ann", "readers", "Night Shift"),
  u2: user("u2", "bob", "writers"),
  u3: user("u3", "EU/cem", "EU/ops"),
  i1: instance("i1", ["app"]),
  i2: instance("i2", ["app"]),
  "an instance in keys, tagged ops.team": instance("i3", ["keys"], new Map([["ops.team", "any"]])),
  "an instance in app:web": instance("i4", ["app", "web"]),
  w1: { kind: "resource", type: "workload", id: "w1" },
  svc: { kind: "service", name: "objectstorage-us-phoenix-1" },
  anonymous: { kind: "anonymous" },
  "u9 of F": { ...user("u9", "zoe", "readers"), tenancy: OTHER_TENANCY_ID },
} as const satisfies Record<string, OciPrincipal>;
export type PrincipalName = keyof typeof PRINCIPALS;

type Variables = Readonly<Record<string, string | readonly string[]>>;

/** Asks for one permission. The compartment is a path, the root written as `tenancy`. */
export function ask(
  estate: OciEstate,
  who: PrincipalName | OciPrincipal,
  permission: string,
  where: string,
  variables: Variables = {},
  tenancy: string | undefined = undefined,
): Answer {
  return simulateOci(estate, {
    principal: typeof who === "string" ? PRINCIPALS[who] : who,
    permission,
    target: { compartment: where === "tenancy" ? [] : where.split(":"), ...(tenancy === undefined ? {} : { tenancy }) },
    variables: new Map(Object.entries(variables)),
  });
}
