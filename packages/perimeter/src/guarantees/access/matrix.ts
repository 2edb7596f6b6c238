import type { Way, Ways } from "../../detours";
import type { Actor } from "../../estate/actor";
import type { Asset } from "../../estate/asset";
import type { AccessRow, Capability } from "../../verdict/verdict";
import type { Standing } from "../standing";
import { type Context, foundAsset, foundPrincipal } from "./finding";

/** Who can do what with which store or copy: the strongest that each can, by their own rights. */
export function matrixOf(
  assets: readonly Asset[],
  clouds: readonly Ways[],
  actors: readonly Actor[],
  standings: (actor: Actor) => Standing,
  context: Context,
): readonly AccessRow[] {
  return actors.flatMap((actor) =>
    assets.map((asset): AccessRow => {
      const standing = standings(actor);
      const { capability, way } = strongest(actor, asset, clouds);
      const [role] = standing.roles;
      const scenarios = standing.roles.flatMap(({ content }): readonly string[] => [content.get(asset.store) ?? []].flat());
      return {
        principal: foundPrincipal(actor, standing),
        role: role?.name ?? null,
        residency: standing.residency,
        asset: foundAsset(asset, context),
        capability,
        scenarios: capability === "content" ? scenarios.filter((one) => one !== "any") : [],
        trusted: standing.isTrusted,
        when: way ? whenOf(way) : "never",
      };
    }),
  );
}

const isOpen = ({ held }: Way) => held.kind === "possible";

function strongest(actor: Actor, asset: Asset, clouds: readonly Ways[]): { readonly capability: Capability; readonly way?: Way } {
  const first = (name: "reads" | "detours" | "lists") => clouds.flatMap((cloud) => cloud[name](actor, asset)).find(isOpen);
  const reads = first("reads");
  if (reads) return { capability: "content", way: reads };
  const administers = first("detours");
  if (administers) return { capability: "administer", way: administers };
  const lists = first("lists");
  return lists ? { capability: "metadata", way: lists } : { capability: "none" };
}

/** What the request that shows it brings, besides what follows from who asks for what. */
export function whenOf({ held }: Way): string {
  if (held.kind !== "possible") return "never";
  if (held.always) return "always";
  const brought = held.requests.flatMap((request) => [...("permission" in request ? request.variables : request.context)]);
  const texts = brought
    .filter(([name]) => CIRCUMSTANCE.test(name))
    .map(([name, value]) => `${name} = ${Array.isArray(value) ? value.join(", ") : String(value)}`);
  return texts.length === 0 ? "under conditions on the target" : `such as ${[...new Set(texts)].join(", ")}`;
}

/** Circumstances that a condition can ask for; the rest is who asks and for what. */
const CIRCUMSTANCE =
  /^(request\.(networksource|user|vcn|ipv4|utc-timestamp|operation|region)|aws:(sourceip|sourcevpc|multifactor|viaaws|currenttime)|saml:)/i;
