import { operations } from "oci-policy";
import type { OciEstate } from "../../../../src/simulate/oci";
import { ask, OTHER_TENANCY_ID, type PrincipalName } from "./setting";

type Decision = "allowed" | "denied" | "undecided";

interface Target {
  readonly compartment: string;
  readonly tenancy?: string;
  readonly variables: Readonly<Record<string, string | readonly string[]>>;
}

/** What the worked examples ask about, by name. */
const TARGETS = {
  ledger: {
    compartment: "stores",
    variables: { "target.bucket.name": "ledger", "target.bucket.tag.fin.class": "gold", "target.resource.tag.fin.class": "gold" },
  },
  scratch: { compartment: "stores", variables: { "target.bucket.name": "scratch" } },
  "in/a": { compartment: "stores", variables: { "target.bucket.name": "ledger", "target.object.name": "in/a" } },
  "a new bucket": { compartment: "stores", variables: { "target.resource.tag.fin.class": "gold" } },
  stores: { compartment: "stores", variables: {} },
  app: { compartment: "app", variables: { "target.bucket.name": "b" } },
  web: { compartment: "app:web", variables: { "target.bucket.name": "b" } },
  blue: { compartment: "app:web:blue", variables: { "target.bucket.name": "b" } },
  keys: { compartment: "keys", variables: {} },
  tenancy: { compartment: "tenancy", variables: {} },
  "F stores": { compartment: "stores", tenancy: OTHER_TENANCY_ID, variables: { "target.bucket.name": "far" } },
  "group writers": { compartment: "tenancy", variables: { "target.group.name": "writers" } },
  "group Payroll": { compartment: "tenancy", variables: { "target.group.name": "Payroll" } },
  "user u2": { compartment: "tenancy", variables: { "target.user.name": "bob", "target.user.id": "ocid1.user.oc1..u2" } },
  "a policy in app of allow and deny": { compartment: "app", variables: { "target.policy.type": ["allow", "deny"] } },
} as const satisfies Record<string, Target>;
export type TargetName = keyof typeof TARGETS;

/** What the catalogue leaves to the circumstances of a call. */
const NEEDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "PutObject over an existing one": [["OBJECT_OVERWRITE"]],
  "PutObject of a new name": [["OBJECT_CREATE"]],
};

/**
 * Whether an operation is let through: its permissions are, each checked by itself, and one list of alternatives is enough
 * (OCI documentation, "Permissions Required for Each API Operation").
 */
export function callOperation(
  estate: OciEstate,
  who: PrincipalName,
  operation: string,
  on: TargetName,
  variables: Target["variables"] = {},
): Decision {
  const { compartment, tenancy, ...target }: Target = TARGETS[on];
  const needs = NEEDS[operation] ?? operations(operation)[0]?.needs;
  if (!needs) throw new Error(`no operation ${operation}`);
  const [name = ""] = operation.split(" ");
  const given = { "request.operation": name, ...target.variables, ...variables };
  const answers = needs.map((permissions) =>
    worst(permissions.map((permission) => ask(estate, who, permission, compartment, given, tenancy).decision)),
  );
  return answers.includes("allowed") ? "allowed" : answers.includes("undecided") ? "undecided" : "denied";
}

function worst(decisions: readonly Decision[]): Decision {
  return decisions.includes("denied") ? "denied" : decisions.includes("undecided") ? "undecided" : "allowed";
}
