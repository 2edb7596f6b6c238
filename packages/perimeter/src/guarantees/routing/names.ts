import type { Estate } from "../../estate";
import { ociNames } from "./oci-records";
import { otherNames } from "./other-records";
import type { NameSystem } from "./records";
import { route53Names } from "./route53-records";

/** All that an estate says of names, whoever answers for them. */
export function namesIn(estate: Estate): NameSystem {
  const all = [ociNames(estate), route53Names(estate), otherNames(estate)];
  return {
    zones: all.flatMap(({ zones }) => zones),
    records: all.flatMap(({ records }) => records),
    attachments: all.flatMap(({ attachments }) => attachments),
    unreadable: all.flatMap(({ unreadable }) => unreadable),
  };
}
