import { describe, expect, test } from "@jest/globals";
import { MODEL, type Resources, stackOf, statements, TENANCY } from "../support/oci-estate";
import { brief, briefFinding, verdictOf } from "../support/verdict-of";

const about = (...more: readonly Resources[]) => brief(verdictOf(stackOf(...more), MODEL));
const USER = (name: string, group: string): Resources => ({
  oci_identity_user: { [name]: { compartment_id: TENANCY, name, description: "d" } },
  oci_identity_user_group_membership: {
    [name]: { group_id: `\${oci_identity_group.${group}.id}`, user_id: `\${oci_identity_user.${name}.id}` },
  },
});
const LINK = (access_type: string): Resources => ({
  oci_objectstorage_preauthrequest: {
    link: { bucket: "user-media", namespace: "ns", name: "link", access_type, time_expires: "2027-01-01T00:00:00Z" },
  },
});
const BUCKET = (name: string, more: object): Resources => ({
  oci_objectstorage_bucket: {
    [name]: { compartment_id: "${oci_identity_compartment.stores.id}", namespace: "ns", name: `user-${name}`, ...more },
  },
});

/** What was added to the estate, and what is found; beside each a look-alike that gives nothing. */
const TABLE: readonly (readonly [string, readonly Resources[], readonly string[]])[] = [
  ["nothing is allowed to anybody", [], ["holds"]],
  [
    "a foreign group reads objects",
    [statements("allow group apac-eng to read objects in compartment stores")],
    ["violated", "access/direct-read group apac-eng: media"],
  ],
  ["… of another compartment", [statements("allow group apac-eng to read objects in compartment other")], ["holds"]],
  [
    "… of buckets by a pattern that the store's name has",
    [statements("allow group apac-eng to read objects in tenancy where target.bucket.name = /user-*/")],
    ["violated", "access/direct-read group apac-eng: media"],
  ],
  [
    "… by one that it doesn't have",
    [statements("allow group apac-eng to read objects in tenancy where target.bucket.name = /logs*/")],
    ["holds"],
  ],
  [
    "… under conditions that can't both be true",
    [
      statements(
        "allow group apac-eng to read objects in tenancy where all {request.region = 'phx', request.region = 'iad', target.bucket.name = 'user-media'}",
      ),
    ],
    ["holds"],
  ],
  [
    "… until a date that is past",
    [statements("allow group apac-eng to read objects in tenancy where request.utc-timestamp before '2026-01-01T00:00Z'")],
    ["holds"],
  ],
  [
    "… from a date that is to come",
    [statements("allow group apac-eng to read objects in tenancy where request.utc-timestamp after '2027-01-01T00:00Z'")],
    ["violated", "access/direct-read group apac-eng: media"],
  ],
  [
    "… but a statement denies it",
    [statements("allow group apac-eng to read objects in tenancy", "deny group apac-eng to read objects in compartment stores")],
    ["holds"],
  ],
  [
    "… but a statement denies another compartment",
    [statements("allow group apac-eng to read objects in tenancy", "deny group apac-eng to read objects in compartment other")],
    ["violated", "access/direct-read group apac-eng: media"],
  ],
  ["it lists buckets", [statements("allow group apac-eng to inspect buckets in tenancy")], ["holds"]],
  [
    "everybody reads",
    [statements("allow any-user to read objects in compartment stores")],
    [
      "violated",
      "access/direct-read any-user any-user: media",
      "access/direct-read group apac-eng: media",
      "access/undeclared-read dynamic-group us-app: media",
      "access/undeclared-read group us-data: media",
      "access/over-budget nobody: media",
    ],
  ],
  [
    "a user of a foreign group reads by the group",
    [USER("li", "apac"), statements("allow group apac-eng to read objects in compartment stores")],
    ["violated", "access/direct-read group apac-eng: media", "access/direct-read user li: media"],
  ],
  [
    "a user of a reading group is nobody new",
    [USER("ann", "us_sre"), statements("allow group us-sre to read objects in compartment stores")],
    ["holds"],
  ],
  [
    "a foreign user is in a reading group",
    [
      USER("li", "apac"),
      {
        oci_identity_user_group_membership: {
          both: { group_id: "${oci_identity_group.us_sre.id}", user_id: "${oci_identity_user.li.id}" },
        },
      },
      statements("allow group us-sre to read objects in compartment stores"),
    ],
    ["violated", "access/direct-read user li: media"],
  ],
  ["who is listed reads", [statements("allow group us-sre to read objects in compartment stores")], ["holds"]],
  [
    "who is inside and doesn't list it reads",
    [statements("allow group us-data to read objects in compartment stores")],
    ["violated", "access/undeclared-read group us-data: media"],
  ],
  [
    "a foreign group writes policies",
    [statements("allow group apac-eng to manage policies in tenancy")],
    ["violated", "access/escalation group apac-eng: media"],
  ],
  [
    "… of a compartment beside the store's",
    [statements("allow group apac-eng to manage policies in compartment other")],
    ["holds"],
  ],
  [
    "somebody inside who isn't trusted writes policies",
    [statements("allow group us-data to manage policies in tenancy")],
    ["violated", "access/undeclared-trust group us-data: media"],
  ],
  [
    "somebody inside who reads, and isn't trusted, writes policies",
    [statements("allow group us-sre to read objects in compartment stores", "allow group us-sre to manage policies in tenancy")],
    ["violated", "access/undeclared-trust group us-sre: media"],
  ],
  [
    "… of a compartment beside the store's, and reads",
    [
      statements(
        "allow group us-sre to read objects in compartment stores",
        "allow group us-sre to manage policies in compartment other",
      ),
    ],
    ["holds"],
  ],
  [
    "a foreign group launches what the app's group takes for its own",
    [
      statements(
        "allow dynamic-group us-app to read objects in compartment stores",
        "allow group apac-eng to manage instances in compartment stores",
      ),
    ],
    ["violated", "access/escalation group apac-eng: media", "access/undeclared-read dynamic-group us-app: media"],
  ],
  ["… elsewhere", [statements("allow group apac-eng to manage instances in compartment other")], ["holds"]],
  [
    "the bucket is public",
    [BUCKET("media", { access_type: "ObjectRead" })],
    ["violated", "access/anonymous anonymous anonymous: media"],
  ],
  ["another bucket is public", [BUCKET("other", { access_type: "ObjectRead" })], ["holds"]],
  ["whoever has a link reads", [LINK("AnyObjectRead")], ["violated", "access/bearer-link anonymous anonymous: media"]],
  ["whoever has a link writes", [LINK("AnyObjectWrite")], ["holds"]],
  [
    "another tenancy is admitted",
    [
      statements(
        "define tenancy partner as ocid1.tenancy.oc1..p",
        "admit any-group of tenancy partner to read objects in compartment stores",
      ),
    ],
    ["violated", "access/cross-tenancy tenancy partner: media"],
  ],
  [
    "… elsewhere",
    [
      statements(
        "define tenancy partner as ocid1.tenancy.oc1..p",
        "admit any-group of tenancy partner to read objects in compartment other",
      ),
    ],
    ["holds"],
  ],
  [
    "the key is exported",
    [statements("allow group apac-eng to {KEY_EXPORT} in compartment stores")],
    ["violated", "access/key-export group apac-eng: media"],
  ],
  ["the key is used", [statements("allow group apac-eng to {KEY_DECRYPT} in compartment stores")], ["holds"]],
];

