import type { Resource, Unread, Value } from "../../input";
import type { OciPolicy, OciStatement } from "../../simulate/oci";
import { argument, itemsOf } from "../arguments";
import type { Links } from "../links";
import { isUnknown, type Maybe } from "../maybe";
import { shown } from "../shown";
import type { Places } from "./places";

export function policiesIn(resources: readonly Resource[], links: Links, places: Places): readonly OciPolicy[] {
  return resources
    .filter(({ type }) => type === "oci_identity_policy")
    .map((policy) => ({
      attachment: places.pathOf(argument(policy, "compartment_id"), policy),
      statements: statementsOf(policy, links),
      address: policy.address,
    }));
}

function statementsOf(policy: Resource, links: Links): Maybe<readonly OciStatement[]> {
  const { address, uncertain } = policy;
  if (uncertain !== undefined) return { unknown: `it isn't known what "${address}" says: ${uncertain}` };
  const written = argument(policy, "statements");
  const items = itemsOf(written);
  if (!written || !items)
    return { unknown: `the statements of "${address}" aren't known${written?.kind === "unknown" ? `: ${written.reason}` : ""}` };
  return items.map((item) => statement(item, address, links));
}

function statement(value: Value, address: string, links: Links): OciStatement {
  const text = shown(value);
  const resolved = links.text(value);
  if (isUnknown(resolved)) return { text, address, resolved: { unknown: `${resolved.unknown}, in "${address}"` } };
  return text === resolved ? { text, address } : { text, address, resolved };
}

/** What can't be read might hold any statement, attached anywhere. */
export function unreadPolicies(unread: readonly Unread[]): readonly OciPolicy[] {
  return unread.map(({ address, reason }) => {
    const unknown = { unknown: `it isn't known what "${address}" holds: ${reason}` };
    return { attachment: unknown, statements: unknown, address };
  });
}
