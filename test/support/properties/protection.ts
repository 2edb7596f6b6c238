import { type Element, elementsOf, isExpression, isObject, isSet, listOf } from "../terraform-json";
import { offendingElements, only, type Property } from "./property";

/** What can't be made again as it was. */
const IRREPLACEABLE = [
  ...["oci_kms_vault_replication", "oci_objectstorage_replication_policy"],
  ...["oci_objectstorage_bucket", "oci_kms_key", "oci_kms_vault", "oci_database_autonomous_database"],
  ...["oci_identity_compartment", "oci_identity_domain", "oci_identity_domains_group", "oci_vault_secret"],
  ...["oci_logging_log_group", "oci_logging_log", "oci_sch_service_connector", "oci_ons_notification_topic"],
  ...["oci_cloud_guard_security_zone", "oci_cloud_guard_security_recipe"],
];
const STORES = ["oci_objectstorage_bucket", "oci_database_autonomous_database"];
/** What a statement can select by its compartment only. */
const ALONE = [...STORES, "oci_kms_key"];

/** Argument that holds the name, and the one within whose value the cloud wants it to be the only one. */
const NAMES: Readonly<Record<string, readonly [name: string, within: string]>> = {
  oci_identity_compartment: ["name", "compartment_id"],
  oci_identity_domain: ["display_name", "compartment_id"],
  oci_identity_domains_condition: ["name", "idcs_endpoint"],
  oci_identity_domains_dynamic_resource_group: ["display_name", "idcs_endpoint"],
  oci_identity_domains_group: ["display_name", "idcs_endpoint"],
  oci_identity_domains_network_perimeter: ["name", "idcs_endpoint"],
  oci_identity_domains_policy: ["name", "idcs_endpoint"],
  oci_identity_domains_rule: ["name", "idcs_endpoint"],
  oci_identity_domains_user: ["user_name", "idcs_endpoint"],
  oci_identity_network_source: ["name", "compartment_id"],
  oci_identity_policy: ["name", "compartment_id"],
  oci_identity_tag: ["name", "tag_namespace_id"],
  oci_identity_tag_namespace: ["name", "compartment_id"],
  oci_limits_quota: ["name", "compartment_id"],
  oci_objectstorage_bucket: ["name", "namespace"],
  oci_vault_secret: ["secret_name", "vault_id"],
};

