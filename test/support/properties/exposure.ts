import { type Element, isObject, listOf } from "../terraform-json";
import { argumentsIn, offendingElements, only, type Property } from "./property";

/** Ways from and to the internet. */
const PUBLIC_TYPES = [...["oci_core_public_ip", "oci_core_public_ip_pool", "oci_core_internet_gateway", "oci_core_nat_gateway"]];

/** The edge alone is public: reserved addresses and a way in, in the compartment that is for them; an address a region. */
const isEdge = ({ type, address, args }: Element) => {
  const isOf = (names: string) => new RegExp(`\\.(primary|standby)_${names}_[0-9A-F]{8}$`).test(address);
  const isInEdge = /compartment-edge/.test(String(args["compartment_id"]));
  if (type === "oci_core_public_ip") return isInEdge && args["lifetime"] === "RESERVED" && isOf("load-balancer_Address");
  if (type === "oci_core_internet_gateway") return isInEdge && isOf("network_Gateway");
  return type === "oci_core_subnet" && args["display_name"] === "edge" && isOf("network");
};

export const EXPOSURE: readonly Property[] = [
  {
    says: "is there a public address or a gateway to the internet",
    offences: offendingElements((element) => PUBLIC_TYPES.includes(element.type) && !isEdge(element)),
    counterexamples: {
      ...Object.fromEntries(PUBLIC_TYPES.map((type) => [type, only(type, {})])),
      "an address of the edge that is not reserved": {
        resource: {
          oci_core_public_ip: {
            "primary_load-balancer_Address_00000000": { compartment_id: "compartment-edge", lifetime: "EPHEMERAL" },
          },
        },
      },
      "a way in that isn't in the edge's compartment": {
        resource: { oci_core_internet_gateway: { primary_network_Gateway_00000000: { compartment_id: "compartment-app" } } },
      },
    },
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
    offences: offendingElements(
      (element) => element.type === "oci_core_subnet" && element.args["prohibit_internet_ingress"] !== true && !isEdge(element),
    ),
    counterexamples: {
      "one that says nothing": only("oci_core_subnet", {}),
      "one of the app tier that is called as the edge is": only("oci_core_subnet", { display_name: "edge" }),
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
