import { expect, test } from "@jest/globals";
import { type Statement, warningsOf } from "../../src/index";
import { read } from "../support/reading";

const warned = (text: string) =>
  warningsOf(read(text)).map(({ kind, message, help, span }) => [kind, span && text.slice(span.start, span.end), message, help]);

test.each<[string, string, string, string, string | undefined]>([
  [
    "allow any-user to read bukets in tenancy",
    "unknown-resource-type",
    "bukets",
    "`bukets` is no resource type that the catalogue knows",
    "did you mean `buckets`?",
  ],
  [
    "allow any-user to read everything in tenancy",
    "unknown-resource-type",
    "everything",
    "`everything` is no resource type that the catalogue knows",
    undefined,
  ],
  [
    "allow any-user to {OBJECT_INSPECT, object_red} in tenancy",
    "unknown-permission",
    "object_red",
    "`OBJECT_RED` is no permission that the catalogue knows",
    "did you mean `OBJECT_READ`?",
  ],
  [
    "allow any-user to read buckets in tenancy where any {request.regoin = 'x'}",
    "unknown-variable",
    "request.regoin",
    "`request.regoin` is no variable that the catalogue knows",
    "did you mean `request.region`?",
  ],
  [
    "allow any-user to read buckets in tenancy where target.resource.tag.owner = 'x'",
    "unknown-variable",
    "target.resource.tag.owner",
    "`target.resource.tag.owner` is no variable that the catalogue knows",
    undefined,
  ],
  [
    "allow any-user to read buckets in tenancy where request.region = target.bucket.nme",
    "unknown-variable",
    "request.region = target.bucket.nme",
    "`target.bucket.nme` is no variable that the catalogue knows",
    "did you mean `target.bucket.name`?",
  ],
  [
    "allow group a, 'EU/b' to read buckets in tenancy",
    "slash-in-name",
    "'EU/b'",
    "`EU/b` is a name with a slash, and no domain and name",
    "did you mean `'EU'/'b'`?",
  ],
  [
    "allow any-user to use keys in tenancy where target.key.id = ocid1.key.oc1..k",
    "bare-value",
    "ocid1.key.oc1..k",
    "a value without quotes",
    "write it in single quotes",
  ],
  [
    "endorse any-user to associate vcns in tenancy with nothing in tenancy b",
    "unknown-resource-type",
    "nothing",
    "`nothing` is no resource type that the catalogue knows",
    undefined,
  ],
])("%s", (text, ...expected) => expect(warned(text)).toEqual([expected]));

test.each([
  "allow any-user to read buckets in tenancy",
  "allow any-user to read bucket in tenancy",
  "allow any-user to read all-resources in tenancy",
  "allow any-user to read OBJECT-FAMILY in tenancy",
  "allow any-user to {object_read} in tenancy",
  "allow any-user to read buckets in tenancy where REQUEST.region = 'phx'",
  "allow any-user to read buckets in tenancy where target.resource.tag.fin.owner = request.principal.group.tag.fin.owner",
  "allow any-user to read buckets in tenancy where target.bucket.tag.fin.owner",
  "allow group 'EU'/b to read buckets in tenancy",
  "allow any-user to use keys in tenancy where target.key.id = 'ocid1.key.oc1..k'",
  "define tenancy b as ocid1.tenancy.oc1..b",
])("nothing is wrong with its neighbour: %s", (text) => expect(warned(text)).toEqual([]));

test("a tree that was built by hand is warned of without a place", () => {
  const statement: Statement = {
    effect: "allow",
    subject: { kind: "any-user" },
    action: { kind: "verb", verb: "read", resourceType: "bukets" },
    location: { kind: "tenancy" },
  };
  expect(warningsOf(statement)).toEqual([
    {
      kind: "unknown-resource-type",
      message: "`bukets` is no resource type that the catalogue knows",
      help: "did you mean `buckets`?",
    },
  ]);
});
