import { OCI_DETOURS, OCI_READS } from "../../../packages/perimeter/src/detours/oci-rows";
import type { OciDetour } from "../../../packages/perimeter/src/detours/row";
import { type Change, type Mutation, withArguments, withResource } from "./mutation";

/** Nobody of the registry: no guardrail names them. */
const STRANGERS = "contractors";
const TENANCY = "ocid1.tenancy.oc1..aaaaaaaalarkspurusexampletenancy";

const policy = (...statements: readonly string[]): Change =>
  withResource("access", "oci_identity_policy", "mutation", {
    compartment_id: TENANCY,
    name: "mutation",
    description: "m",
    statements,
  });

/** A condition that no request meets: the same right, and nothing given. */
const NEVER = "where all {request.region = 'phx', request.region = 'iad'}";

/** Rows that nothing of the default deployment could show, and why. */
export const NOT_SHOWN: ReadonlyMap<string, string> = new Map([
  ...["SEC-1", "STR-1", "LOG-1", "VOL-2", "VOL-3", "VOL-8", "FSS-1", "FSS-3", "DB-1", "DB-2", "DB-3", "DB-11"].map(
    (id) => [id, "no store is of its type"] as const,
  ),
  ...["KEY-5", "REG-1", "REG-2", "ESC-TAG-1-secrets", "ESC-TAG-1-volumes", "ESC-CMP-15", "ESC-CMP-21", "ESC-NWK-1"].map(
    (id) => [id, "no store is of its type"] as const,
  ),
  ...["ESC-DAT-11", "ESC-MOV-3", "ESC-MOV-3-files", "ESC-MOV-3-streams", "ESC-MOV-3-logs", "ESC-MOV-4"].map(
    (id) => [id, "no store is of its type"] as const,
  ),
  ["ESC-MOV-3-keys", "a guardrail denies the export of a key wherever it is"],
  ["ESC-KEY-3", "a guardrail denies it to everybody"],
  ["ESC-TAG-3", "no statement on a store asks for it"],
  ...["ESC-CMP-14", "ESC-CMP-16", "ESC-CMP-20", "ESC-CMP-22", "ESC-CNT-8"].map(
    (id) => [id, "no dynamic group takes an instance for its own"] as const,
  ),
  ...["ESC-CNT-9", "ESC-CNT-10", "ESC-CNT-12", "ESC-CNT-13"].map((id) => [id, "no workload of a cluster is let in"] as const),
  ...["ESC-CNT-4", "ESC-PIP-4"].map((id) => [id, "no dynamic group takes a pipeline for its own"] as const),
  ...["ESC-CNT-6", "ESC-CNT-7"].map((id) => [id, "no dynamic group takes a function for its own"] as const),
  ["ESC-PIP-9", "no dynamic group takes a gateway for its own"],
  ...["", "-containers", "-functions", "-connectors", "-databases"].map(
    (form) => [`ESC-DYN-4${form}`, "no matching rule asks for a tag"] as const,
  ),
  ["ESC-TAG-2", "no matching rule asks for a tag"],
  ...["ESC-CMP-10", "ESC-CMP-11", "ESC-CMP-12", "ESC-CMP-13", "ESC-CNT-11"].map(
    (id) => [id, "no dynamic group takes an instance for its own"] as const,
  ),
  ["ESC-CNT-5", "no dynamic group takes a function for its own"],
  ["ESC-DAT-10", "no dynamic group takes a Spark run for its own"],
  ["ESC-PIP-6", "the connectors' group reads no store"],
  ...["ESC-KEY-1", "ESC-KEY-2"].map((id) => [id, "a guardrail denies it to everybody"] as const),
  ["ESC-POL-3", "what is denied here is allowed to nobody"],
  ...["ESC-CMP-2", "ESC-CMP-3", "ESC-GRP-3", "ESC-TAG-1"].map((id) => [id, "no statement on a store asks for it"] as const),
]);

/** Every alternative of every row, as a statement of its own. */
const ofRows: readonly Mutation[] = [...OCI_READS, ...OCI_DETOURS]
  .filter(({ id }) => !NOT_SHOWN.has(id))
  .flatMap((row: OciDetour) =>
    row.needs.map((permissions): Mutation => {
      const statement = `Allow group ${STRANGERS} to {${permissions.join(", ")}} in tenancy`;
      return {
        name: `${row.id}: ${permissions.join(" and ")}`,
        row: row.id,
        change: policy(statement),
        principal: STRANGERS,
        twin: policy(`${statement} ${NEVER}`),
      };
    }),
  );

