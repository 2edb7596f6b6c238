import type { Step } from "../detours";
import type { Actor } from "../estate/actor";
import type { Asset } from "../estate/asset";
import { fingerprintOf } from "../verdict/fingerprint";
import type { Finding, Fix, PathStep, Severity } from "../verdict/verdict";
import { writtenRequest } from "../verdict/witness";
import { foundAsset, foundPrincipal } from "./access/finding";
import type { Facts } from "./facts";

/** What a finding is about; what stands in none of these is left out, and null in the finding. */
export interface About {
  readonly rule: string;
  readonly severity: Severity;
  readonly actor?: Actor;
  readonly asset?: Asset;
  readonly path: readonly PathStep[];
  /** @default the requests of the steps */
  readonly witness?: unknown;
  /** How the actor comes to do it; they are told before the path. */
  readonly steps?: readonly Step[];
  readonly message: string;
  readonly fix: Fix | null;
}

/** A finding, with its fingerprint and the line where the first resource on its path was made. */
export function found(about: About, { estate, declared, standings }: Facts): Finding {
  const { rule, severity, actor, asset, steps = [], message, fix } = about;
  const path = [...steps.flatMap(pathOf), ...about.path];
  const requests = steps.flatMap(({ held }) => held.requests.map(writtenRequest));
  const finding = {
    rule,
    severity,
    principal: actor ? foundPrincipal(actor, standings(actor)) : null,
    asset: asset ? foundAsset(asset, { estate, jurisdiction: declared.jurisdiction.name }) : null,
    source: path.map(({ address }) => estate.resources.get(address)?.source).find((one) => one) ?? asset?.resource.source ?? null,
    path,
    witness: about.witness ?? (requests.length === 1 ? requests[0] : requests.length > 0 ? requests : null),
    message,
    fix,
  };
  return { ...finding, fingerprint: fingerprintOf(finding) };
}

/** Statements that let somebody take a step. */
function pathOf({ row, held }: Step): readonly PathStep[] {
  const step = row.step ?? (row.yields === "control" ? "grant" : "escalation");
  return held.by.map(({ address, text }) => ({ step, address, text }));
}
