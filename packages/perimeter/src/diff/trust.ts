import type { TrustedPrincipal } from "../verdict/verdict";
import type { TrustChange } from "./difference";
import type { Shown } from "./shown";
import { principalKey } from "./survey";

const GRAVITY: readonly TrustChange["change"][] = ["added", "undeclared", "declared", "removed"];

/** Who could change the boundary itself, and couldn't before; and the other way round. */
export function trustChanges(
  before: readonly TrustedPrincipal[],
  after: readonly TrustedPrincipal[],
  shown: Shown,
): readonly TrustChange[] {
  const [were, are] = [byKey(before), byKey(after)];
  const added = [...are].flatMap(([key, one]): readonly TrustChange[] => {
    const known = were.get(key);
    if (!known) return [{ ...told(one, shown), change: "added" }];
    if (known.declared === one.declared) return [];
    return [{ ...told(one, shown), change: one.declared ? "declared" : "undeclared" }];
  });
  const removed = [...were].flatMap(([key, one]): readonly TrustChange[] =>
    are.has(key) ? [] : [{ ...told(one, shown), change: "removed" }],
  );
  const keyOf = ({ change, principal }: TrustChange) => `${GRAVITY.indexOf(change)} ${principalKey(principal)}`;
  return [...added, ...removed].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

const byKey = (all: readonly TrustedPrincipal[]) => new Map(all.map((one) => [principalKey(one.principal), one]));

function told({ principal, ...rest }: TrustedPrincipal, { address, text }: Shown): TrustedPrincipal {
  const { name } = principal;
  return {
    ...rest,
    because: text(rest.because),
    principal: { ...principal, name: address(name), address: principal.address && address(principal.address) },
  };
}
