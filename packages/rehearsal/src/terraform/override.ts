import { InputError } from "./errors";
import type { RemoteState, Stack } from "./stacks";

/** Where a stack's state stands in the rehearsal. */
export type StateFile = (stack: string) => string;

const remoteStates = (stack: Stack) => stack.files.flatMap(({ data }) => Object.entries(data?.terraform_remote_state ?? {}));

/** The stack whose backend is what a remote state reads: every setting that both have is the same. */
function ownerOf(name: string, read: RemoteState, stacks: readonly Stack[]): Stack {
  const config = Object.entries(read.config ?? {});
  const owner = stacks.find((stack) =>
    stack.files.some(({ terraform }) => {
      const backend = terraform?.backend?.[read.backend ?? ""];
      return backend && config.every(([setting, value]) => !(setting in backend) || backend[setting] === value);
    }),
  );
  if (!owner) throw new InputError(`terraform_remote_state "${name}" reads a state that no stack of this folder writes`);
  return owner;
}

/**
 * What a stack needs to run on this machine alone: a local backend, remote states read from there, and any Terraform
 * that runs at all, since the version that a real backend needs doesn't matter here.
 * Source: Terraform language, Override Files; `required_version` is replaced, `config` is replaced as a whole.
 */
export function override(stack: Stack, stacks: readonly Stack[], stateFile: StateFile) {
  const reads = remoteStates(stack).map(([name, read]) => [
    name,
    { backend: "local", config: { path: stateFile(ownerOf(name, read, stacks).name) } },
  ]);
  return {
    terraform: { required_version: ">= 1.5.0", backend: { local: { path: stateFile(stack.name) } } },
    ...(reads.length > 0 ? { data: { terraform_remote_state: Object.fromEntries(reads) } } : {}),
  };
}

/** The addresses of the resources that must not be destroyed. */
export const protectedOf = (stack: Stack): readonly (readonly [type: string, name: string])[] =>
  stack.files.flatMap(({ resource }) =>
    Object.entries(resource ?? {}).flatMap(([type, all]) =>
      Object.entries(all).flatMap(([name, { lifecycle }]) => (lifecycle?.prevent_destroy ? [[type, name] as const] : [])),
    ),
  );

/** Lifts that protection; other lifecycle arguments stay, since an override merges them one by one. */
export function lifted(stack: Stack) {
  const resource: Record<string, Record<string, unknown>> = {};
  for (const [type, name] of protectedOf(stack)) {
    resource[type] = { ...resource[type], [name]: { lifecycle: { prevent_destroy: false } } };
  }
  return { resource };
}
