import type { Scope } from "../engine/cloud";
import { Refusal } from "../engine/refusal";
import { isObject, type ObjectValue, type Value } from "../schema/value";
import type { World } from "../world/world";
import { AWS_REFUSALS } from "./aws";
import { OCI_REFUSALS } from "./oci";
import { referenceRefusal } from "./references";
import type { Asked, Occasion, RefusalRow } from "./row";

/** Everything that is refused, by the rows of both clouds. */
export const REFUSALS: readonly RefusalRow[] = [...OCI_REFUSALS, ...AWS_REFUSALS];

const BY_TYPE = new Map<string, RefusalRow[]>();
for (const row of REFUSALS) for (const type of row.types) BY_TYPE.set(type, [...(BY_TYPE.get(type) ?? []), row]);

/** A change as Terraform asks for it: from what there is, to what is wanted. */
export interface Change {
  readonly type: string;
  readonly prior: Value;
  readonly wanted: Value;
  readonly scope: Scope;
  readonly world: World;
}

/**
 * Refuses what the service would refuse.
 * @throws Refusal the first row that is against it
 */
export function refuse(change: Change): void {
  const reason = reasonAgainst(change, () => true);
  if (reason) throw reason;
}

/**
 * Refuses at plan what protects data, and what is known before an apply.
 * @throws Refusal
 */
export function refuseAtPlan(change: Change): void {
  const reason = reasonAgainst(change, ({ isKnownAtPlan = false }) => isKnownAtPlan);
  if (reason) throw reason;
}

function reasonAgainst(change: Change, counts: (row: RefusalRow) => boolean): Refusal | undefined {
  const { occasion, asked } = askedBy(change);
  for (const row of BY_TYPE.get(change.type) ?? []) {
    if (!(row.on ?? ["create", "update"]).includes(occasion) || !counts(row)) continue;
    const words = row.refuses(asked);
    if (words !== undefined) return new Refusal(`${row.code}${separator(row.code)} ${words}`, `Source: ${row.source}.`);
  }
  return counts(REFERENCES) && occasion !== "remove" ? referenceRefusal(asked) : undefined;
}

/** References are looked up when the service would: at apply. */
const REFERENCES = { isKnownAtPlan: false } as RefusalRow;

/** OCI: `409-BucketNotEmpty, words`; AWS: `BucketNotEmpty: words`. */
const separator = (code: string) => (/^\d/.test(code) ? "," : ":");

function askedBy({ type, prior, wanted, scope, world }: Change): { readonly occasion: Occasion; readonly asked: Asked } {
  if (!isObject(wanted)) return { occasion: "remove", asked: { type, wanted: prior as ObjectValue, scope, world } };
  if (!isObject(prior)) return { occasion: "create", asked: { type, wanted, scope, world } };
  return { occasion: "update", asked: { type, wanted, prior, scope, world } };
}
