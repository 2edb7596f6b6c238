import { knownText } from "./expression/text";
import type { Fields } from "./value";

/** Where the ARN that a plan or a state shows of a resource places it; of a global service the region is empty. */
export function placeOf(values: Fields): { readonly region: string; readonly account: string } | undefined {
  const arn = values.entries.get("arn");
  const match = /^arn:[^:]*:[^:]*:([^:]*):(\d{12})?:/.exec((arn && knownText(arn)) ?? "");
  return match ? { region: match[1] ?? "", account: match[2] ?? "" } : undefined;
}
