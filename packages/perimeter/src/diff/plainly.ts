/** A reason without the addresses in it, which say where it stands and not what it is. */
export const plainly = (reason: string): string => reason.replaceAll(/"[^"\s]+\/[^"\s]+\.(?:[^"\s]|"[^"\s]*"\])+"/g, '"…"');
