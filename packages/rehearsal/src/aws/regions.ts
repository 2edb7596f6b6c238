import table from "../../data/aws/regions.json";

/** What AWS says about a region. */
export interface Region {
  readonly name: string;
  readonly partition: string;
  readonly description: string;
  readonly dnsSuffix: string;
  /** The Route 53 hosted zone of S3's website endpoint; some regions have none published. */
  readonly s3Zone?: string;
}

const REGIONS: ReadonlyMap<string, Region> = new Map(
  Object.entries(table.regions as Readonly<Record<string, Omit<Region, "name" | "dnsSuffix">>>).map(([name, row]) => {
    const partitions: Readonly<Record<string, { readonly dnsSuffix: string }>> = table.partitions;
    return [name, { ...row, name, dnsSuffix: partitions[row.partition]?.dnsSuffix ?? "amazonaws.com" }];
  }),
);

export const regionNames = (): readonly string[] => [...REGIONS.keys()];

export const regionOf = (name: string): Region | undefined => REGIONS.get(name);

/** `com.amazonaws` of `amazonaws.com`: what names of services begin with. Source: provider documentation, aws_partition. */
export const reversed = (dnsSuffix: string): string => dnsSuffix.split(".").reverse().join(".");

const ZONES = ["a", "b", "c"] as const;

/** The availability zones of a region, each with its name and its id. */
export const zonesOf = (region: string): readonly { readonly name: string; readonly id: string }[] =>
  ZONES.map((letter, index) => ({ name: `${region}${letter}`, id: `${zoneIdPrefix(region)}${index + 1}` }));

/**
 * The part of an availability zone's id before its number: `use1-az` of `us-east-1`, `apse2-az` of `ap-southeast-2`.
 * Source: AWS Regions and Availability Zones, AZ IDs.
 */
export function zoneIdPrefix(region: string): string {
  const [area = "", ...rest] = region.split("-");
  const number = rest.pop() ?? "";
  const short = rest.map((word) => /^(north|south)(east|west)$/.exec(word)?.slice(1).join("-") ?? word).join("-");
  return `${area}${short.replace(/([a-z])[a-z]*-?/g, "$1")}${number}-az`;
}
