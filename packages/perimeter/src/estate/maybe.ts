/** Why a fact isn't known. Of OCI in words that follow "since", of AWS in words that follow "without knowing". */
export interface Unknown {
  readonly unknown: string;
}

export type Maybe<Fact> = Fact | Unknown;

export function isUnknown<Fact>(fact: Maybe<Fact>): fact is Unknown {
  return typeof fact === "object" && fact !== null && "unknown" in fact;
}

/** All facts, or the first that isn't known. */
export function allKnown<Fact>(facts: readonly Maybe<Fact>[]): Maybe<readonly Fact[]> {
  const open = facts.find(isUnknown);
  return open ?? facts.filter((fact): fact is Fact => !isUnknown(fact));
}
