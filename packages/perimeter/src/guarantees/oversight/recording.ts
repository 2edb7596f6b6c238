import type { Resource } from "../../input";
import type { Fix, PathStep, Undecided } from "../../verdict/verdict";

/** What keeps a recorder from keeping everything that is asked of it. */
export interface Gap {
  readonly at: PathStep;
  /** A clause that begins with what records: `oversight/oci_logging_log.x is switched off`. */
  readonly says: string;
  readonly fix?: Fix;
}

/** Something that may record, with all that a record passes on its way. */
export interface Recorder {
  /** Whoever alters or stops one of these stops the record. */
  readonly through: readonly Resource[];
  readonly gaps: readonly Gap[];
  /** What of it isn't known, and would settle whether it records. */
  readonly open: readonly Undecided[];
}

/** Whether something is recorded in the evidence. */
export type Recording =
  | { readonly kind: "recorded"; readonly through: readonly Resource[] }
  | { readonly kind: "open"; readonly open: readonly Undecided[] }
  /** The gaps of what comes closest; empty: nothing records at all. */
  | { readonly kind: "missing"; readonly gaps: readonly Gap[] };

/** One that has no gap is enough. */
export function recordingBy(recorders: readonly Recorder[]): Recording {
  const whole = recorders.filter(({ gaps }) => gaps.length === 0);
  const known = whole.find(({ open }) => open.length === 0);
  if (known) return { kind: "recorded", through: known.through };
  if (whole.length > 0) return { kind: "open", open: whole.flatMap(({ open }) => open) };
  const [closest] = [...recorders].sort((one, other) => one.gaps.length - other.gaps.length);
  return { kind: "missing", gaps: closest?.gaps ?? [] };
}

/** All of them are needed. */
export function allRecorded(recordings: readonly Recording[]): Recording {
  const missing = recordings.find(({ kind }) => kind === "missing");
  if (missing) return missing;
  const open = recordings.flatMap((one) => (one.kind === "open" ? one.open : []));
  if (open.length > 0) return { kind: "open", open };
  return { kind: "recorded", through: [...new Set(recordings.flatMap((one) => (one.kind === "recorded" ? one.through : [])))] };
}

/** The gap of one argument, and what closes it. */
export function argumentGap(by: Resource, argument: string, says: string, values: { before: string; after: string }): Gap {
  return {
    at: { step: "flow", address: by.address, text: `${argument} = ${values.before}` },
    says: `${by.address} ${says}`,
    fix: {
      text: `set ${argument} of ${by.address} to ${values.after}`,
      edits: [{ address: by.address, argument, before: values.before, after: values.after }],
    },
  };
}

export function gapAt(by: Resource, text: string, says: string, fix?: string): Gap {
  return {
    at: { step: "flow", address: by.address, text },
    says: `${by.address} ${says}`,
    ...(fix === undefined ? {} : { fix: { text: fix, edits: [] } }),
  };
}

/** A resource of which it isn't certain that it exists records nothing for certain. */
export function uncertainty({ address, uncertain }: Resource): readonly Undecided[] {
  return uncertain === undefined ? [] : [{ address, reason: uncertain }];
}
