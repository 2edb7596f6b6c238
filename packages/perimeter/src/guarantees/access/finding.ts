import type { Row, Step } from "../../detours";
import type { Estate } from "../../estate";
import { type Actor, shownActor } from "../../estate/actor";
import type { Asset } from "../../estate/asset";
import { accountOfActor } from "../../estate/aws/actors";
import { fingerprintOf } from "../../verdict/fingerprint";
import type { Finding, Fix, FoundAsset, FoundPrincipal, PathStep, Severity } from "../../verdict/verdict";
import { writtenRequest } from "../../verdict/witness";
import type { Standing } from "../standing";

/** What findings are written with. */
export interface Context {
  readonly estate: Estate;
  readonly jurisdiction: string;
}

export interface Found {
  readonly actor: Actor;
  readonly standing: Standing;
  readonly asset: Asset;
  readonly steps: readonly Step[];
}

/** A finding about a chain that leads somebody to an asset. */
export function findingOf(rule: string, severity: Severity, found: Found, context: Context): Finding {
  const { actor, standing, asset, steps } = found;
  const path = [...steps.flatMap(pathOf), ...flowsOf(asset)];
  const finding = {
    rule,
    severity,
    principal: foundPrincipal(actor, standing),
    asset: foundAsset(asset, context),
    source: sourceOf(path, context) ?? asset.resource.source,
    path,
    witness: witnessOf(steps),
    message: sentence(found, context),
    fix: fixOf(found),
  };
  return { ...finding, fingerprint: fingerprintOf(finding) };
}

export function foundPrincipal(actor: Actor, { residency }: Standing): FoundPrincipal {
  const { kind, name, resource } = actor.principal;
  const account = actor.cloud === "aws" ? (accountOfActor(actor) ?? null) : null;
  return { kind, name, account: kind === "account" ? null : account, address: resource?.address ?? null, residency };
}

export function foundAsset({ store, resource, flows }: Asset, { jurisdiction }: Context): FoundAsset {
  return { kind: flows.length > 0 ? "copy" : "store", name: store, address: resource.address, jurisdiction };
}

function sourceOf(path: readonly PathStep[], { estate }: Context): Finding["source"] | undefined {
  const [first] = path;
  return first && estate.resources.get(first.address)?.source;
}

function pathOf({ row, held }: Step): readonly PathStep[] {
  return held.by.map(({ address, text }) => ({ step: kindOf(row), address, text }));
}

function kindOf({ step, yields }: Row): PathStep["step"] {
  if (step) return step;
  if (yields === "read") return "grant";
  return yields === "key" ? "key" : "escalation";
}

function flowsOf({ flows }: Asset): readonly PathStep[] {
  return flows.map(({ by, from, to }) => ({
    step: "flow",
    address: by.address,
    text: `copies from ${from.address} to ${to.address}`,
  }));
}

/** The requests that show each step, as `perimeter simulate` takes them; one alone stands for itself. */
function witnessOf(steps: readonly Step[]): unknown {
  const requests = steps.flatMap(({ held }) => held.requests.map(writtenRequest));
  return requests.length === 1 ? requests[0] : requests;
}

/** `group "apac-engineering" (CN) can read "media": it may read its objects`. */
function sentence({ actor, standing, asset, steps }: Found, { jurisdiction }: Context): string {
  const where = asset.flows.length > 0 ? `the copy of "${asset.store}" at ${asset.resource.address}` : `"${asset.store}"`;
  const clauses = steps.map(({ actor: who, row, as }, at) => {
    const subject = at === 0 ? "it" : `${shownActor(who)}`;
    return `${subject} ${row.says}${as ? ` (${shownActor(as)})` : ""}`;
  });
  return `${shownActor(actor)} (${shownResidency(standing, jurisdiction)}) ${verbOf(steps)} ${where}: ${clauses.join("; then ")}`;
}

function verbOf(steps: readonly Step[]): string {
  return steps.at(-1)?.row.yields === "key" ? "can carry off the key of" : "can read";
}

export function shownResidency({ residency, roles }: Standing, _jurisdiction: string): string {
  return roles.length === 0 ? "listed by no role" : residency.join(", ");
}

/** The smallest change that closes the chain: its first statement. */
function fixOf({ actor, steps }: Found): Fix | null {
  const [first] = steps;
  const [statement] = first?.held.by ?? [];
  if (!first || !statement) return null;
  const text = `take this away from ${shownActor(actor)}: ${statement.text}`;
  return { text, edits: [{ address: statement.address, argument: argumentOf(actor), before: statement.text, after: null }] };
}

const argumentOf = ({ cloud }: Actor) => (cloud === "oci" ? "statements" : "policy");
