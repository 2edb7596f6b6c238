import type { Counts } from "../terraform/rehearse";

const WORDS: Readonly<Record<string, string>> = {
  create: "created",
  update: "updated",
  delete: "destroyed",
  "delete create": "replaced",
  "create delete": "replaced",
};

/** `57 created, 2 replaced`, or that nothing changed. */
export const countsText = (counts: Counts): string =>
  Object.entries(counts)
    .map(([action, count]) => `${count} ${WORDS[action] ?? action}`)
    .join(", ") || "nothing to change";

/** The time since a moment of `performance.now()`. */
export const seconds = (started: number): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
