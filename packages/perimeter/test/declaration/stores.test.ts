import { describe, expect, test } from "@jest/globals";
import { plan } from "../support/plans";
import type { Documents } from "../support/stacks";
import { held, model, stack, TENANCY } from "./support/estates";

/** Addresses that the store's selector means, or what is wrong. */
function selected(selector: string, documents: Documents): readonly string[] {
  const { declaration, mistakes } = held(model(`  data: ${selector}`), documents);
  return declaration?.stores[0]?.resources.map(({ address }) => address) ?? mistakes;
}

const bucket = (name: string, more: object = {}) => ({ compartment_id: TENANCY, namespace: "ns", name, ...more });
const ESTATE: Documents = {
  "a.tf.json": stack({
    oci_objectstorage_bucket: {
      media: bucket("media", { defined_tags: { "us-data.store": "media" }, freeform_tags: { team: "photo" } }),
      logs: bucket("logs", { defined_tags: { "us-data.store": "Media" } }),
    },
    aws_s3_bucket: {
      media: { bucket: "media", tags: { "data=class": "user" } },
      other: { bucket: "media-old", tags: { team: "photo" } },
    },
    oci_database_autonomous_database: { ledger: { compartment_id: TENANCY, display_name: "ledger", db_name: "LEDGER" } },
  }),
  "b.tf.json": stack({ oci_objectstorage_bucket: { media: bucket("media-b") } }),
};

describe("what a selector means", () => {
  test.each<[string, string, readonly string[]]>([
    ["an address with its stack", "b/oci_objectstorage_bucket.media", ["b/oci_objectstorage_bucket.media"]],
    ["an address that one stack has", "oci_objectstorage_bucket.logs", ["a/oci_objectstorage_bucket.logs"]],
    [
      "a type",
      "{ type: oci_objectstorage_bucket }",
      ["a/oci_objectstorage_bucket.media", "a/oci_objectstorage_bucket.logs", "b/oci_objectstorage_bucket.media"],
    ],
    ["a type and a name", "{ type: oci_objectstorage_bucket, name: media }", ["a/oci_objectstorage_bucket.media"]],
    ["a name with a star", '{ type: aws_s3_bucket, name: "media*" }', ["a/aws_s3_bucket.media", "a/aws_s3_bucket.other"]],
    ["a star in the middle", '{ name: "m*b" }', ["b/oci_objectstorage_bucket.media"]],
    ["a name of whatever type", "{ name: media }", ["a/oci_objectstorage_bucket.media", "a/aws_s3_bucket.media"]],
    ["a defined tag, its value with its case", "{ tag: us-data.store=media }", ["a/oci_objectstorage_bucket.media"]],
    ["a defined tag, its key without", "{ tag: US-Data.Store=media }", ["a/oci_objectstorage_bucket.media"]],
    ["a free-form tag and one of AWS", "{ tag: team=photo }", ["a/oci_objectstorage_bucket.media", "a/aws_s3_bucket.other"]],
    ["a key that holds the sign", "{ tag: data=class=user }", ["a/aws_s3_bucket.media"]],
    [
      "a default tag of the provider",
      "{ type: aws_s3_bucket, tag: owner=us }",
      ["a/aws_s3_bucket.media", "a/aws_s3_bucket.other"],
    ],
    [
      "an address that something else narrows",
      "{ address: oci_objectstorage_bucket.media, tag: us-data.store=media }",
      ["a/oci_objectstorage_bucket.media"],
    ],
    ["a database by what people call it", "{ name: ledger }", ["a/oci_database_autonomous_database.ledger"]],
  ])("%s", (_, selector, addresses) => expect(selected(selector, ESTATE)).toEqual(addresses));
});

describe("what is refused at its line", () => {
  test.each<[string, string, string, string]>([
    [
      "an address that nothing has",
      "oci_objectstorage_bucket.meida",
      '5 model/no-match stores.data: nothing matches "oci_objectstorage_bucket.meida"',
      'did you mean "oci_objectstorage_bucket.media"?',
    ],
    [
      "a type that nothing has",
      "{ type: aws_dynamodb_table, name: t }",
      '5 model/no-match stores.data: nothing matches { type: "aws_dynamodb_table", name: "t" }',
      "there is no resource of type aws_dynamodb_table",
    ],
    [
      "parts of which one doesn't fit",
      "{ type: aws_s3_bucket, name: media, tag: team=photo }",
      '5 model/no-match stores.data: nothing matches { type: "aws_s3_bucket", name: "media", tag: "team=photo" }',
      "is the stack or plan that makes it among the PATHs?",
    ],
    [
      "an address that two stacks have",
      "oci_objectstorage_bucket.media",
      '5 model/ambiguous stores.data: "oci_objectstorage_bucket.media" stands in several stacks: a, b',
      "write one of: a/oci_objectstorage_bucket.media, b/oci_objectstorage_bucket.media",
    ],
  ])("%s", (_, selector, mistake, help) => {
    const { mistakes, helps } = held(model(`  data: ${selector}`), ESTATE);
    expect([mistakes, helps]).toEqual([[mistake], [help]]);
  });

  test("one resource as two stores", () => {
    const text = model("  media: a/oci_objectstorage_bucket.media", '  all: { type: oci_objectstorage_bucket, name: "media" }');
    expect(held(text, ESTATE).mistakes).toEqual([
      '6 model/two-stores "a/oci_objectstorage_bucket.media" is both "media" and "all"',
    ]);
  });
});

