import { type Pair, removes, type There, there, wants, within } from "./pair";

const ROOT = "ocid1.tenancy.oc1..t";
const compartment = (name: string, parent = ROOT, more = {}) =>
  there(name, "oci_identity_compartment", { compartment_id: parent, name, description: name, enable_delete: true, ...more });
const nested = (depth: number) =>
  Array.from({ length: depth }, (_, at) => compartment(`c${at}`, at === 0 ? ROOT : `\${c${at - 1}.id}`));
const group = (name: string) => there(name, "oci_identity_group", { compartment_id: ROOT, name, description: name });
const policy = (...statements: readonly string[]) => ({ compartment_id: ROOT, name: "x", description: "x", statements });
const READ = "allow group readers to read buckets in tenancy";
const READERS = [group("readers")];
const rule = (matching_rule: string) => ({ compartment_id: ROOT, name: "d", description: "d", matching_rule });
const source = (name: string, more = {}) => ({ compartment_id: ROOT, name, description: name, ...more });
const domain = (state: string) =>
  there("d", "oci_identity_domain", {
    compartment_id: ROOT,
    display_name: "us",
    description: "us",
    home_region: "us-phoenix-1",
    license_type: "free",
    state,
  });
const user = there("u", "oci_identity_user", { compartment_id: ROOT, name: "u", description: "u" });
const secretKey = (name: string) => there(name, "oci_identity_customer_secret_key", { user_id: "${u.id}", display_name: name });
const member = { compartment_id: ROOT, user_id: "${u.id}", group_id: "${readers.id}" };
const TAG: readonly There[] = [
  there("ns", "oci_identity_tag_namespace", { compartment_id: ROOT, name: "us-data", description: "x" }),
  there("tag", "oci_identity_tag", {
    tag_namespace_id: "${ns.id}",
    name: "store",
    description: "x",
    validator: [{ validator_type: "ENUM", values: ["primary", "dr"] }],
  }),
];
const quota = (statement: string) => ({ compartment_id: ROOT, name: "q", description: "q", statements: [statement] });
const bucket = (parent: string) => there("b", "oci_objectstorage_bucket", { compartment_id: parent, namespace: "ns", name: "b" });

export const OCI_IDENTITY: Readonly<Record<string, Pair>> = {
  "identity/statement": wants(
    "oci_identity_policy",
    policy("allow group readers reads buckets in tenancy"),
    policy(READ),
    READERS,
  ),
  "identity/no-statement": wants("oci_identity_policy", policy(), policy(READ), READERS),
  "identity/too-many-statements": wants(
    "oci_identity_policy",
    policy(...Array.from({ length: 51 }, () => READ)),
    policy(...Array.from({ length: 50 }, () => READ)),
    READERS,
  ),
  "identity/too-many-policies": within(
    "oci_identity_policy",
    policy(READ),
    [
      ...READERS,
      ...Array.from({ length: 100 }, (_, at) => there(`p${at}`, "oci_identity_policy", { ...policy(READ), name: `p${at}` })),
    ],
    READERS,
  ),
  "identity/statement-on-missing-compartment": within(
    "oci_identity_policy",
    policy("allow group readers to read buckets in compartment us:stores"),
    [...READERS, compartment("us")],
    [...READERS, compartment("us"), compartment("stores", "${us.id}")],
  ),
  "identity/statement-for-missing-group": within("oci_identity_policy", policy(READ), [group("writers")], READERS),
  "identity/matching-rule": wants(
    "oci_identity_dynamic_group",
    rule("ALL {resource.kind = 'fnfunc'}"),
    rule("ALL {resource.type = 'fnfunc'}"),
  ),
  "identity/compartment-name": wants(
    "oci_identity_compartment",
    { compartment_id: ROOT, name: "us stores", description: "x" },
    { compartment_id: ROOT, name: "us-stores", description: "x" },
  ),
  "identity/compartments-too-deep": wants(
    "oci_identity_compartment",
    { compartment_id: "${c5.id}", name: "x", description: "x" },
    { compartment_id: "${c4.id}", name: "x", description: "x" },
    nested(6),
  ),
  "identity/compartment-not-empty": removes(compartment("us"), [bucket("${us.id}")], [bucket(ROOT)]),
  "identity/network-source-elsewhere": wants(
    "oci_identity_network_source",
    source("n", { compartment_id: "${us.id}" }),
    source("n"),
    [compartment("us")],
  ),
  "identity/too-many-network-sources": within(
    "oci_identity_network_source",
    source("x"),
    Array.from({ length: 10 }, (_, at) => there(`n${at}`, "oci_identity_network_source", source(`n${at}`))),
    Array.from({ length: 9 }, (_, at) => there(`n${at}`, "oci_identity_network_source", source(`n${at}`))),
  ),
  "identity/network-source-address": wants(
    "oci_identity_network_source",
    source("n", { public_source_list: ["office.example"] }),
    source("n", { public_source_list: ["198.51.100.0/24"] }),
  ),
  "identity/active-domain": {
    type: "oci_identity_domain",
    refused: { there: [domain("ACTIVE")], removes: "d" },
    passes: { there: [domain("INACTIVE")], removes: "d" },
  },
  "identity/replica-in-home": wants(
    "oci_identity_domain_replication_to_region",
    { domain_id: "${d.id}", replica_region: "us-phoenix-1" },
    { domain_id: "${d.id}", replica_region: "us-ashburn-1" },
    [domain("ACTIVE")],
  ),
  "identity/third-secret-key": within(
    "oci_identity_customer_secret_key",
    { user_id: "${u.id}", display_name: "x" },
    [user, secretKey("k1"), secretKey("k2")],
    [user, secretKey("k1")],
  ),
  "identity/in-the-group-already": within(
    "oci_identity_user_group_membership",
    member,
    [user, ...READERS, there("m", "oci_identity_user_group_membership", member)],
    [user, ...READERS],
  ),
  "identity/tag-value": wants(
    "oci_identity_tag_default",
    { compartment_id: ROOT, tag_definition_id: "${tag.id}", value: "copy", is_required: false },
    { compartment_id: ROOT, tag_definition_id: "${tag.id}", value: "dr", is_required: false },
    TAG,
  ),
  "limits/quota": wants(
    "oci_limits_quota",
    quota("forbid object-storage in tenancy"),
    quota("zero object-storage quotas in tenancy where request.region = 'eu-frankfurt-1'"),
  ),
};
