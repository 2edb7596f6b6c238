export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Longer and deeper than any service of AWS takes; what exceeds them is not looked at. */
const LONGEST = 512 * 1024;
const DEEPEST = 64;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const isShallow = (value: Json, depth = 0): boolean => {
  if (typeof value !== "object" || value === null) return true;
  const members = isList(value) ? value : Object.values(value);
  return depth < DEEPEST && members.every((one) => isShallow(one, depth + 1));
};

/** A document, or what is wrong with it in a few words. */
export function readJson(text: string): { readonly value: Json } | { readonly problem: string } {
  if (text.length > LONGEST) return { problem: `it is longer than ${LONGEST} characters` };
  try {
    const value: Json = JSON.parse(text);
    return isShallow(value) ? { value } : { problem: `it is nested deeper than ${DEEPEST} levels` };
  } catch {
    return { problem: "it is not JSON" };
  }
}
