import { describe, expect, test } from "@jest/globals";
import type { NamedPrincipal } from "../../src/estate/named-principal";
import type { Documents } from "../support/stacks";
import { held, model, stack, TENANCY } from "./support/estates";

const STORE = { compartment_id: TENANCY, namespace: "ns", name: "media" };
const group = (name: string) => ({ name, description: "d", compartment_id: TENANCY });
const domainGroup = (display_name: string) => ({
  idcs_endpoint: "${oci_identity_domain.us.url}",
  display_name,
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
});
const RESOURCES = {
  oci_objectstorage_bucket: { media: STORE, ledger: { ...STORE, name: "ledger" } },
  oci_identity_group: { sre: group("us-sre"), eng: group("apac-eng"), china: group("apac-china") },
  oci_identity_domain: { us: { compartment_id: TENANCY, display_name: "us", description: "d", license_type: "free" } },
  oci_identity_domains_group: { sre: domainGroup("us-sre"), eng: domainGroup("apac-eng") },
  oci_identity_dynamic_group: { app: { ...group("app"), matching_rule: "ALL {resource.type = 'instance'}" } },
  aws_iam_role: { sre: { name: "us-sre", path: "/us/", assume_role_policy: "{}", tags: { residency: "US" } } },
};
const ESTATE: Documents = { "a.tf.json": stack(RESOURCES) };
/** The same, with a group of which nobody knows the name. */
const OPEN: Documents = {
  "a.tf.json": stack(
    { ...RESOURCES, oci_identity_group: { ...RESOURCES.oci_identity_group, open: group("${var.x}") } },
    { variable: { x: {} } },
  ),
};
const NAMED: readonly NamedPrincipal[] = [
  { cloud: "oci", kind: "group", name: "apac-sales" },
  { cloud: "oci", kind: "dynamic-group", name: "apac-machines" },
  { cloud: "oci", kind: "group", name: "ocid1.group.oc1..z", id: "ocid1.group.oc1..z" },
  { cloud: "oci", kind: "group", name: "audit", id: "ocid1.group.oc1..x" },
  { cloud: "oci", kind: "tenancy", name: "oracle", id: "ocid1.tenancy.oc1..aud" },
  { cloud: "oci", kind: "any-user", name: "any-user" },
  { cloud: "aws", kind: "role", name: "apac-partner", id: "arn:aws:iam::444455556666:role/apac-partner" },
];

const STORES = ["  media: oci_objectstorage_bucket.media", "  ledger: oci_objectstorage_bucket.ledger"];
const withRoles = (...lines: readonly string[]) => model(...STORES, ...lines);
const heldWith = (...lines: readonly string[]) => held(withRoles(...lines), ESTATE, NAMED);

/** `kind name` of whom a role's principal means, or what is wrong. */
function whoIs(principal: string): readonly string[] {
  const { declaration, mistakes } = heldWith("roles:", `  r: { principal: ${principal}, residency: US }`);
  return declaration?.roles[0]?.principals.map(({ kind, name }) => `${kind} ${name}`) ?? mistakes;
}

