import { isObject, listOf } from "../terraform-json";
import { argumentsIn, offendingElements, only, type Property } from "./property";

/** Ways from and to the internet. */
const PUBLIC_TYPES = [...["oci_core_public_ip", "oci_core_public_ip_pool", "oci_core_internet_gateway", "oci_core_nat_gateway"]];

export const EXPOSURE: readonly Property[] = [
  {
    says: "is there a public address or a gateway to the internet",
    offences: offendingElements(({ type }) => PUBLIC_TYPES.includes(type)),
    counterexamples: Object.fromEntries(PUBLIC_TYPES.map((type) => [type, only(type, {})])),
  },
  {
    says: "may a machine get a public address",
    offences: offendingElements(
      ({ type, args }) =>
        argumentsIn(args).some(
          ({ name, value }) => ["is_public_ip_assigned", "assign_public_ip"].includes(name) && value !== false,
        ) ||
        // Unset, the subnet decides.
        (type === "oci_container_instances_container_instance" &&
          listOf(args["vnics"]).some((vnic) => !isObject(vnic) || vnic["is_public_ip_assigned"] !== false)),
    ),
    counterexamples: {
      "one that is asked for": only("oci_core_instance", { create_vnic_details: { assign_public_ip: true } }),
      "one that is asked for in text": only("oci_core_instance", { create_vnic_details: { assign_public_ip: "true" } }),
      "one that is left open": only("oci_container_instances_container_instance", { vnics: [{ subnet_id: "s" }] }),
    },
  },
  {
    says: "does a subnet let the internet in",
    offences: offendingElements(({ type, args }) => type === "oci_core_subnet" && args["prohibit_internet_ingress"] !== true),
    counterexamples: {
      "one that says nothing": only("oci_core_subnet", {}),
      "one that says no": only("oci_core_subnet", { prohibit_internet_ingress: false }),
      "one that only forbids public addresses of machines": only("oci_core_subnet", { prohibit_public_ip_on_vnic: true }),
    },
  },
  {
    says: "is a bucket or a repository public",
    offences: offendingElements(
      ({ type, args }) =>
        (type === "oci_objectstorage_bucket" && args["access_type"] !== "NoPublicAccess") ||
        (type === "oci_artifacts_container_repository" && args["is_public"] !== false),
    ),
    counterexamples: {
      "a bucket whose objects everybody reads": only("oci_objectstorage_bucket", { access_type: "ObjectRead" }),
      "a bucket whose access isn't known": only("oci_objectstorage_bucket", { access_type: "${var.access}" }),
      "a bucket that says nothing": only("oci_objectstorage_bucket", {}),
      "a public repository": only("oci_artifacts_container_repository", { is_public: true }),
      "a repository that says nothing": only("oci_artifacts_container_repository", {}),
    },
  },
  {
    says: "has a database a public endpoint",
    offences: offendingElements(
      ({ type, args }) =>
        type === "oci_database_autonomous_database" &&
        !(args["subnet_id"] && args["private_endpoint_label"] && args["is_mtls_connection_required"] === true),
    ),
    counterexamples: {
      "one outside of the network": only("oci_database_autonomous_database", { is_mtls_connection_required: true }),
      "one without a label, which makes it public again": only("oci_database_autonomous_database", {
        subnet_id: "s",
        is_mtls_connection_required: true,
      }),
      "one that asks for no certificate": only("oci_database_autonomous_database", {
        subnet_id: "s",
        private_endpoint_label: "profiles",
      }),
    },
  },
];
