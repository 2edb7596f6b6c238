import type { Estate } from "../../estate";
import { argument, textArgument } from "../../estate/arguments";
import type { Asset } from "../../estate/asset";
import { knownText } from "../../input/expression/text";
import { fingerprintOf } from "../../verdict/fingerprint";
import type { Finding, PathStep, Undecided } from "../../verdict/verdict";
import { type Context, foundAsset } from "./finding";

/** Doors that stand open to whoever knows of them, whatever IAM says: public buckets, and links that bear their own right. */
export function publicDoors(
  assets: readonly Asset[],
  context: Context,
): { readonly findings: readonly Finding[]; readonly undecided: readonly Undecided[] } {
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  for (const asset of assets) {
    if (asset.resource.type !== "oci_objectstorage_bucket") continue;
    const access = argument(asset.resource, "access_type");
    const type = access && knownText(access);
    if (access && type === undefined) undecided.push({ address: asset.resource.address, reason: "its access_type isn't known" });
    if (type !== undefined && type !== "NoPublicAccess") findings.push(publicBucket(asset, type, context));
    for (const link of linksTo(asset, context.estate)) findings.push(bearerLink(asset, link, context));
  }
  return { findings, undecided };
}

/** Pre-authenticated requests on a bucket, but those that only write ("Using Pre-Authenticated Requests", access types). */
function linksTo({ resource }: Asset, { resources, links }: Estate) {
  const name = textArgument(resource, "name");
  return [...resources.values()].filter((one) => {
    if (one.type !== "oci_objectstorage_preauthrequest") return false;
    if (["ObjectWrite", "AnyObjectWrite"].includes(textArgument(one, "access_type") ?? "")) return false;
    const bucket = argument(one, "bucket");
    const made = links.resource(bucket);
    if (made) return made.address === resource.address;
    return (bucket && knownText(bucket)) === name && one.stack === resource.stack;
  });
}

function publicBucket(asset: Asset, type: string, context: Context): Finding {
  const { address } = asset.resource;
  return door("access/anonymous", asset, context, {
    path: [{ step: "public", address, text: `access_type = "${type}"` }],
    message: `anybody can read "${asset.store}" without credentials: its bucket has access_type "${type}"`,
    fix: {
      text: `set access_type to "NoPublicAccess"`,
      edits: [{ address, argument: "access_type", before: type, after: "NoPublicAccess" }],
    },
  });
}

function bearerLink(asset: Asset, { address, ...link }: ReturnType<typeof linksTo>[number], context: Context): Finding {
  const type = textArgument({ address, ...link }, "access_type") ?? "unknown";
  return door("access/bearer-link", asset, context, {
    path: [{ step: "link", address, text: `access_type = "${type}"` }],
    message: `whoever has the link of ${address} can read "${asset.store}" until it expires`,
    fix: { text: `remove ${address}, and give a role of the jurisdiction what the link was for`, edits: [] },
  });
}

function door(
  rule: string,
  asset: Asset,
  context: Context,
  rest: { readonly path: readonly PathStep[]; readonly message: string; readonly fix: Finding["fix"] },
): Finding {
  const finding = {
    rule,
    severity: "critical" as const,
    principal: { kind: "anonymous", name: "anonymous", account: null, address: null, residency: [] },
    asset: foundAsset(asset, context),
    source: context.estate.resources.get(rest.path[0]?.address ?? "")?.source ?? null,
    witness: null,
    ...rest,
  };
  return { ...finding, fingerprint: fingerprintOf(finding) };
}
