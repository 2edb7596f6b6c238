import { isSameAccount } from "../../../aws/account";
import type { Estate } from "../../../estate";
import { argument, textArgument } from "../../../estate/arguments";
import { bucketFinder } from "../../../estate/bucket-finder";
import { isUnknown, type Maybe } from "../../../estate/maybe";
import type { Resource } from "../../../input";
import { knownText } from "../../../input/expression/text";
import { accountOf } from "../../../input/names";
import type { Undecided } from "../../../verdict/verdict";
import { flagOf } from "../flag";
import { argumentGap, type Gap, gapAt, type Recorder, type Recording, recordingBy, uncertainty } from "../recording";
import { isSameRegion } from "../same-region";
import { takenBy, type Wanted } from "./event-selectors";

/** What is asked of the trails of one account. */
export interface Question {
  /** Where it happens: of its account and, for reads, of its region. */
  readonly place: Resource;
  readonly wanted: Wanted;
  /** Every change anywhere in the account, in files that show their own gaps. */
  readonly everywhere: boolean;
}

export const accountIn = ({ provider }: Resource): string => knownText(accountOf(provider)) ?? "";

/** Whether a trail, or an event data store, keeps all of it in the evidence. Source: CloudTrail User Guide; provider documentation. */
export function trailed(question: Question, estate: Estate, evidence: readonly Resource[]): Recording {
  const resources = [...estate.resources.values()];
  const recorders = resources.filter(({ type }) => type === "aws_cloudtrail" || type === "aws_cloudtrail_event_data_store");
  return recordingBy(recorders.flatMap((by) => recorderBy(by, question, estate, evidence)));
}

function recorderBy(by: Resource, question: Question, estate: Estate, evidence: readonly Resource[]): readonly Recorder[] {
  const { place, wanted, everywhere } = question;
  const account = isOfAccount(by, place, estate);
  if (account === false) return [];
  const gaps: Gap[] = [];
  const open: Undecided[] = [...uncertainty(by)];
  const doubt = (reason: string) => open.push({ address: by.address, reason });
  const asked = (maybe: Maybe<boolean>, gap: () => Gap) => {
    if (isUnknown(maybe)) doubt(maybe.unknown);
    else if (!maybe) gaps.push(gap());
  };
  if (isUnknown(account)) doubt(account.unknown);

  const regions = flagOf(by, REGIONS[by.type] ?? "", by.type !== "aws_cloudtrail");
  const argumentOf = REGIONS[by.type] ?? "";
  const single = () => argumentGap(by, argumentOf, "records a single region", { before: "false", after: "true" });
  if (everywhere) asked(regions, single);
  else if (regions === false) {
    const here = isSameRegion(by, place);
    if (here === false) return [];
    if (here === undefined) doubt(`whether it records the region of ${place.address} isn't known`);
  } else if (isUnknown(regions)) doubt(regions.unknown);

  const taken = takenBy(by, wanted, estate.links);
  if (isUnknown(taken)) doubt(taken.unknown);
  else if (taken !== true)
    gaps.push(gapAt(by, "event selectors", `leaves out ${taken.out}`, `let ${by.address} record ${taken.out}`));

  for (const [name, otherwise, says] of SWITCHES[by.type] ?? [])
    if (everywhere || name === "enable_logging")
      asked(flagOf(by, name, otherwise), () => argumentGap(by, name, says, { before: "false", after: "true" }));
  if (textArgument(by, "suspend")?.toLowerCase() === "true")
    gaps.push(argumentGap(by, "suspend", "is suspended", { before: "true", after: "false" }));

  const end = endOf(by, estate, evidence);
  return [
    {
      through: [by, ...end.through],
      gaps: [...gaps, ...end.gaps],
      open: [...open, ...end.open],
    },
  ];
}

/** Which argument makes a recorder one of every region: a trail isn't, an event data store is, unless it says so. */
const REGIONS: Readonly<Record<string, string>> = {
  aws_cloudtrail: "is_multi_region_trail",
  aws_cloudtrail_event_data_store: "multi_region_enabled",
};

/** Switches of a trail with their defaults, and what it means when they are off. */
const SWITCHES: Readonly<Record<string, readonly (readonly [name: string, otherwise: boolean, says: string])[]>> = {
  aws_cloudtrail: [
    ["enable_logging", true, "is switched off"],
    ["include_global_service_events", true, "leaves out the calls of global services, IAM's among them"],
    ["enable_log_file_validation", false, "writes files that don't show whether one is missing or was altered"],
  ],
};

/**
 * Whether a recorder is of the account of a place: its own, or each of its organization. Where nothing is said of which
 * accounts are in it, those of the estate are.
 */
function isOfAccount(by: Resource, place: Resource, estate: Estate): Maybe<boolean> {
  const [own, wanted] = [accountIn(by), accountIn(place)];
  const same = isSameAccount(own, wanted);
  if (same) return true;
  const organization = flagOf(by, by.type === "aws_cloudtrail" ? "is_organization_trail" : "organization_enabled", false);
  if (isUnknown(organization)) return organization;
  if (!organization) return same ?? { unknown: `whether it records the account of ${place.address} isn't known` };
  const membership = estate.aws.accounts.find(({ id }) => id === wanted)?.organization;
  const saysWho = [...estate.resources.values()].some(({ type }) => type === "aws_organizations_account");
  if (membership !== undefined && !isUnknown(membership) && membership !== "none") return true;
  return saysWho ? { unknown: `whether the account "${wanted}" is in its organization isn't known` } : true;
}

/** Where its records end up. */
function endOf(by: Resource, estate: Estate, evidence: readonly Resource[]): Recorder {
  if (by.type !== "aws_cloudtrail") {
    if (evidence.includes(by)) return { through: [], gaps: [], open: [] };
    return {
      through: [],
      gaps: [gapAt(by, "not declared", "isn't declared as evidence", `declare ${by.address} as evidence`)],
      open: [],
    };
  }
  const value = argument(by, "s3_bucket_name");
  const found = bucketFinder([...estate.resources.values()], estate.links).ofAws(value);
  if (isUnknown(found))
    return { through: [], gaps: [], open: [{ address: by.address, reason: `where it writes isn't known: ${found.unknown}` }] };
  const kept = found.find((one) => evidence.includes(one));
  if (kept) return { through: [kept], gaps: [], open: [] };
  const text = estate.links.text(value);
  const where = found[0]?.address ?? `"${isUnknown(text) ? "" : text}"`;
  const says = found[0]
    ? `writes into ${where}, which isn't declared as evidence`
    : `writes into the bucket ${where}, which isn't among what was given, nor declared as evidence`;
  return {
    through: [],
    gaps: [gapAt(by, `s3_bucket_name = ${where}`, says, `declare the bucket ${where} as evidence`)],
    open: [],
  };
}
