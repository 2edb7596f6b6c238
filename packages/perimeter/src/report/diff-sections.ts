import { visible } from "oci-policy";
import {
  type AccessChange,
  type DeclaredChange,
  type Difference,
  type FlowChange,
  type KeyChange,
  type OpenQuestion,
  type PhaseChange,
  type Place,
  type RouteChange,
  type StoreChange,
  shownPrincipal,
  type TrustChange,
  type TurnedGuarantee,
} from "../diff";
import type { Finding } from "../verdict/verdict";

/** One kind of change, as rows of cells that each format lays out. */
export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** The gravest first; kinds of which nothing changed are left out. */
export function sectionsOf(difference: Difference): readonly Section[] {
  const { undecided, findings, guarantees, routes } = difference;
  const all: readonly Section[] = [
    { title: "access", rows: difference.access.map(accessRow) },
    { title: "new findings", rows: findings.new.map(findingRow) },
    { title: "can't be known any more", rows: undecided.new.map(questionRow) },
    { title: "who could change the boundary itself", rows: difference.trustBase.map(trustRow) },
    { title: "phases of backup sites", rows: difference.phases.map(phaseRow) },
    { title: "where stores rest", rows: difference.stores.map(storeRow) },
    { title: "copies", rows: difference.copies.map(({ change, store, place }) => [SIGNS[change], store, placeText(place)]) },
    { title: "flows", rows: difference.flows.map(flowRow) },
    { title: "answers to users", rows: (routes ?? []).map(routeRow) },
    { title: "keys", rows: difference.keys.map(keyRow) },
    { title: "what the model declares", rows: difference.declared.map(declaredRow) },
    { title: "guarantees", rows: guarantees.filter(({ turned }) => turned !== "same").map(guaranteeRow) },
    { title: "findings that are gone", rows: findings.gone.map(findingRow) },
    { title: "known now", rows: undecided.gone.map(questionRow) },
  ];
  return all.filter(({ rows }) => rows.length > 0).map(({ title, rows }) => ({ title, rows: rows.map(onOneLine) }));
}

/** What a cell quotes can't forge another. */
const onOneLine = (row: readonly string[]) => row.map((cell) => visible(cell, LONGEST_CELL));
const LONGEST_CELL = 600;

/** More, less, otherwise, and what nobody can tell; `!` is what no change may do. */
const SIGNS = {
  gained: "+",
  widened: "+",
  added: "+",
  undeclared: "+",
  loosened: "+",
  changed: "~",
  moved: "~",
  declared: "~",
  better: "~",
  unknown: "?",
  narrowed: "-",
  lost: "-",
  removed: "-",
  tightened: "-",
  worse: "!",
  same: " ",
} as const;

function accessRow(change: AccessChange): readonly string[] {
  const { principal, residency, by } = change;
  const who = `${shownPrincipal(principal)} (${residency.join(", ") || "listed by no role"})`;
  const more = by.length > MOST_WAYS ? `; and ${by.length - MOST_WAYS} more ways` : "";
  const how = by.length > 0 ? `it ${by.slice(0, MOST_WAYS).join("; ")}${more}` : "";
  return [SIGNS[change.change], who, `${change.change} ${change.capability}`, whereOf(change), circumstancesOf(change), how];
}

const MOST_WAYS = 3;

function whereOf({ store, places }: AccessChange): string {
  const copies = places.filter(({ kind }) => kind === "copy").length;
  if (copies === 0) return store;
  const counted = copies === 1 ? "a copy" : `${copies} copies`;
  return copies === places.length ? `${counted} of ${store}` : `${store} and ${counted}`;
}

function circumstancesOf({ change, before, after }: AccessChange): string {
  if (change === "gained") return after;
  return change === "lost" || before === after ? before : `${before} → ${after}`;
}

const placeText = ({ kind, name, region, address }: Place) =>
  `${kind === "copy" ? "copy " : ""}${name ?? address}${region === null ? "" : ` in ${region}`} (${address})`;

function trustRow({ change, principal, because }: TrustChange): readonly string[] {
  return [SIGNS[change], shownPrincipal(principal), change === "added" ? because : `${change}: ${because}`];
}

function phaseRow({ site, region, before, after, takenBack }: PhaseChange): readonly string[] {
  const says = takenBack ? ": taken back, which no phase may be" : "";
  return [takenBack ? SIGNS.worse : SIGNS.changed, site, region, `${before} → ${after}${says}`];
}

function storeRow({ change, store, before, after }: StoreChange): readonly string[] {
  const says = { added: "new", moved: "rests elsewhere", removed: "isn't declared any more: nobody asks who reads it" }[change];
  return [SIGNS[change], store, says, [before, after].flatMap((place) => (place ? [placeText(place)] : [])).join(" → ")];
}

function flowRow({ change, store, from, to, address }: FlowChange): readonly string[] {
  return [SIGNS[change], store, `${placeText(from)} → ${placeText(to)}`, `by ${address}`];
}

function routeRow({ change, hostname, answer, leadsTo, isOutside }: RouteChange): readonly string[] {
  const where = leadsTo ?? "nobody knows where it leads";
  return [SIGNS[change], hostname, answer, `${where}${isOutside ? ", which is outside" : ""}`];
}

const keyRow = ({ store, place, before, after }: KeyChange) => [SIGNS.changed, store, placeText(place), `${before} → ${after}`];

const declaredRow = ({ change, what, before, after }: DeclaredChange) => [SIGNS[change], what, `${before} → ${after}`];

const guaranteeRow = ({ id, before, after, turned }: TurnedGuarantee) => [
  SIGNS[turned],
  id,
  `${before ?? "not asked"} → ${after ?? "not asked"}`,
];

const findingRow = ({ severity, rule, fingerprint, message }: Finding) => [severity, rule, fingerprint, message];

const questionRow = ({ guarantee, address, reason }: OpenQuestion) => ["?", guarantee, address ?? "", reason];