/** Nobody can tell whether these are meant: never a silent miss, and never a match. */
describe("what nobody can tell", () => {
  const open = (resource: object): Documents => ({ "a.tf.json": stack(resource, { variable: { x: {} } }) });
  test.each<[string, string, Documents, string]>([
    [
      "a name from a variable",
      "{ type: oci_objectstorage_bucket, name: media }",
      open({ oci_objectstorage_bucket: { b: bucket("${var.x}") } }),
      'whether "a/oci_objectstorage_bucket.b" is meant can\'t be known: ',
    ],
    [
      "a name that the cloud makes up",
      "{ type: aws_s3_bucket, name: media }",
      open({ aws_s3_bucket: { b: {} } }),
      'whether "a/aws_s3_bucket.b" is meant can\'t be known: the cloud names it when it is made',
    ],
    [
      "a tag from a variable",
      "{ tag: team=photo }",
      open({ aws_s3_bucket: { b: { bucket: "b", tags: { team: "${var.x}" } } } }),
      'whether "a/aws_s3_bucket.b" is meant can\'t be known: the tag "team" of "a/aws_s3_bucket.b"',
    ],
    [
      "tags from a variable",
      "{ tag: us-data.store=media }",
      open({ oci_objectstorage_bucket: { b: bucket("b", { defined_tags: "${var.x}" }) } }),
      'whether "a/oci_objectstorage_bucket.b" is meant can\'t be known: the tags of "a/oci_objectstorage_bucket.b" aren\'t known',
    ],
    [
      "a tag that a default may have given",
      "{ type: oci_objectstorage_bucket, tag: us-data.store=media }",
      open({
        oci_identity_tag_namespace: { n: { compartment_id: TENANCY, name: "us-data", description: "d" } },
        oci_identity_tag: { t: { tag_namespace_id: "${oci_identity_tag_namespace.n.id}", name: "store", description: "d" } },
        oci_identity_tag_default: {
          d: { compartment_id: TENANCY, tag_definition_id: "${oci_identity_tag.t.id}", value: "media" },
        },
        oci_objectstorage_bucket: { b: bucket("b") },
      }),
      'whether "a/oci_objectstorage_bucket.b" is meant can\'t be known: it may be older than the default "a/oci_identity_tag_default.d"',
    ],
  ])("%s", (_, selector, documents, says) => {
    const { declaration, mistakes } = held(model(`  data: ${selector}`), documents);
    expect(declaration).toBeUndefined();
    expect(mistakes).toEqual([expect.stringContaining(`5 model/undecided stores.data: ${says}`)]);
  });

  test.each<[string, string, Documents]>([
    [
      "another type with an unknown name",
      "{ type: oci_objectstorage_bucket, name: media }",
      open({ oci_objectstorage_bucket: { m: bucket("media") }, aws_s3_bucket: { b: { bucket: "${var.x}" } } }),
    ],
    [
      "an unknown name behind a tag that doesn't fit",
      "{ name: media, tag: us-data.store=media }",
      open({
        oci_objectstorage_bucket: { m: bucket("media", { defined_tags: { "us-data.store": "media" } }), b: bucket("${var.x}") },
      }),
    ],
    [
      "another tag that isn't known",
      "{ tag: us-data.store=media }",
      open({
        oci_objectstorage_bucket: {
          m: bucket("media", { defined_tags: { "us-data.store": "media" } }),
          b: bucket("b", { defined_tags: { "us-data.owner": "${var.x}" } }),
        },
      }),
    ],
  ])("%s leaves nothing open", (_, selector, documents) =>
    expect(selected(selector, documents)).toEqual(["a/oci_objectstorage_bucket.m"]),
  );
});

describe("modules and loops", () => {
  const PLAN: Documents = {
    "p.json": plan({
      changes: [
        { address: 'module.data["us"].aws_s3_bucket.b[0]', after: { bucket: "one" } },
        { address: 'module.data["us"].aws_s3_bucket.b[1]', after: { bucket: "two" } },
        { address: "aws_s3_bucket.other", after: { bucket: "three" } },
      ],
    }),
  };
  const [FIRST, SECOND] = ['p/module.data["us"].aws_s3_bucket.b[0]', 'p/module.data["us"].aws_s3_bucket.b[1]'];
  test.each<[string, string, readonly string[]]>([
    ["an instance", `'module.data["us"].aws_s3_bucket.b[1]'`, [SECOND]],
    ["all instances", `'module.data["us"].aws_s3_bucket.b'`, [FIRST, SECOND]],
    ["all instances of the module as well", "module.data.aws_s3_bucket.b", [FIRST, SECOND]],
    ["with the stack", "p/module.data.aws_s3_bucket.b", [FIRST, SECOND]],
  ])("%s", (_, selector, addresses) => expect(selected(selector, PLAN)).toEqual(addresses));
});
