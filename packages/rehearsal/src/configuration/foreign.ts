import { existsSync, realpathSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { PLAYED } from "../clouds";
import { identityOf } from "../schema/load";
import { InputError } from "../terraform/errors";
import { type Block, type Literal, members, ofType } from "./block";
import { folderBlocks } from "./folder";

const REGISTRY = "registry.terraform.io";
const BUILT_IN = "terraform.io/builtin/terraform";

/**
 * Refuses, by name, what Terraform would fetch from elsewhere, and remote states that can't be pointed at the rehearsal.
 * @param folder the root module; its local modules are followed, and have to be below it
 */
export function refuseForeign(folder: string): void {
  const root = realpathSync(folder);
  const seen = new Set<string>();
  for (const waiting = [root]; waiting.length > 0; ) {
    const module = waiting.pop() ?? root;
    if (seen.has(module)) continue;
    seen.add(module);
    const blocks = folderBlocks(module);
    refuseProviders(blocks);
    refuseRemoteStates(blocks, module === root);
    for (const call of ofType(blocks, "module")) waiting.push(moduleFolder(call, module, root));
  }
}

/** The folder of a module that lies below the root. Source: Terraform language, Module Sources: local paths begin with a dot. */
function moduleFolder({ labels: [name], attributes, place }: Block, from: string, root: string): string {
  const source = attributes.get("source");
  if (typeof source !== "string") throw new InputError(`${place}: the source of module "${name}" is no literal text`);
  const refuse = (why: string) =>
    new InputError(`${place}: module "${name}" comes from "${source}", ${why}: only modules below the folder are rehearsed`);
  if (!/^\.\.?\//.test(source)) throw refuse("which Terraform would fetch");
  const folder = resolve(from, source);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw refuse("where there is no folder");
  const real = realpathSync(folder);
  if (real !== root && !real.startsWith(root + sep)) throw refuse("which lies outside");
  return real;
}

function refuseProviders(blocks: readonly Block[]): void {
  const required = new Map<string, { source: string; place: string }>();
  for (const { blocks: inner } of ofType(blocks, "terraform")) {
    for (const { attributes, place } of ofType(inner, "required_providers")) {
      for (const [local, requirement] of attributes) required.set(local, { source: sourceOf(local, requirement), place });
    }
  }
  for (const { local, place } of used(blocks)) {
    if (!required.has(local)) required.set(local, { source: local === "terraform" ? BUILT_IN : `hashicorp/${local}`, place });
  }
  const played = PLAYED.map((name) => identityOf(name).address);
  for (const [local, { source, place }] of required) {
    if (![...played, BUILT_IN].includes(fullAddress(source)))
      throw new InputError(
        `${place}: provider "${local}" is ${source}, which is not played here: there are ${played.map(short).join(" and ")}`,
      );
  }
}

/** Without a source, or in the old short form, a provider is one of HashiCorp's. Source: Terraform language, Provider Requirements. */
function sourceOf(local: string, requirement: Literal): string {
  const source = members(requirement).find(([name]) => name === "source")?.[1];
  return typeof source === "string" ? source : `hashicorp/${local}`;
}

/** `aws`, `hashicorp/aws` and the address in full are one. Source: Terraform language, Provider Requirements, Source Addresses. */
function fullAddress(source: string): string {
  const parts = source.toLowerCase().split("/");
  return [REGISTRY, "hashicorp"]
    .slice(0, Math.max(0, 3 - parts.length))
    .concat(parts)
    .join("/");
}

const short = (address: string) => address.replace(`${REGISTRY}/`, "");

/** Providers by their local names: of a resource, what stands before the first underscore. */
function used(blocks: readonly Block[]): readonly { readonly local: string; readonly place: string }[] {
  const all = [...blocks, ...ofType(blocks, "check").flatMap((check) => check.blocks)];
  return all.flatMap(({ type, labels: [first = ""], place }) => {
    if (type === "provider") return [{ local: first, place }];
    return ["resource", "data", "ephemeral"].includes(type) ? [{ local: first.split("_")[0] ?? first, place }] : [];
  });
}

/** Where an override can't reach, a remote state would be read from the real backend. */
function refuseRemoteStates(blocks: readonly Block[], isRoot: boolean): void {
  const reads = (all: readonly Block[]) => ofType(all, "data").filter(({ labels: [type] }) => type === "terraform_remote_state");
  const hidden = [
    ...reads(blocks).filter(({ syntax }) => !isRoot || syntax === "hcl"),
    ...reads(ofType(blocks, "check").flatMap((check) => check.blocks)),
  ];
  const [first] = hidden;
  if (first)
    throw new InputError(
      `${first.place}: terraform_remote_state "${first.labels[1]}" reads a remote state: only those in *.tf.json of the folder itself can be rehearsed`,
    );
}
