/** One UTF-16 code unit in lower case; a letter that would become several stays. */
export function foldUnit(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

/** A text in lower case, code unit by code unit: what "ignoring case" compares, in both clouds. */
export function fold(text: string): string {
  let folded = "";
  for (let at = 0; at < text.length; at += 1) folded += foldUnit(text.charAt(at));
  return folded;
}

/** All code units that fold to the same as this one, itself among them. */
export function variantsOf(unit: string): readonly string[] {
  const lower = foldUnit(unit);
  const upper = lower.toUpperCase();
  const variants = new Set([lower]);
  if (upper.length === 1 && foldUnit(upper) === lower) variants.add(upper);
  for (const second of SECOND_CAPITALS) if (foldUnit(second) === lower) variants.add(second);
  return [...variants];
}

/** Code units that fold to a letter whose own capital is another one, by Unicode's case mappings; a test finds them anew. */
const SECOND_CAPITALS: string =
  "\u01c5\u01c8\u01cb\u01f2\u03f4\u1e9e\u1f88\u1f89\u1f8a\u1f8b\u1f8c\u1f8d\u1f8e\u1f8f\u1f98\u1f99\u1f9a\u1f9b" +
  "\u1f9c\u1f9d\u1f9e\u1f9f\u1fa8\u1fa9\u1faa\u1fab\u1fac\u1fad\u1fae\u1faf\u1fbc\u1fcc\u1ffc\u2126\u212a\u212b";
