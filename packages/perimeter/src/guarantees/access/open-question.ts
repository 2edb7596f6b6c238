/** The resource that a reason names as the place of what isn't known: the last address in quotes. */
export function addressIn(reason: string): string | null {
  const addresses = [...reason.matchAll(/"([^"\s]+\/[^"\s]+\.[^"\s]+)"/g)].map(([, address]) => address);
  return addresses.at(-1) ?? null;
}
