import { argument, fieldsOf, itemsOf } from "../../estate/arguments";
import { type BucketFinder, bucketFinder } from "../../estate/bucket-finder";
import type { Estate } from "../../estate/estate";
import { isUnknown } from "../../estate/maybe";
import { regionText } from "../../estate/place";
import type { Fields, Resource } from "../../input";
import { type Fact, isOpen } from "./fact";

/** The settings of a bucket that are resources of their own. */
export interface Parts {
  readonly buckets: BucketFinder;
  /** Those of a type that are of this bucket; open where one may be of it. */
  readonly of: (bucket: Resource, type: string) => Fact<readonly Resource[]>;
}

export function partsIn({ resources, links }: Estate): Parts {
  const all = [...resources.values()];
  const buckets = bucketFinder(all, links);
  return {
    buckets,
    of: (bucket, type) => {
      const found: Resource[] = [];
      for (const part of all) {
        if (part.type !== type) continue;
        const value = argument(part, "bucket");
        const owners = type.startsWith("aws_") ? buckets.ofAws(value) : buckets.ofOci(value, { region: regionText(part) });
        if (isUnknown(owners)) return { address: part.address, reason: `which bucket it is of isn't known: ${owners.unknown}` };
        if (owners.includes(bucket)) found.push(part);
      }
      return found;
    },
  };
}

/** A block that stands once, in a resource of its own or within the bucket; `undefined`: it stands nowhere. */
export interface Block {
  readonly by: Resource;
  readonly fields: Fields["entries"];
}

/** A bucket has one resource of each kind: of several the last one that was applied counts, and nobody knows which that is. */
export function onlyOf(parts: Fact<readonly Resource[]>): Fact<Resource | undefined> {
  if (isOpen(parts)) return parts;
  const [only, another] = parts;
  return another
    ? { address: another.address, reason: `"${only?.address}" is of the same bucket, and one of them counts` }
    : only;
}

/** The only item of a block; open where what it holds isn't known. */
export function blockIn(fields: Fields["entries"], name: string, by: Resource): Fact<Block | undefined> {
  const blocks = blocksIn(fields, name, by);
  return isOpen(blocks) ? blocks : blocks[0];
}

export function blocksIn(fields: Fields["entries"], name: string, by: Resource): Fact<readonly Block[]> {
  const items = itemsOf(fields.get(name));
  if (!items || items.some(({ kind }) => kind !== "object")) return { address: by.address, reason: `its ${name} isn't known` };
  return items.map((item) => ({ by, fields: fieldsOf(item) }));
}
