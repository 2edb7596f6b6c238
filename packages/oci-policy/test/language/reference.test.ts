import { describe, expect, test } from "@jest/globals";
import { expectRoundTrip, refusal } from "../support/reading";

/** The statements of the worked examples in the language reference, section 7, by their names there. */
const ACCEPTED: readonly [string, string][] = [
  ["P1", "allow group readers to inspect objects in compartment stores"],
  ["P2", "allow group readers to read objects in compartment stores"],
  ["P3", "allow group readers to read object-family in compartment stores"],
  ["P4", "allow group writers to use objects in compartment stores"],
  ["P5", "allow group readers to read all-resources in tenancy"],
  ["P6", "allow group readers to {OBJECT_READ} in compartment stores"],
  ["P7", "allow group readers to read buckets in compartment web"],
  ["P8", "allow group readers to read buckets in compartment app:web"],
  ["P9", "allow group readers to read buckets in compartment stores where target.bucket.name != 'scratch'"],
  ["P10", "allow group readers to read objects in compartment stores where target.bucket.name = 'LEDGER'"],
  ["P11", "allow group writers to manage object-family in compartment stores"],
  ["P12", "allow group writers to manage objects in compartment stores where request.permission != 'OBJECT_DELETE'"],
  [
    "P13",
    "allow group writers to manage objects in compartment stores where any {request.permission != 'OBJECT_DELETE', request.permission != 'OBJECT_READ'}",
  ],
  ["P14", "allow group readers to use groups in tenancy where target.group.name != /pay*/"],
  ["P14", "allow group readers to use users in tenancy where target.group.name != /pay*/"],
  [
    "P15",
    "allow group readers to inspect groups in tenancy where any {target.group.name != /pay*/, request.operation = 'ListGroups'}",
  ],
  ["P16", "allow group readers to read objects in tenancy where request.region = 'phx'"],
  [
    "P17",
    "allow group readers to read objects in tenancy where request.utc-timestamp.time-of-day between '22:00:00Z' and '04:00:00Z'",
  ],
  ["P18", "allow any-user to read objects in compartment stores"],
  ["P19", "allow dynamic-group dg-app to read objects in compartment stores"],
  ["P20", "allow any-group to read objects in compartment stores where request.user.id = 'ocid1.user.oc1..u1'"],
  ["P21", "allow group writers to manage buckets in compartment stores where target.resource.tag.fin.class = 'GOLD'"],
  ["P22", "allow group writers to manage objects in compartment stores where target.resource.tag.fin.class = 'gold'"],
  ["P23", "allow group writers to read objects in compartment stores where target.bucket.tag.fin.class = '*'"],
  ["P24", "allow group writers to read buckets in tenancy where target.resource.compartment.tag.fin.zone = 'x'"],
  ["P25", "allow group writers to read buckets in compartment stores where target.resource.tag.fin.owner != 'z'"],
  [
    "P26",
    "allow group writers to read buckets in compartment stores where any {!target.resource.tag.fin.owner, target.resource.tag.fin.owner != 'z'}",
  ],
  ["P27", "allow group writers to manage policies in compartment app where target.policy.type = 'allow'"],
  ["P28", "allow group writers to manage policies in compartment app where target.policy.type != 'deny'"],
  ["N1", "deny group writers to manage buckets in compartment stores"],
  ["N2", "deny group writers to inspect buckets in compartment stores"],
  ["N3", "deny group writers to read objects in compartment stores"],
  ["N4", "deny group writers to {OBJECT_READ} in compartment stores"],
  ["N5", "deny any-user to inspect all-resources in compartment stores"],
  ["N6", "deny any-user to manage objects in compartment stores where request.permission = 'OBJECT_READ'"],
  ["N7", "deny any-user to read objects in compartment stores where request.user.name != 'ann'"],
  ["N8", "deny any-user to read objects in compartment stores where any {!request.user.name, request.user.name != 'ann'}"],
  ["N9", "deny any-user to use audit-events in tenancy"],
  ["X-A", "endorse group readers to manage objects in any-tenancy"],
  ["X-B", "define tenancy Src as ocid1.tenancy.oc1..t"],
  ["X-B", "define group Rd as ocid1.group.oc1..readers"],
  ["X-B", "admit group Rd of tenancy Src to read objects in tenancy"],
  ["X-C", "admit any-user of any-tenancy to read objects in compartment stores"],
  ["X-D", "deny endorse group readers to inspect objects in any-tenancy"],
  ["25", "allow group 'Night Shift' to read buckets in tenancy"],
  ["26", "allow group 'EU'/'ops', readers to read buckets in tenancy"],
  ["27", "allow group ops to read buckets in tenancy"],
  ["32", "allow group readers to read buckets in compartment stores where target.bucket.name = /*ED*/"],
  ["33", "allow group readers to read buckets in compartment stores where target.bucket.name = 'led*'"],
  ["34", "allow group readers to read objects in compartment stores where target.object.name = 'in/*'"],
  ["38", "allow group readers to {OBJECT_CREATE} in compartment stores"],
  ["38", "allow group 'Night Shift' to {OBJECT_OVERWRITE} in compartment stores"],
  ["40", "allow group writers to manage objects in tenancy where request.operation = 'getobject'"],
  ["77", "deny any-user to inspect audit-events in tenancy"],
];

