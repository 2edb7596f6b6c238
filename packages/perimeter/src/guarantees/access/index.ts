import { closureOf, type Reached, type Reaches, type Step, type Way, type Ways } from "../../detours";
import { type Actor, keyOf } from "../../estate/actor";
import type { Asset } from "../../estate/asset";
import { inOrder, undecidedInOrder } from "../../verdict/order";
import type { AccessRow, Finding, GuaranteeVerdict, TrustedPrincipal, Undecided } from "../../verdict/verdict";
import type { Declared } from "../declared";
import { type Standing, standingsIn } from "../standing";
import { overBudget } from "./budget";
import { type Context, findingOf, foundPrincipal } from "./finding";
import { matrixOf } from "./matrix";
import { addressIn } from "./open-question";
import { publicDoors } from "./public-doors";

/** Everything that the proof of access says. */
export interface AccessProof {
  readonly verdict: GuaranteeVerdict;
  readonly access: readonly AccessRow[];
  readonly trustBase: readonly TrustedPrincipal[];
}

/**
 * `access`: no principal outside of the jurisdiction's roles can read a store, a copy, or a key or credential that opens
 * one, directly or by any chain; inside, a role reads only what it lists (design §1 and "What counts").
 */
export function proveAccess(
  declared: Declared,
  assets: readonly Asset[],
  clouds: readonly Ways[],
  context: Context,
  closure = closureOf(clouds),
): AccessProof {
  const standings = standingsIn(declared, closure.actors);
  const findings: Finding[] = [];
  const notes: Finding[] = [];
  const undecided: Undecided[] = [];
  const powers = new Map<string, { readonly actor: Actor; readonly steps: readonly Step[] }>();

  for (const asset of assets) {
    if (!clouds.some((cloud) => cloud.knows(asset)))
      undecided.push({ address: asset.resource.address, reason: `how content of a ${asset.resource.type} is read isn't known` });
    const reaches = closure.reaching(asset);
    const changing = powersOver(asset);
    for (const actor of closure.actors) {
      const standing = standings(actor);
      const reached = reaches.get(keyOf(actor));
      notes.push(...notesOn(actor, standing, asset));
      if (!reached) continue;
      if (reached.kind === "undecided") {
        if (!standing.isTrusted) undecided.push(...reached.reasons.map((reason) => ({ address: addressIn(reason), reason })));
        continue;
      }
      findings.push(...verdictsOn(actor, standing, asset, reached));
      // Whoever reads in a step would not be asked what else they can do: what changes the boundary is looked for besides.
      const power = isPower(reached.steps) ? reached : changing.get(keyOf(actor));
      if (power?.kind === "undecided" && standing.isInside && !standing.isTrusted)
        undecided.push(...power.reasons.map((reason) => ({ address: addressIn(reason), reason })));
      if (power?.kind !== "reached") continue;
      if (!powers.has(keyOf(actor))) powers.set(keyOf(actor), { actor, steps: power.steps });
      if (power !== reached && standing.isInside) findings.push(...verdictsOn(actor, standing, asset, power));
    }
  }

  const doors = publicDoors(assets, context);
  const all = [...findings, ...doors.findings];
  const access = matrixOf(assets, clouds, closure.actors, standings, context);
  const budget = overBudget(declared, access, context);
  const open = undecidedInOrder([...undecided, ...doors.undecided]);
  return {
    verdict: {
      id: "access",
      verdict: all.length + budget.length > 0 ? "violated" : open.length > 0 ? "undecided" : "holds",
      findings: inOrder([...all, ...budget]),
      notes: inOrder(notes),
      undecided: open,
    },
    access,
    trustBase: [...powers.values()].map(({ actor, steps }) => trustedOf(actor, standings(actor), steps)),
  };

  /** Who comes to what changes who reads, in any number of steps. */
  function powersOver(asset: Asset): Reaches {
    const change = (ways: readonly Way[]) => ways.filter(({ row }) => row.yields !== "read");
    return closure.leading((actor) => clouds.flatMap((cloud) => change(cloud.detours(actor, asset))));
  }

  /** What a chain means: for whom it is wrong, and by which rule. */
  function verdictsOn(
    actor: Actor,
    standing: Standing,
    asset: Asset,
    { steps }: Extract<Reached, { kind: "reached" }>,
  ): readonly Finding[] {
    const rule = ruleFor(actor, standing, asset, steps);
    if (!rule) return [];
    const severity = rule === "access/undeclared-trust" || rule === "access/undeclared-read" ? "high" : "critical";
    return [findingOf(rule, severity, { actor, standing, asset, steps }, context)];
  }

  /** A foreign principal that lists a store or uses its key: a layer less, and no reading. */
  function notesOn(actor: Actor, standing: Standing, asset: Asset): readonly Finding[] {
    if (standing.isInside || standing.isTrusted) return [];
    const first = (ways: readonly Way[], rule: string) =>
      ways
        .slice(0, 1)
        .flatMap(({ row, held }) =>
          held.kind === "possible"
            ? [findingOf(rule, "low", { actor, standing, asset, steps: [{ actor, row, held }] }, context)]
            : [],
        );
    const of = (name: "lists" | "usesKey") =>
      clouds.flatMap((cloud) => cloud[name](actor, asset)).filter(({ held }) => held.kind === "possible");
    return [...first(of("lists"), "access/metadata"), ...first(of("usesKey"), "access/key-use")];
  }
}

/** Which rule a chain breaks; `undefined`: none. */
function ruleFor(
  { principal }: Actor,
  { isTrusted, isInside, roles }: Standing,
  { store }: Asset,
  steps: readonly Step[],
): string | undefined {
  const last = steps.at(-1);
  if (isTrusted || !last) return undefined;
  const isPlainRead = !isPower(steps) && last.row.yields === "read";
  if (isInside) {
    if (!isPlainRead) return "access/undeclared-trust";
    return roles.some(({ content }) => content.has(store) || content.has("*")) ? undefined : "access/undeclared-read";
  }
  if (principal.kind === "anonymous") return "access/anonymous";
  if (principal.kind === "tenancy" || principal.kind === "account") return "access/cross-tenancy";
  if (isPlainRead) return last.row.step === "credential" ? "access/credential" : "access/direct-read";
  if (last.row.yields === "key" && steps.length === 1) return "access/key-export";
  return "access/escalation";
}

/** Whether a chain changes the boundary, rather than to walk through a door that it has. */
function isPower(steps: readonly Step[]): boolean {
  return steps.some(({ row }) => row.yields !== "read");
}

function trustedOf(actor: Actor, standing: Standing, steps: readonly Step[]): TrustedPrincipal {
  const because = steps.map(({ row, as }) => `${row.says}${as ? ` ("${as.principal.name}")` : ""}`).join("; then ");
  return { principal: foundPrincipal(actor, standing), declared: standing.isTrusted, because };
}
