import type { Resource, Value } from "../../input";
import { knownText } from "../../input/expression/text";
import { isUnknown } from "../maybe";
import { placeOf, placeOfId, placeOfRegion } from "../place";
import { ociRegionNamed } from "../regions";
import { type Finder, whereabouts } from "./finder";
import { valuesAt } from "./paths";
import type { FlowKind, FlowRow } from "./row";
import { type End, endsTogether, isSomewhere, type Somewhere } from "./spot";

/** Two ends between which a resource carries something. */
export interface Leg {
  readonly kind: FlowKind;
  readonly from: End;
  /** Types that it may take from. */
  readonly of: readonly string[];
  /** What it brings to where it takes from this one. */
  readonly to: (from: Resource) => End;
}

/** What a row says of a resource of its type. */
export function legsOf(row: FlowRow, by: Resource, finder: Finder): readonly Leg[] {
  const blocks = row.each === undefined ? [by.arguments] : valuesAt(by, by.arguments, row.each);
  return blocks.flatMap((block): readonly Leg[] => {
    if (!bringsAnything(row, by, block)) return [];
    return [
      { kind: row.kind, of: row.of, from: fromEnd(row, by, block, finder), to: (from) => toEnd(row, by, block, from, finder) },
    ];
  });
}

const isSelf = (path: string) => path === "." || path === "/.";

/** Whether an argument says that it brings something somewhere, and one that it takes something. */
function bringsAnything(
  { from, to = [], region = [], elsewhere = [], everywhere }: FlowRow,
  by: Resource,
  block: Value,
): boolean {
  const given = (paths: readonly string[]) => paths.some((path) => isSelf(path) || valuesAt(by, block, path).length > 0);
  return given(from) && (everywhere !== undefined || given([...to, ...region, ...elsewhere]));
}

function fromEnd({ from, of, fromRegion }: FlowRow, by: Resource, block: Value, { find }: Finder): End {
  const [region] = fromRegion === undefined ? [] : valuesAt(by, block, fromRegion);
  const where = fromRegion === undefined ? whereabouts(by) : { region: region && knownText(region) };
  const ends = from.flatMap((path): readonly End[] =>
    isSelf(path) ? [[by]] : valuesAt(by, block, path).map((value) => find(value, of, where)),
  );
  const all = endsTogether(ends);
  return isUnknown(all) ? all : all.filter((spot) => !isSomewhere(spot));
}

function toEnd(row: FlowRow, by: Resource, block: Value, from: Resource, finder: Finder): End {
  const { to = [], into = [], region = [], elsewhere = [], everywhere, near } = row;
  const cloud = by.type.startsWith("oci_") ? "oci" : "aws";
  const regions = region.flatMap((path) => valuesAt(by, block, path));
  const known = regions.map((value) => placeOfRegion(cloud, domainless(value), by));
  const where = known[0]?.cloud === "oci" && !isUnknown(known[0].regions) ? { region: known[0].regions[0] } : whereabouts(by);
  const asRegions = known.map((place): Somewhere => ({ place, what: "" }));
  const bySelf = to.some(isSelf) ? [[by]] : [];
  const byValue = to
    .flatMap((path) => (isSelf(path) ? [] : valuesAt(by, block, path)))
    .map((value): End => {
      const found = finder.find(value, into, { ...where, not: from });
      if (isUnknown(found)) return elsewhere.length > 0 ? endpoint(value, finder) : orId(value, found, finder);
      if (found.length > 0) return found;
      return elsewhere.length > 0 ? endpoint(value, finder) : named(value, near ? [nearby(by)] : asRegions, by, finder);
    });
  const only =
    to.length === 0 ? elsewhere.flatMap((path) => valuesAt(by, block, path)).map((value) => endpoint(value, finder)) : [];
  const virtual = to.length === 0 || byValue.length + bySelf.length === 0 ? asRegions.map((spot) => [spot]) : [];
  const all = everywhere === undefined ? [] : [[{ place: { cloud: "elsewhere" } as const, what: everywhere }]];
  return endsTogether([...bySelf, ...byValue, ...only, ...virtual, ...all]);
}

/** What isn't among what was given, and whose id tells where it is. */
function orId(value: Value, otherwise: End, { links }: Finder): End {
  const text = links.text(value);
  const place = isUnknown(text) ? undefined : placeOfId(text);
  return place && !isUnknown(text) ? [{ place, what: `"${text}"`, unseen: true }] : otherwise;
}

/** What isn't among what was given: where it is, its id tells, or an argument beside its name, or a rule of the service. */
function named(value: Value, regions: readonly Somewhere[], by: Resource, { links }: Finder): End {
  const text = links.text(value);
  if (isUnknown(text)) return text;
  const place = placeOfId(text);
  if (place) return [{ place, what: `"${text}"`, unseen: true }];
  if (regions.length > 0) return regions.map((spot) => ({ ...spot, what: `"${text}"`, unseen: true }));
  const cloud = by.type.startsWith("oci_") ? "oci" : "aws";
  return [{ place: { cloud, regions: { unknown: `"${text}" isn't among what was given` } }, what: `"${text}"`, unseen: true }];
}

/** The region in which the resource itself is. */
function nearby(by: Resource): Somewhere {
  const place = placeOf(by);
  if (place.cloud !== "aws") return { place, what: "" };
  return { place: { cloud: "aws", regions: place.regions }, what: "" };
}

/** A mailbox, a telephone or a server; an ARN or OCID is one of the clouds'. */
function endpoint(value: Value, { links }: Finder): End {
  const text = links.text(value);
  if (isUnknown(text)) return text;
  const place = placeOfId(text) ?? ({ cloud: "elsewhere" } as const);
  return [{ place, what: `"${text}"` }];
}

/** `Uocm:PHX-AD-1` names a region by its key. */
function domainless(value: Value): Value {
  if (value.kind !== "literal" || typeof value.value !== "string") return value;
  const key = /(?:^|:)([A-Za-z0-9-]+)-AD-\d$/.exec(value.value)?.[1];
  const region = ociRegionNamed(key);
  return region === undefined ? value : { kind: "literal", value: region };
}