describe("the statements of the reference are read, and printed as they stand there but for the capital", () => {
  test.each(ACCEPTED)("%s: %s", (_, text) => expect(expectRoundTrip(text)).toBe(text[0]?.toUpperCase() + text.slice(1)));

  test("86: a list of permissions may do without its `to`", () => {
    expect(expectRoundTrip("endorse group readers {OBJECT_READ} in any-tenancy")).toBe(
      "Endorse group readers to {OBJECT_READ} in any-tenancy",
    );
  });
});

/** Rows with the result R that need no world: number, text, column, message, help. */
const REFUSED: readonly [number, string, number, string, string][] = [
  [
    24,
    "allow group Night Shift to read buckets in tenancy",
    19,
    "expected `to`, found `Shift`",
    "a name with blanks needs quotes: `'Night Shift'`",
  ],
  [
    54,
    "allow user u1 to read objects in tenancy",
    7,
    "expected `any-user`, `any-group`, `group`, `dynamic-group`, `service` or `resource`, found `user`",
    "no statement names a user: write `any-user` and `where request.user.id = '…'`",
  ],
  [
    85,
    "admit group Rd of any-tenancy to read objects in tenancy",
    19,
    "expected `tenancy`, found `any-tenancy`",
    "only `any-user` and `any-group` can be of any tenancy",
  ],
  [
    87,
    "allow group readers to read buckets, objects in tenancy",
    36,
    "expected `in`, found `,`",
    "a statement takes one resource type: write a statement for each",
  ],
  [
    88,
    "allow group readers to read buckets in tenancy where request.region = 'PHX' and request.region = 'IAD'",
    77,
    "expected the end of the statement, found `and`",
    "conditions are joined by braces: `all {…, …}`",
  ],
  [
    89,
    "allow group readers to read buckets in tenancy where target.bucket.name = ledger",
    75,
    "expected a quoted value, a pattern or a variable, found `ledger`",
    "a value needs quotes: `'ledger'`",
  ],
  [
    90,
    "allow dynamic-group id to use keys in tenancy",
    24,
    "expected an OCID, found `to`",
    "a name that is a word of the language needs quotes: `'id'`",
  ],
  [
    91,
    "allow group readers to read buckets in compartment ocid1.compartment.oc1..stores",
    52,
    "expected `id`, found `ocid1.compartment.oc1..stores`",
    "write `id` before an OCID",
  ],
];

describe("what the service rejects without a look at the tenancy is refused", () => {
  test.each(REFUSED)("%i: %s", (_, text, column, message, help) =>
    expect(refusal(text)).toMatchObject({ column, message, help }),
  );
});
