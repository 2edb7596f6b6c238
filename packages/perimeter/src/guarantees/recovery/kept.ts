import type { Powers } from "../../detours/ways";
import type { Resource } from "../../input";
import type { Protection } from "./protection";
import { shorteningLock, shorteningVersions } from "./rows";

/** One thing that keeps what was deleted or overwritten at the store, and who could shorten it. */
export interface Keeper {
  readonly days: number;
  readonly by: Resource;
  /** As it is written there. */
  readonly text: string;
  readonly shortened: Powers;
}

/**
 * What keeps content of a copy, longest first.
 * @param storeCurrent after how many days the store itself takes its content away: what it deletes then, nobody misses
 */
export function keepersOf(copy: Resource, protection: Protection, storeCurrent: number): readonly Keeper[] {
  const { versions, lifecycle, lock } = protection;
  const isComplete = lifecycle.current === Number.POSITIVE_INFINITY || storeCurrent <= lifecycle.current;
  const limit = isComplete ? lifecycle.previous : 0;
  const keepers: Keeper[] = [];
  // A lock is of what is young: what is overwritten when it is over is kept as the rules say.
  if (lock) {
    const isCut = lock.outlives && limit < lock.days;
    keepers.push({
      days: isCut ? limit : lock.days,
      by: isCut ? (lifecycle.by ?? lock.by) : lock.by,
      text: isCut ? limitText(protection, isComplete) : lock.text,
      shortened: shorteningLock(copy, protection),
    });
  }
  if (versions)
    keepers.push({
      days: limit,
      by: lifecycle.by ?? copy,
      text: limitText(protection, isComplete),
      shortened: shorteningVersions,
    });
  return keepers.sort((one, other) => other.days - one.days);
}

function limitText({ lifecycle }: Protection, isComplete: boolean): string {
  if (!isComplete) return `what is current is deleted after ${lifecycle.current} days`;
  return lifecycle.previous === Number.POSITIVE_INFINITY
    ? "versions are kept"
    : `versions are deleted after ${lifecycle.previous} days`;
}

export const shownDays = (days: number): string =>
  days === Number.POSITIVE_INFINITY ? "for ever" : days === 1 ? "for a day" : `for ${days} days`;
