import type { Construct, IConstruct } from "constructs";

/** Something that a construct was asked for and doesn't do. */
export interface Refusal {
  /** What is refused and why, in the user's words. */
  readonly message: string;
  /** What to do instead. */
  readonly help?: string;
  /** The key of the configuration that asked for it, where the caller named one. */
  readonly about?: readonly (string | number)[];
}

const REFUSALS = new WeakMap<IConstruct, Refusal[]>();

/**
 * Makes the synthesis fail, and lets it find everything else that is wrong first: cdktf reports all validations of a
 * stack together, each led by its construct's path.
 */
export function refuse(construct: Construct, refusal: Refusal): void {
  const known = REFUSALS.get(construct);
  if (known) {
    if (!known.some(({ message }) => message === refusal.message)) known.push(refusal);
    return;
  }
  const refusals = [refusal];
  REFUSALS.set(construct, refusals);
  construct.node.addValidation({ validate: () => refusals.map(printRefusal) });
}

/** Every refusal below `root`, with the path of the construct that refused. */
export function refusalsBelow(root: IConstruct): { readonly path: string; readonly refusal: Refusal }[] {
  return root.node
    .findAll()
    .flatMap((construct) => (REFUSALS.get(construct) ?? []).map((refusal) => ({ path: construct.node.path, refusal })));
}

const printRefusal = ({ message, help }: Refusal) => (help ? `${message}: ${help}` : message);
