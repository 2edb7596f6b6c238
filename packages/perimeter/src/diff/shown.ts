import { fingerprintOf } from "../verdict/fingerprint";
import type { Finding } from "../verdict/verdict";

/** Tells what was told in the addresses of another estate in its own. */
export interface Shown {
  readonly address: (address: string) => string;
  readonly text: (text: string) => string;
  readonly finding: (finding: Finding) => Finding;
}

/** `stack/type.name`, and Terraform's own form for modules and loops. */
const ADDRESS = /[\w.-]+\/\w+(?:\.[\w-]+(?:\[(?:"[^"]*"|\d+)\])?)+/g;

/** As it stands. */
export const AS_IT_IS: Shown = { address: (address) => address, text: (text) => text, finding: (finding) => finding };

/** @param own the own address of each that is called otherwise */
export function shownBy(called: ReadonlyMap<string, string>): Shown {
  const own = new Map([...called].filter(([told, address]) => told !== address));
  if (own.size === 0) return AS_IT_IS;
  const address = (told: string) => own.get(told) ?? told;
  const text = (told: string) => told.replace(ADDRESS, (found) => address(found));
  return { address, text, finding: (finding) => findingIn(finding, address, text) };
}

function findingIn(finding: Finding, address: Shown["address"], text: Shown["text"]): Finding {
  const { principal, asset, path, fix } = finding;
  const told = {
    ...finding,
    principal: principal && {
      ...principal,
      name: address(principal.name),
      address: principal.address && address(principal.address),
    },
    asset: asset && { ...asset, address: address(asset.address) },
    path: path.map((step) => ({ ...step, address: address(step.address), text: text(step.text) })),
    message: text(finding.message),
    fix: fix && {
      text: text(fix.text),
      edits: fix.edits.map((edit) => ({ ...edit, address: address(edit.address) })),
    },
  };
  return { ...told, fingerprint: fingerprintOf(told) };
}
