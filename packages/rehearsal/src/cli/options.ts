import { parseArgs } from "node:util";
import { InputError } from "../terraform/stacks";

export interface Options {
  readonly stacks: readonly string[];
  readonly destroy: boolean;
  readonly keep: boolean;
  readonly from: string;
  readonly help: boolean;
}

export const USAGE = `usage: rehearse [STACK…] [--destroy] [--keep] [--from cdktf.out]

Plans and applies synthesized stacks with the real Terraform against local stand-ins of the clouds.
A stack is rehearsed with those it needs; none named: all.

  --from DIR   folder of synthesized stacks (manifest.json), or a plain Terraform folder
  --destroy    then destroys them in reverse order, after proving that prevent_destroy holds
  --keep       keeps the world and Terraform's working folders, and says where

exit code: 0 all applied and at rest · 1 Terraform or a cloud refused · 3 nothing was decided`;

export function readOptions(args: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        destroy: { type: "boolean", default: false },
        keep: { type: "boolean", default: false },
        from: { type: "string", default: "cdktf.out" },
        help: { type: "boolean", default: false },
      },
    });
    return { ...values, stacks: positionals };
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}