describe("whom a selector means", () => {
  test.each<[string, string, readonly string[]]>([
    ["a group by its address", "oci_identity_group.sre", ["group us-sre"]],
    ["a group of a domain by its address", "a/oci_identity_domains_group.sre", ["group us/us-sre"]],
    ["a group of a domain by its name", "{ type: oci_identity_domains_group, name: us/us-sre }", ["group us/us-sre"]],
    ["a role by its name", "{ type: aws_iam_role, name: us-sre }", ["role us-sre"]],
    ["a role by a tag", "{ type: aws_iam_role, tag: residency=US }", ["role us-sre"]],
    ["groups of any domain", '{ type: oci_identity_domains_group, name: "*/*" }', ["group us/us-sre", "group us/apac-eng"]],
    ["a list", "[oci_identity_group.sre, aws_iam_role.sre]", ["group us-sre", "role us-sre"]],
    ["somebody whom only a document names", "{ type: aws_iam_role, name: apac-partner }", ["role apac-partner"]],
    ["the same by their ARN", '{ name: "arn:aws:iam::444455556666:role/apac-partner" }', ["role apac-partner"]],
    ["somebody whom only a statement names", "{ type: oci_identity_domains_group, name: apac-sales }", ["group apac-sales"]],
    ["a dynamic group, likewise", "{ type: oci_identity_dynamic_group, name: apac-machines }", ["dynamic-group apac-machines"]],
    ["the Default domain, said", "{ type: oci_identity_domains_group, name: Default/apac-sales }", ["group apac-sales"]],
    ["all of another tenancy", "{ tenancy: ocid1.tenancy.oc1..aud }", ["tenancy oracle"]],
    ["a group there, and no other", "{ tenancy: ocid1.tenancy.oc1..aud, group: ocid1.group.oc1..x }", ["group audit"]],
    ["a tenancy that nothing admits", "{ tenancy: ocid1.tenancy.oc1..other }", []],
  ])("%s", (_, principal, names) => expect(whoIs(principal)).toEqual(names));

  const APAC = withRoles("roles:", '  r: { principal: { type: oci_identity_group, name: "apac-*" }, residency: CN }');
  test("a pattern means made and named groups of its own domain, and nobody of another kind", () => {
    const { declaration } = held(APAC, ESTATE, NAMED);
    expect(declaration?.roles[0]?.principals.map(({ name }) => name)).toEqual(["apac-eng", "apac-china", "apac-sales"]);
  });
  test("a pattern that an unknown name may fit is not decided", () =>
    expect(held(APAC, OPEN, NAMED).mistakes).toEqual([
      expect.stringMatching(
        /^8 model\/undecided roles\.r\.principal: whether "a\/oci_identity_group\.open" is meant can't be known: /,
      ),
    ]));
  test.each<[string, string, string]>([
    [
      "a group that nobody made or named",
      "{ type: oci_identity_domains_group, name: us/us-sales }",
      '8 model/no-match roles.r.principal: nothing matches { type: "oci_identity_domains_group", name: "us/us-sales" }',
    ],
    [
      "a resource that doesn't act",
      "oci_objectstorage_bucket.media",
      '8 model/no-principal roles.r.principal: "oci_objectstorage_bucket.media" matches "a/oci_objectstorage_bucket.media", which is nobody who acts',
    ],
    [
      "everybody, as if they were a role",
      "{ name: any-user }",
      '8 model/no-match roles.r.principal: nothing matches { name: "any-user" }',
    ],
    [
      "two other tenancies",
      "[{ tenancy: ocid1.tenancy.oc1..aud }, { tenancy: ocid1.tenancy.oc1..b }]",
      "8 model/two-tenancies roles.r.principal: a role is in one other tenancy at most",
    ],
  ])("%s is refused", (_, principal, mistake) => {
    const { declaration, mistakes } = heldWith("roles:", `  r: { principal: ${principal}, residency: US }`);
    expect([declaration, mistakes]).toEqual([undefined, [mistake]]);
  });
});

describe("what a role may", () => {
  const { declaration } = heldWith(
    "roles:",
    "  a: { principal: oci_identity_group.sre, residency: US, content: [media] }",
    '  b: { principal: oci_identity_group.eng, residency: [US, CN], metadata: "*" }',
    '  c: { principal: aws_iam_role.sre, residency: US, content: { "*": [review], ledger: [audit] }, administer: ["*"] }',
    "budget: { default: 2, ledger: 3 }",
    "recovery: { copies: 2, days: 30, stores: { ledger: { days: 60 } } }",
  );
  const [a, b, c] = declaration?.roles ?? [];

  test("a list is any scenario, * is every store, and a store's own entry counts first", () => {
    expect([...(a?.content ?? [])]).toEqual([["media", "any"]]);
    expect([...(b?.metadata ?? [])]).toEqual(["media", "ledger"]);
    expect([...(c?.content ?? [])]).toEqual([
      ["media", ["review"]],
      ["ledger", ["audit"]],
    ]);
    expect([...(c?.administer ?? [])]).toEqual(["media", "ledger"]);
  });
  test("whoever sits partly outside is outside", () => {
    expect([a?.isInside, b?.isInside, c?.isInside]).toEqual([true, false, true]);
    expect(b?.residency).toEqual(["US", "CN"]);
  });
  test("a store's own budget and recovery count before those of all", () => {
    expect([declaration?.budgetOf("media"), declaration?.budgetOf("ledger")]).toEqual([2, 3]);
    expect(["media", "ledger"].map((store) => declaration?.recovery?.of(store))).toEqual([
      { copies: 2, days: 30 },
      { copies: 2, days: 60 },
    ]);
  });
  test("what is left out is not declared, and no budget is no limit", () => {
    const { declaration: bare } = heldWith();
    expect(bare?.budgetOf("media")).toBe(Number.POSITIVE_INFINITY);
    expect([bare?.routing, bare?.oversight, bare?.recovery]).toEqual([undefined, undefined, undefined]);
    expect([bare?.roles, bare?.trusted, bare?.oci, bare?.aws]).toEqual([[], [], {}, {}]);
  });
  test("lines are those of the file", () => {
    expect(declaration?.stores.map(({ line }) => line)).toEqual([5, 6]);
    expect([a?.line, b?.line, c?.line]).toEqual([8, 9, 10]);
  });
});

