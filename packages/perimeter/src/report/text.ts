import { visible } from "oci-policy";
import type { Finding, FoundPrincipal, GuaranteeVerdict, LayerRow, Verdict } from "../verdict/verdict";
import { type Paint, PLAIN } from "./colours";
import { counted, DENIALS, lastLine } from "./words";

/** The verdict for a person: what is wrong first, each with its reason, its proof and its remedy. */
export function textReport(verdict: Verdict, paint: Paint = PLAIN): string {
  const parts = [
    verdict.restsOnDenials ? paint.open(DENIALS) : "",
    // The last line says which are not declared.
    ...verdict.guarantees.filter((one) => one.verdict !== "not-declared").map((one) => paintedGuarantee(one, paint)),
    staleText(verdict, paint),
    matrixText(verdict),
    trustText(verdict),
    layersText(verdict),
    `${countsText(verdict)}\n${ofVerdict(paint, verdict.verdict)(lastLine(verdict))}`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function ofVerdict({ good, bad, open, faint }: Paint, verdict: GuaranteeVerdict["verdict"]): (text: string) => string {
  return { holds: good, violated: bad, undecided: open, "not-declared": faint }[verdict];
}

/** What stands against a guarantee, and what can't be known of it. */
export const guaranteeText = (guarantee: GuaranteeVerdict): string => paintedGuarantee(guarantee, PLAIN);

function paintedGuarantee({ id, verdict, findings, notes, undecided }: GuaranteeVerdict, paint: Paint): string {
  const violated = findings.filter(({ approved }) => !approved).map((finding) => findingText(finding, paint));
  const approved = findings.filter((finding) => finding.approved).map((finding) => findingText(finding, paint));
  const open = undecided.map(({ address, reason }) => `  ${address ? `${visible(address, 400)}: ` : ""}${visible(reason, 1400)}`);
  return [
    `${id}: ${ofVerdict(paint, verdict)(verdict)}`,
    ...violated,
    ...approved,
    ...(open.length > 0 ? [`can't be known:\n${open.join("\n")}`] : []),
    ...(notes.length > 0 ? [notesText(notes)] : []),
  ].join("\n\n");
}

function findingText({ rule, severity, message, path, source, fix, fingerprint, approved }: Finding, paint: Paint): string {
  const steps = path.map(({ address, text }, at) => `  ${at + 1}. ${visible(address, 400)}\n     ${visible(text, 400)}`);
  const place = source?.file ? [`  at ${visible(source.file, 400)}${source.line === null ? "" : `:${source.line}`}`] : [];
  const remedy = fix ? [`  fix: ${visible(fix.text, 400)}`] : [];
  const standing = approved
    ? [`  approved by ${visible(approved.approver, 200)} until ${approved.expires}: ${visible(approved.reason, 400)}`]
    : [];
  const grave = severity === "critical" || severity === "high" ? paint.bad : paint.open;
  const head = `${approved ? `approved ${severity}` : grave(severity)} ${paint.bold(rule)} ${paint.faint(`[${fingerprint}]`)}`;
  return [`${head}\n  ${visible(message, 600)}`, ...standing, ...steps, ...place, ...remedy].join("\n");
}

/** Approvals that cover nothing: they fail the check as a finding does. */
function staleText({ approvals }: Verdict, paint: Paint): string {
  if (!approvals || approvals.stale.length === 0) return "";
  const lines = approvals.stale.map(
    ({ rule, line, message }) => `  ${approvals.file}:${line}: ${visible(message, 400)} (${rule})`,
  );
  return [paint.bad("approvals that cover nothing, renew them or take them away:"), ...lines].join("\n");
}

/** Layers that are gone without anybody reading: many say the same of many stores. */
function notesText(notes: readonly Finding[]): string {
  const byPrincipal = new Map<string, Finding[]>();
  const isGrouped = ({ asset, principal }: Finding) => asset !== null && principal !== null;
  for (const note of notes.filter(isGrouped)) {
    const key = `${note.rule} ${note.principal?.kind} "${visible(note.principal?.name ?? "", 200)}"`;
    byPrincipal.set(key, [...(byPrincipal.get(key) ?? []), note]);
  }
  const lines = [...byPrincipal].map(
    ([key, all]) => `  ${key}: ${visible([...new Set(all.map(({ asset }) => asset?.name))].join(", "), 1000)}`,
  );
  const others = notes.filter((note) => !isGrouped(note)).map(({ rule, message }) => `  ${rule}: ${visible(message, 600)}`);
  return `notes, which fail nothing:\n${[...lines, ...others].join("\n")}`;
}

function matrixText({ access }: Verdict): string {
  const shown = access.filter(({ capability }) => capability === "content" || capability === "administer");
  if (shown.length === 0) return "nobody can read a store";
  const rows = shown.map(({ principal, asset, capability, when }) => [
    visible(`${asset.name}${asset.kind === "copy" ? ` (copy ${asset.address})` : ""}`, 400),
    capability,
    shownPrincipal(principal),
    visible(when, 400),
  ]);
  const unique = [...new Map(rows.map((row) => [row.join("\u0000"), row])).values()].sort((one, other) =>
    one.join() < other.join() ? -1 : 1,
  );
  return `who can do what, by their own rights:\n${columns(unique)}`;
}

/** With its account, where a name is unique within one alone. */
export const shownPrincipal = ({ kind, name, account }: FoundPrincipal) =>
  visible(`${kind} ${name}${account === null ? "" : ` of ${account}`}`, 400);

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
    const name = visible(`${row.asset.name}${row.asset.kind === "copy" ? " (copy)" : ""}`, 200);
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