export const PROTECTION: readonly Property[] = [
  {
    says: "can a plan destroy what can't be made again",
    offences: offendingElements(
      ({ type, args }) =>
        IRREPLACEABLE.includes(type) &&
        !listOf(args["lifecycle"]).some((each) => isObject(each) && each["prevent_destroy"] === true),
    ),
    counterexamples: {
      ...Object.fromEntries(IRREPLACEABLE.map((type) => [type, only(type, {})])),
      "a key that says no": only("oci_kms_key", { lifecycle: { prevent_destroy: false } }),
    },
  },
  {
    says: "is a bucket both versioned and under retention rules, or neither, but for a replica, which is neither",
    offences: (stack) => {
      const replicas = replicasIn(stack);
      return elementsOf(stack)
        .filter(({ type }) => type === "oci_objectstorage_bucket")
        .filter(({ address, args }) => {
          const [versioned, retained] = [args["versioning"] === "Enabled", isSet(args["retention_rules"])];
          return replicas.has(address) ? versioned || retained : versioned === retained;
        })
        .map(({ address }) => address);
    },
    counterexamples: {
      "a replica that keeps versions, which no rule could delete": {
        resource: {
          oci_objectstorage_bucket: { media: { versioning: "Enabled" } },
          oci_objectstorage_replication_policy: {
            media: { destination_bucket_name: "${oci_objectstorage_bucket.media.name}" },
          },
        },
      },
      both: only("oci_objectstorage_bucket", { versioning: "Enabled", retention_rules: [{}] }),
      neither: only("oci_objectstorage_bucket", { versioning: "Suspended" }),
    },
  },
  {
    says: "may a compartment adopt one of the same name that is there already",
    offences: offendingElements(({ type, args }) => type === "oci_identity_compartment" && args["enable_delete"] !== true),
    counterexamples: {
      "one that says nothing": only("oci_identity_compartment", {}),
      "one that says no": only("oci_identity_compartment", { enable_delete: false }),
    },
  },
  {
    says: "does a key or a store share its compartment, or stand outside of one",
    offences: (stack) => {
      const alone = elementsOf(stack).filter(({ type }) => ALONE.includes(type));
      const outside = alone.filter(({ args: { compartment_id: id } }) => !isExpression(id) || !/identity_compartment/.test(id));
      return [...outside.map(({ address }) => address), ...repeated(alone, ({ args }) => String(args["compartment_id"]))];
    },
    counterexamples: {
      "a bucket at the root": only("oci_objectstorage_bucket", { compartment_id: "ocid1.tenancy.oc1..a" }),
      "a key and a bucket together": {
        resource: {
          oci_objectstorage_bucket: { media: { compartment_id: "${oci_identity_compartment.both.id}" } },
          oci_kms_key: { objects: { compartment_id: "${oci_identity_compartment.both.id}" } },
        },
      },
    },
  },
  {
    says: "is a store without the tag of its jurisdiction",
    offences: (stack, { jurisdiction }) =>
      offendingElements(({ type, args }) => STORES.includes(type) && residencyTag(args["defined_tags"]) !== jurisdiction)(stack),
    counterexamples: {
      "a bucket without tags": only("oci_objectstorage_bucket", {}),
      "a database of elsewhere": only("oci_database_autonomous_database", { defined_tags: { "us-data.residency": "EU" } }),
    },
  },
  {
    says: "do two resources bear the same address or the same name in the cloud",
    offences: (stack) => {
      const elements = elementsOf(stack);
      return [
        ...repeated(elements, ({ address }) => address),
        ...repeated(elements, constructPath),
        ...repeated(elements, ({ type, args }) => {
          const [name, within] = NAMES[type] ?? [];
          return name && within ? `${type} ${args[name]} in ${args[within]}` : undefined;
        }),
      ];
    },
    counterexamples: {
      "addresses that differ by case": { resource: { oci_kms_key: { objects: {}, Objects: {} } } },
      "one construct twice": {
        resource: { oci_kms_key: { a: madeAt("primary/key") }, oci_kms_vault: { b: madeAt("primary/key") } },
      },
      "two policies of one name": {
        resource: { oci_identity_policy: { a: { name: "us", compartment_id: "t" }, b: { name: "US", compartment_id: "t" } } },
      },
    },
  },
];

/** Addresses of the buckets that a replication writes to. */
function replicasIn(stack: unknown): Set<string> {
  const destinations = elementsOf(stack)
    .filter(({ type }) => type === "oci_objectstorage_replication_policy")
    .map(({ args }) => /^\$\{(.+)\.name\}$/.exec(String(args["destination_bucket_name"]))?.[1] ?? "");
  return new Set(destinations);
}

function madeAt(path: string) {
  return { "//": { metadata: { path } } };
}

function constructPath({ args }: Element): string | undefined {
  const comment = args["//"];
  const metadata = isObject(comment) ? comment["metadata"] : undefined;
  return isObject(metadata) && typeof metadata["path"] === "string" ? metadata["path"] : undefined;
}

function residencyTag(tags: unknown): unknown {
  return isObject(tags) ? Object.entries(tags).find(([name]) => name.endsWith(".residency"))?.[1] : undefined;
}

/** What `nameOf` says more than once, without regard to case. */
function repeated(elements: readonly Element[], nameOf: (element: Element) => string | undefined): string[] {
  const names = elements.map(nameOf).filter((name) => name !== undefined);
  return names.filter((name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < index);
}
