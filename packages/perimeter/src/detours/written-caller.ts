import type { Actor } from "../estate/actor";

/** Who asks, as a text: the same for whoever asks in the same way. Every question needs it. */
export function writtenCaller({ acts }: Actor): string {
  const known = WRITTEN.get(acts) ?? JSON.stringify(acts);
  WRITTEN.set(acts, known);
  return known;
}

const WRITTEN = new WeakMap<Actor["acts"], string>();