test.each(TABLE)("%s", (_, more, said) => expect(about(...more)).toEqual(said));

describe("what isn't known is never a pass:", () => {
  test.each<[string, readonly Resources[], string]>([
    [
      "a statement that can't be read",
      [statements("allow group apac-eng to raed objects in tenancy")],
      "a/oci_identity_policy.p",
    ],
    [
      "statements that a variable holds",
      [{ oci_identity_policy: { p: { compartment_id: TENANCY, name: "p", description: "d", statements: "${var.statements}" } } }],
      "a/oci_identity_policy.p",
    ],
    ["a type that nobody knows", [{ oci_brand_new: { thing: {} } }], "a/oci_brand_new.thing"],
    ["whether a bucket is public", [BUCKET("media", { access_type: "${var.access}" })], "a/oci_objectstorage_bucket.media"],
  ])("%s", (_, more, address) => {
    const [verdict, ...reasons] = about(...more);
    expect(verdict).toBe("undecided");
    expect(reasons).toEqual(expect.arrayContaining([expect.stringContaining(`? ${address}: `)]));
  });
});

test("of a store whose type nobody has described it isn't known who reads it", () => {
  const stream = { compartment_id: TENANCY, name: "events", type: "KAFKA" };
  const model = MODEL.replace("oci_objectstorage_bucket.media", "oci_nosql_table.media");
  const { verdict, guarantees } = verdictOf(stackOf({ oci_nosql_table: { media: stream } }), model);
  expect(verdict).toBe("undecided");
  expect(guarantees[0]?.undecided.map(({ address }) => address)).toContain("a/oci_nosql_table.media");
});

test("a foreign group that uses a key is noted, since a layer is gone", () => {
  const { guarantees } = verdictOf(stackOf(statements("allow group apac-eng to {KEY_DECRYPT} in compartment stores")), MODEL);
  expect(guarantees[0]?.notes.map(briefFinding)).toEqual(["access/key-use group apac-eng: media"]);
});

test("a finding has its path, a request that shows it, and a remedy that closes it", () => {
  const statement = "allow group apac-eng to read objects in compartment stores";
  const { guarantees } = verdictOf(stackOf(statements(statement)), MODEL);
  expect(guarantees[0]?.findings).toEqual([
    expect.objectContaining({
      rule: "access/direct-read",
      severity: "critical",
      principal: {
        kind: "group",
        name: "apac-eng",
        account: null,
        address: "a/oci_identity_group.apac",
        residency: ["CN", "SG"],
      },
      asset: { kind: "store", name: "media", address: "a/oci_objectstorage_bucket.media", jurisdiction: "US" },
      path: [{ step: "grant", address: "a/oci_identity_policy.p", text: expect.stringMatching(/^allow group apac-eng/i) }],
      witness: expect.objectContaining({ principal: { groups: ["apac-eng"] }, permission: "OBJECT_READ" }),
      message: 'group "apac-eng" (CN, SG) can read "media": it may read its objects',
      fix: {
        text: expect.stringContaining("apac-eng"),
        edits: [expect.objectContaining({ address: "a/oci_identity_policy.p", argument: "statements" })],
      },
    }),
  ]);
});
