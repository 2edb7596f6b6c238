/**
 * Stands for the account of every provider that doesn't say which one it works in: they are taken for one and the same.
 * AWS gives no such id.
 */
export const UNNAMED_ACCOUNT = "000000000000";

/** Whether two accounts are one; `undefined` where one of them has no name and could be the other. */
export function isSameAccount(one: string, other: string): boolean | undefined {
  if (one === other) return true;
  return one === UNNAMED_ACCOUNT || other === UNNAMED_ACCOUNT ? undefined : false;
}