const MEDIA = "where target.bucket.name = 'larkspur-us-media'";
const LINK = { bucket: "larkspur-us-media", namespace: "axlarkspurus", name: "link", time_expires: "2030-01-01T00:00:00Z" };

const others: readonly Mutation[] = [
  {
    name: "everybody reads",
    change: policy(`Allow any-user to read objects in compartment us:stores ${MEDIA}`),
    principal: "any-user",
    twin: policy("Allow any-user to read objects in compartment us:health"),
  },
  {
    name: "a verb is widened, by a pattern that a store's name has",
    change: policy(`Allow group ${STRANGERS} to manage object-family in tenancy where target.bucket.name = /*media/`),
    principal: STRANGERS,
    twin: policy(`Allow group ${STRANGERS} to manage object-family in tenancy where target.bucket.name = /nothing*/`),
  },
  {
    name: "a location is widened",
    change: policy(`Allow group ${STRANGERS} to read objects in compartment us`),
    principal: STRANGERS,
    twin: policy(`Allow group ${STRANGERS} to read objects in compartment us:app`),
  },
  {
    name: "another tenancy is admitted",
    change: policy(
      "Define tenancy partner as ocid1.tenancy.oc1..partner",
      "Admit any-group of tenancy partner to read objects in compartment us:stores",
    ),
    principal: "partner",
    twin: policy("Define tenancy partner as ocid1.tenancy.oc1..partner", "Endorse any-group to read objects in tenancy partner"),
  },
  {
    name: "a service's instances that anybody could make are let in",
    change: policy(
      "Allow any-user to read objects in compartment us:stores where all {request.principal.type = 'fnfunc'}",
      `Allow group ${STRANGERS} to manage functions-family in tenancy`,
    ),
    principal: STRANGERS,
    twin: policy(`Allow group ${STRANGERS} to manage functions-family in tenancy`),
  },
  {
    name: "a store is public",
    change: withArguments("primary", "oci_objectstorage_bucket", () => ({ access_type: "ObjectRead" })),
    principal: "anonymous",
    twin: withResource("primary", "oci_objectstorage_bucket", "site", {
      compartment_id: TENANCY,
      namespace: "axlarkspurus",
      name: "site",
      access_type: "ObjectRead",
    }),
  },
  {
    name: "a link reads a store",
    change: withResource("primary", "oci_objectstorage_preauthrequest", "link", { ...LINK, access_type: "AnyObjectRead" }),
    principal: "anonymous",
    twin: withResource("primary", "oci_objectstorage_preauthrequest", "link", { ...LINK, access_type: "AnyObjectWrite" }),
  },
  {
    name: "somebody inside reads what they don't list",
    change: policy(`Allow group 'us'/'us-sre' to {OBJECT_READ} in compartment us:stores ${MEDIA}`),
    principal: "us/us-sre",
    twin: policy(`Allow group 'us'/'us-sre' to {OBJECT_INSPECT} in compartment us:stores ${MEDIA}`),
  },
  {
    name: "somebody inside whom nobody trusts writes policies",
    change: policy("Allow group 'us'/'us-sre' to manage policies in compartment us"),
    principal: "us/us-sre",
    twin: policy("Allow group 'us'/'us-sre' to manage policies in compartment us:health"),
  },
];

export const OCI_MUTATIONS: readonly Mutation[] = [...ofRows, ...others];

/** What decides access and isn't known: each leaves the verdict open, by its address. */
export const OCI_UNKNOWNS: readonly (readonly [name: string, change: Change, address: string])[] = [
  [
    "the statements of a policy",
    withArguments("access", "oci_identity_policy", () => ({ statements: "${var.statements}" })),
    "access/oci_identity_policy.",
  ],
  ["one statement", policy("${var.statement}"), "access/oci_identity_policy.mutation"],
  ["a statement that can't be read", policy("Allow group x to raed objects in tenancy"), "access/oci_identity_policy.mutation"],
  [
    "whether a store is public",
    withArguments("primary", "oci_objectstorage_bucket", () => ({ access_type: "${var.access}" })),
    "primary/oci_objectstorage_bucket.",
  ],
  ["a type that nobody knows", withResource("primary", "oci_brand_new", "thing", {}), "primary/oci_brand_new.thing"],
  [
    "where copies go",
    withArguments("standby", "oci_objectstorage_replication_policy", () => ({ destination_bucket_name: "${var.bucket}" })),
    "standby/oci_objectstorage_replication_policy.",
  ],
];
