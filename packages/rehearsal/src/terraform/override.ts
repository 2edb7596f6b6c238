import { type Block, type Literal, members, ofType } from "../configuration/block";
import { InputError } from "./errors";
import type { Stack } from "./stacks";

/** Where a stack's state stands in the rehearsal. */
export type StateFile = (stack: string) => string;

const remoteStates = ({ blocks }: Stack) =>
  ofType(blocks, "data").filter(({ labels: [type] }) => type === "terraform_remote_state");

const backends = ({ blocks }: Stack) => ofType(blocks, "terraform").flatMap((terraform) => ofType(terraform.blocks, "backend"));

/** The stack whose backend is what a remote state reads: every setting that both have is the same. */
function ownerOf({ labels: [, name], attributes }: Block, stacks: readonly Stack[]): Stack {
  const config = members(attributes.get("config"));
  const isRead = (backend: Block) =>
    backend.labels[0] === attributes.get("backend") &&
    config.every(([setting, value]) => (backend.attributes.get(setting) ?? value) === value);
  const owner = stacks.find((stack) => backends(stack).some(isRead));
  if (!owner) throw new InputError(`terraform_remote_state "${name}" reads a state that no stack of this folder writes`);
  return owner;
}

/**
 * What a stack needs to run on this machine alone: a local backend, remote states read from there, and any Terraform
 * that runs at all, since the version that a real backend needs doesn't matter here.
 * Source: Terraform language, Override Files; `required_version` is replaced, `config` is replaced as a whole.
 */
export function override(stack: Stack, stacks: readonly Stack[], stateFile: StateFile) {
  const reads = remoteStates(stack).map((read) => [
    read.labels[1],
    { backend: "local", config: { path: stateFile(ownerOf(read, stacks).name) } },
  ]);
  return {
    terraform: { required_version: ">= 1.5.0", backend: { local: { path: stateFile(stack.name) } } },
    ...(reads.length > 0 ? { data: { terraform_remote_state: Object.fromEntries(reads) } } : {}),
  };
}

const isTrue = (value: Literal | undefined) => value === true || value === "true";

/** The addresses of the resources that must not be destroyed. */
export const protectedOf = ({ blocks }: Stack): readonly (readonly [type: string, name: string])[] =>
  ofType(blocks, "resource").flatMap(({ labels: [type = "", name = ""], blocks: inner }) =>
    ofType(inner, "lifecycle").some(({ attributes }) => isTrue(attributes.get("prevent_destroy"))) ? [[type, name] as const] : [],
  );

/** Lifts that protection; other lifecycle arguments stay, since an override merges them one by one. */
export function lifted(stack: Stack) {
  const resource: Record<string, Record<string, unknown>> = {};
  for (const [type, name] of protectedOf(stack)) {
    resource[type] = { ...resource[type], [name]: { lifecycle: { prevent_destroy: false } } };
  }
  return { resource };
}
