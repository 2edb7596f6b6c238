import type { Block, Literal } from "./block";

/** How many labels a block has, and which blocks in it matter here; all else in it is an attribute. */
interface Shape {
  readonly labels: number;
  readonly blocks?: Readonly<Record<string, Shape>>;
}

const DATA: Shape = { labels: 2 };

/** Source: Terraform language, JSON Configuration Syntax: a label is a level of objects, a repeated block a list. */
const BLOCKS: Readonly<Record<string, Shape>> = {
  terraform: { labels: 0, blocks: { backend: { labels: 1 }, cloud: { labels: 0 }, required_providers: { labels: 0 } } },
  provider: { labels: 1 },
  module: { labels: 1 },
  resource: { labels: 2, blocks: { lifecycle: { labels: 0 } } },
  data: DATA,
  ephemeral: { labels: 2 },
  check: { labels: 1, blocks: { data: DATA } },
};

/** The blocks of a file in JSON syntax. */
export const jsonBlocks = (content: Literal, place: string): readonly Block[] => blocksIn(content, BLOCKS, place);

const objects = (value: Literal): readonly { readonly [name: string]: Literal }[] => {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === "object" && one !== null && !Array.isArray(one));
};

const entries = (value: Literal) => objects(value).flatMap((one) => Object.entries(one));

const blocksIn = (value: Literal, shapes: Readonly<Record<string, Shape>>, place: string): readonly Block[] =>
  entries(value).flatMap(([type, inner]) => {
    const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
    return shape ? labelled(type, [], inner, shape, place) : [];
  });

function labelled(type: string, labels: readonly string[], value: Literal, shape: Shape, place: string): readonly Block[] {
  if (labels.length < shape.labels)
    return entries(value).flatMap(([label, inner]) =>
      label === "//" ? [] : labelled(type, [...labels, label], inner, shape, place),
    );
  return objects(value).map((body) => {
    const isBlock = (name: string) => Object.hasOwn(shape.blocks ?? {}, name);
    return {
      type,
      labels,
      attributes: new Map(Object.entries(body).filter(([name]) => name !== "//" && !isBlock(name))),
      blocks: blocksIn(body, shape.blocks ?? {}, place),
      place,
      syntax: "json",
    };
  });
}
