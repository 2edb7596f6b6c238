import { visible } from "oci-policy";
import type { Finding, FoundPrincipal, GuaranteeVerdict, LayerRow, Verdict } from "../verdict/verdict";

/** The verdict for a person: what is wrong first, each with its reason, its proof and its remedy. */
export function textReport(verdict: Verdict): string {
  const parts = [
    verdict.restsOnDenials ? DENIALS : "",
    ...verdict.guarantees.map(guaranteeText),
    matrixText(verdict),
    trustText(verdict),
    layersText(verdict),
    `${countsText(verdict)}\n${verdict.guarantees.map(({ id, verdict: outcome }) => `${id} ${outcome}`).join(" · ")}`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

const DENIALS =
  "this holds only if deny policies are enabled in the tenancy, which the model doesn't say: set oci: { denyPolicies: true }";

/** What stands against a guarantee, and what can't be known of it. */
export function guaranteeText({ id, verdict, findings, notes, undecided }: GuaranteeVerdict): string {
  const violated = findings.map((finding) => findingText(finding));
  const open = undecided.map(({ address, reason }) => `  ${address ? `${address}: ` : ""}${visible(reason, 1400)}`);
  return [
    `${id}: ${verdict}`,
    ...violated,
    ...(open.length > 0 ? [`can't be known:\n${open.join("\n")}`] : []),
    ...(notes.length > 0 ? [notesText(notes)] : []),
  ].join("\n\n");
}

function findingText({ rule, severity, message, path, source, fix, fingerprint }: Finding): string {
  const steps = path.map(({ address, text }, at) => `  ${at + 1}. ${address}\n     ${visible(text, 400)}`);
  const place = source?.file ? [`  at ${source.file}${source.line === null ? "" : `:${source.line}`}`] : [];
  const remedy = fix ? [`  fix: ${visible(fix.text, 400)}`] : [];
  return [`${severity} ${rule} [${fingerprint}]\n  ${visible(message, 600)}`, ...steps, ...place, ...remedy].join("\n");
}

/** Layers that are gone without anybody reading: many say the same of many stores. */
function notesText(notes: readonly Finding[]): string {
  const byPrincipal = new Map<string, Finding[]>();
  const others = notes.filter(({ asset }) => !asset).map(({ rule, message }) => `  ${rule}: ${visible(message, 600)}`);
  for (const note of notes.filter(({ asset }) => asset)) {
    const key = `${note.rule} ${note.principal?.kind} "${note.principal?.name}"`;
    byPrincipal.set(key, [...(byPrincipal.get(key) ?? []), note]);
  }
  const lines = [...byPrincipal].map(([key, all]) => `  ${key}: ${[...new Set(all.map(({ asset }) => asset?.name))].join(", ")}`);
  return `notes, which fail nothing:\n${[...lines, ...others].join("\n")}`;
}

function matrixText({ access }: Verdict): string {
  const shown = access.filter(({ capability }) => capability === "content" || capability === "administer");
  if (shown.length === 0) return "nobody can read a store";
  const rows = shown.map(({ principal, asset, capability, when }) => [
    `${asset.name}${asset.kind === "copy" ? ` (copy ${asset.address})` : ""}`,
    capability,
    shownPrincipal(principal),
    when,
  ]);
  const unique = [...new Map(rows.map((row) => [row.join("\u0000"), row])).values()].sort((one, other) =>
    one.join() < other.join() ? -1 : 1,
  );
  return `who can do what, by their own rights:\n${columns(unique)}`;
}

/** With its account, where a name is unique within one alone. */
export const shownPrincipal = ({ kind, name, account }: FoundPrincipal) =>
  `${kind} ${name}${account === null ? "" : ` of ${account}`}`;

function trustText({ trustBase }: Verdict): string {
  if (trustBase.length === 0) return "";
  const rows = trustBase.map(({ principal, declared, because }) => [
    shownPrincipal(principal),
    declared ? "trusted" : "NOT DECLARED",
    visible(because, 200),
  ]);
  return `who could change the boundary itself:\n${columns(rows)}`;
}

export const LAYERS = ["allowList", "guardrail", "structure"] as const;
const LAYER_NAMES = { allowList: "allow-list", guardrail: "guardrail", structure: "structure" } as const;

/** Each layer by itself; where there are several, one may fail. */
function layersText({ layers }: Verdict): string {
  if (layers.length === 0) return "";
  const stores = new Map<string, Set<string>>();
  for (const row of layers) {
    const key = `${shownPrincipal(row.principal)}\u0000${layerNames(row)}`;
    const name = `${row.asset.name}${row.asset.kind === "copy" ? " (copy)" : ""}`;
    stores.set(key, (stores.get(key) ?? new Set()).add(name));
  }
  const rows = [...stores].map(([key, names]) => [...key.split("\u0000"), [...names].join(", ")]);
  return `what keeps foreign roles out, each layer by itself:\n${columns(rows)}`;
}

/** `allow-list, guardrail`. */
export function layerNames(row: Pick<LayerRow, (typeof LAYERS)[number]>): string {
  const holding = LAYERS.filter((layer) => row[layer]).map((layer) => LAYER_NAMES[layer]);
  return holding.length === 0 ? "NONE" : holding.join(", ");
}

export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) => `  ${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join("  ")}`,
    )
    .join("\n");
}

function countsText({ inputs: { stacks, resources, statements, principals, assets }, at }: Verdict): string {
  const counts = [
    counted(stacks, "stack", "stacks"),
    counted(resources, "resource", "resources"),
    counted(statements, "statement", "statements"),
    counted(principals, "principal", "principals"),
    counted(assets, "store or copy", "stores and copies"),
  ];
  return `${counts.join(", ")}, as of ${at}`;
}

const counted = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;
