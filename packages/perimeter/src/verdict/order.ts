import type { Finding, Severity, Undecided } from "./verdict";

const GRAVITY: readonly Severity[] = ["critical", "high", "medium", "low"];

/** Worst first; then an order that hangs on nothing but what the findings are about. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const keys = new Map(findings.map((finding) => [finding, keyOf(finding)]));
  return [...findings].sort((one, other) => compare(keys.get(one) ?? "", keys.get(other) ?? ""));
}

function keyOf({ severity, rule, principal, asset, path, fingerprint }: Finding): string {
  const length = String(path.length).padStart(3, "0");
  return [GRAVITY.indexOf(severity), rule, principal?.name, asset?.name, asset?.address, length, fingerprint].join("\u0000");
}

export function undecidedInOrder(all: readonly Undecided[]): readonly Undecided[] {
  const unique = new Map(all.map((one) => [`${one.address ?? ""}\u0000${one.reason}`, one]));
  return [...unique].sort(([one], [other]) => compare(one, other)).map(([, undecided]) => undecided);
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
