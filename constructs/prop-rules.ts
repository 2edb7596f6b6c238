import type { Construct } from "constructs";
import { refuse } from "./refusal";

/** What a construct's props must satisfy, beyond their types. */
export interface PropRule<Props> {
  readonly holds: (props: Props) => boolean;
  /** What is wrong, quoting the value. */
  readonly says: (props: Props) => string;
  /** What is expected instead. */
  readonly help: string;
}

/** Refuses every rule that doesn't hold, all of them together. */
export function refuseBrokenRules<Props>(construct: Construct, props: Props, rules: readonly PropRule<Props>[]): void {
  for (const { holds, says, help } of rules) if (!holds(props)) refuse(construct, { message: says(props), help });
}
