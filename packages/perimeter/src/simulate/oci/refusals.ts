import type { Diagnostic } from "../../diagnostic";
import type { OciEstate } from "./estate";
import { quoted } from "./names";
import { type Rule, rulesOf } from "./policy";

/**
 * The statements of an estate that can't be read, or that the service would refuse to save: each makes the answers that it
 * could change undecided. In the order in which they stand.
 */
export function refusalsOf({ tenancy, others }: OciEstate): readonly Diagnostic[] {
  return [tenancy, ...others].flatMap(rulesOf).flatMap(refusalOf);
}

function refusalOf({ by, unread, statement, column }: Rule): Diagnostic[] {
  if (unread === undefined) return [];
  return [
    {
      code: statement ? "statement/refused" : "statement/unreadable",
      message: by.text === "" ? unread : `${quoted(by.text)}: ${unread}`,
      address: by.address,
      ...(column === undefined ? {} : { column }),
    },
  ];
}