describe("two roles that list one principal", () => {
  const listing = (one: string, other: string) =>
    heldWith(
      "roles:",
      `  a: { principal: oci_identity_group.sre, residency: ${one} }`,
      `  b: { principal: [aws_iam_role.sre, oci_identity_group.sre], residency: ${other} }`,
    ).mistakes;
  test("with one residency are two hats of one head", () => expect(listing("US", "[US]")).toEqual([]));
  test("with two contradict each other", () =>
    expect(listing("US", "[US, CN]")).toEqual([
      '9 model/two-residencies group "us-sre" is listed by "a" with residency US and by "b" with US, CN',
    ]));
});

describe("trust", () => {
  const trusting = (names: string, ...lines: readonly string[]) => heldWith(`trusted: ${names}`, "roles:", ...lines);
  const INSIDE = "  custodians: { principal: aws_iam_role.sre, residency: US }";
  const OUTSIDE = "  abroad: { principal: oci_identity_group.eng, residency: CN }";
  test.each<[string, string, readonly string[]]>([
    ["a role of the model", "[custodians]", ["role us-sre"]],
    ["a name, in every cloud that has it", "[us-sre]", ["group us-sre", "role us-sre"]],
    ["a group of a domain", "[us/us-sre]", ["group us/us-sre"]],
    ["an address", "[a/oci_identity_group.sre]", ["group us-sre"]],
    ["an address without its stack", "[oci_identity_group.sre]", ["group us-sre"]],
    ["somebody outside", "[Administrators]", []],
    ["a star, which is no name", '["*"]', []],
  ])("in %s", (_, names, trusted) => {
    const { declaration, mistakes } = trusting(names, INSIDE, OUTSIDE);
    expect(mistakes).toEqual([]);
    expect(declaration?.trusted.map(({ kind, name }) => `${kind} ${name}`)).toEqual(trusted);
    expect(declaration?.trustedNames).toEqual([names.replace(/[[\]"]/g, "")]);
  });
  test.each([["abroad"], ["apac-eng"], ["oci_identity_group.eng"]])("in %s from outside is refused", (name) =>
    expect(trusting(`[${name}]`, INSIDE, OUTSIDE).mistakes).toEqual([
      `7 model/foreign-trust "${name}" can't be trusted: role "abroad" resides in CN`,
    ]),
  );
});

describe("places", () => {
  const bucket = { "a.tf.json": stack({ oci_objectstorage_bucket: { media: STORE } }) };
  const placed = (rests: string, ...lines: readonly string[]) =>
    held(
      ["version: 1", "jurisdiction: US", `rests: ${rests}`, "stores: { media: oci_objectstorage_bucket.media }", ...lines].join(
        "\n",
      ),
      bucket,
    ).declaration;
  const REGIONS = "{ oci: [us-phoenix-1, us-ashburn-1], aws: [us-east-1, ap-southeast-1] }";
  const shown = (declaration: ReturnType<typeof placed>) =>
    declaration?.sites.map(({ name, cloud, region, phase }) => [name, cloud, region, phase].join(" "));

  test("without a word the primary is anywhere on OCI, and each region of AWS is an active site", () => {
    const declaration = placed(REGIONS);
    expect(declaration?.primary).toEqual({ oci: ["us-phoenix-1", "us-ashburn-1"], standby: [] });
    expect(shown(declaration)).toEqual(["us-east-1 aws us-east-1 active", "ap-southeast-1 aws ap-southeast-1 active"]);
  });
  test("what is named is not named again", () => {
    const declaration = placed(
      REGIONS,
      "primary: { oci: [us-phoenix-1] }",
      'sites: { far: { aws: ap-southeast-1, phase: frozen, since: 2026-01-01, account: "111122223333" } }',
    );
    expect(shown(declaration)).toEqual([
      "far aws ap-southeast-1 frozen",
      "us-ashburn-1 oci us-ashburn-1 active",
      "us-east-1 aws us-east-1 active",
    ]);
    expect(declaration?.sites[0]).toMatchObject({ account: "111122223333", since: "2026-01-01" });
  });
});
