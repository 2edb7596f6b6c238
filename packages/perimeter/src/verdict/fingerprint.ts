import { createHash } from "node:crypto";
import type { Finding } from "./verdict";

/**
 * What a finding is about, in 16 hex digits: guarantee and rule, principal, asset, and the kinds and addresses of its steps.
 * Never its words, order, lines or versions, so that it survives what changes nothing.
 */
export function fingerprintOf({ rule, principal, asset, path }: Omit<Finding, "fingerprint">): string {
  const [guarantee] = rule.split("/");
  const parts = [
    guarantee,
    rule,
    principal && [principal.kind, principal.name],
    asset && [asset.name, asset.address],
    path.map(({ step, address }) => [step, address]),
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
