import * as fc from "fast-check";
import { domainName, type OciEstate, type OciPolicy, type OciRequest, type OciTenancy } from "../../../../src/simulate/oci";

/** A small tenancy, so that statements and requests often meet, and a request to it. */
export interface ArbitraryWorld {
  readonly statements: readonly string[];
  readonly complete: boolean;
  readonly denyPolicies: boolean;
  readonly groups: readonly string[];
  readonly permission: string;
  readonly compartment: readonly string[];
  readonly variables: Readonly<Record<string, string | readonly string[]>>;
}

const GROUPS = ["red", "green", "EU/blue"] as const;
const COMPARTMENTS = ["app", "app:web", "stores"] as const;
const PERMISSIONS = ["OBJECT_INSPECT", "OBJECT_READ", "OBJECT_DELETE", "BUCKET_READ", "KEY_DECRYPT"] as const;
const BUCKETS = ["media", "media-logs", "ledger"] as const;

const subject = fc.oneof(
  fc.constantFrom("any-user", "any-group", "dynamic-group dg", "service compute"),
  fc.subarray([...GROUPS], { minLength: 1 }).map((groups) => `group ${groups.join(", ")}`),
);
const action = fc
  .oneof(
    fc.record({
      verb: fc.constantFrom("inspect", "read", "use", "manage"),
      type: fc.constantFrom("objects", "buckets", "object-family", "keys", "all-resources", "bukets"),
    }),
    fc.subarray([...PERMISSIONS], { minLength: 1 }),
  )
  .map((picked) => (Array.isArray(picked) ? `{${picked.join(", ")}}` : `${picked.verb} ${picked.type}`));
const location = fc.constantFrom("tenancy", ...COMPARTMENTS.map((path) => `compartment ${path}`), "compartment nowhere");

const bucket = fc.constantFrom(...BUCKETS);
const atom = fc.oneof(
  fc.tuple(fc.constantFrom("=", "!="), bucket).map(([operator, name]) => `target.bucket.name ${operator} '${name}'`),
  fc.tuple(fc.constantFrom("=", "!="), bucket).map(([operator, name]) => `target.bucket.name ${operator} /${name}*/`),
  fc
    .tuple(fc.constantFrom("in", "not in"), bucket, bucket)
    .map(([operator, one, other]) => `target.bucket.name ${operator} ('${one}', '${other}')`),
  fc.constantFrom(
    "request.region = 'phx'",
    "request.region != 'phx'",
    "!request.region",
    "request.permission != 'OBJECT_DELETE'",
  ),
  fc.constantFrom("target.bucket.tag.a.b = 'c'", "target.bucket.tag.a.b != 'c'", "target.policy.type = 'allow'"),
);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc
      .tuple(fc.constantFrom("all", "any"), fc.array(tie("condition"), { minLength: 1, maxLength: 3 }))
      .map(([kind, conditions]) => `${kind} {${conditions.join(", ")}}`),
  ),
}));
/** Conditions of atoms of which the answer is certain, and what a request may hold for them. */
export const arbitraryCondition: fc.Arbitrary<string> = condition;

/** A statement that allows or denies. */
export const arbitraryStatement = (effect: "allow" | "deny"): fc.Arbitrary<string> =>
  fc
    .tuple(subject, action, location, fc.option(condition, { nil: undefined }))
    .map(([who, what, where, when]) => `${effect} ${who} to ${what} in ${where}${when === undefined ? "" : ` where ${when}`}`);

const statement = fc.oneof(
  { weight: 5, arbitrary: arbitraryStatement("allow") },
  { weight: 2, arbitrary: arbitraryStatement("deny") },
  { weight: 1, arbitrary: fc.constantFrom("allow nonsense", "deny nonsense", "endorse any-user to read objects in any-tenancy") },
);

/** What a request may say. */
export const arbitraryVariables = fc.record(
  {
    "target.bucket.name": fc.constantFrom<string | readonly string[]>(...BUCKETS),
    "request.region": fc.constantFrom("PHX", "IAD"),
    "target.bucket.tag.a.b": fc.constantFrom("c", "d"),
    "target.policy.type": fc.constantFrom<string | readonly string[]>("allow", ["allow", "deny"]),
  },
  { requiredKeys: [] },
);

export const arbitraryWorld: fc.Arbitrary<ArbitraryWorld> = fc.record({
  statements: fc.array(statement, { maxLength: 6 }),
  complete: fc.boolean(),
  denyPolicies: fc.boolean(),
  groups: fc.subarray([...GROUPS]),
  permission: fc.constantFrom(...PERMISSIONS),
  compartment: fc.constantFrom<readonly string[]>([], ["app"], ["app", "web"], ["stores"]),
  variables: arbitraryVariables.map((variables) =>
    Object.fromEntries(Object.entries(variables).filter(([, held]) => held !== undefined)),
  ),
});

/** The world as the evaluator takes it; `rename` is applied to every name in it. */
export function estateOf(world: ArbitraryWorld, rename = (name: string) => name): OciEstate {
  const path = (text: string) => text.split(":").map(rename);
  const tenancy: OciTenancy = {
    denyPolicies: world.denyPolicies,
    complete: world.complete,
    compartments: [{ path: [], tags: NO_TAGS }, ...COMPARTMENTS.map((each) => ({ path: path(each), tags: NO_TAGS }))],
    policies: [policyOf(world.statements)],
    groups: GROUPS.map((each) => ({ name: renamed(each, rename), tags: NO_TAGS })),
    users: [],
    dynamicGroups: [],
    networkSources: [],
  };
  return { tenancy, others: [] };
}

export function requestOf(world: ArbitraryWorld, rename = (name: string) => name): OciRequest {
  return {
    principal: { kind: "user", groups: world.groups.map((each) => renamed(each, rename)) },
    permission: world.permission,
    target: { compartment: world.compartment.map(rename) },
    variables: new Map(Object.entries(world.variables)),
  };
}

const NO_TAGS = new Map<string, string>();

function renamed(text: string, rename: (name: string) => string) {
  const { domain, name } = domainName(text);
  return { domain: domain === "Default" ? domain : rename(domain), name: rename(name) };
}

function policyOf(statements: readonly string[]): OciPolicy {
  return { attachment: [], address: "p", statements: statements.map((text, at) => ({ text, address: `p:${at}` })) };
}
