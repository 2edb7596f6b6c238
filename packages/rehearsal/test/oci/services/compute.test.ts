import { describeService } from "./tables";

const C = { compartment_id: "c" };

describeService("machines and containers", {
  given: {
    open: ["oci_core_subnet", { ...C, cidr_block: "10.0.1.0/24" }],
    closed: ["oci_core_subnet", { ...C, cidr_block: "10.0.2.0/24", prohibit_internet_ingress: true }],
    cluster: ["oci_containerengine_cluster", { ...C, name: "k", kubernetes_version: "v1.31.1", vcn_id: "v" }],
  },
  planned: [
    ["a disk is not encrypted on its way unless told", "oci_core_instance", C, { is_pv_encryption_in_transit_enabled: false }],
    [
      "a registry is private",
      "oci_artifacts_container_repository",
      { ...C, display_name: "r" },
      { is_public: false, is_immutable: false },
    ],
    [
      "a registry is public when told",
      "oci_artifacts_container_repository",
      { ...C, display_name: "r", is_public: true },
      { is_public: true },
    ],
    [
      "a cluster's endpoint is private",
      "oci_containerengine_cluster",
      { ...C, endpoint_config: [{ subnet_id: "s" }] },
      { endpoint_config: [{ is_public_ip_enabled: false }] },
    ],
    [
      "a container's file system can be written",
      "oci_container_instances_container_instance",
      { ...C, containers: [{ image_url: "i", security_context: [{}] }] },
      { containers: [{ security_context: [{ is_root_file_system_readonly: false }] }] },
    ],
  ],
  made: [
    [
      "an instance has an address of its subnet",
      "oci_core_instance",
      { ...C, create_vnic_details: [{ subnet_id: "@closed.id" }] },
      { state: "RUNNING", private_ip: /^10\.0\.2\.\d+$/, subnet_id: "@closed.id", boot_volume_id: /^ocid1\.bootvolume\./ },
    ],
    [
      "an instance keeps the address that it is given",
      "oci_core_instance",
      { ...C, create_vnic_details: [{ subnet_id: "@closed.id", private_ip: "10.0.2.9" }] },
      { private_ip: "10.0.2.9" },
    ],
    ["a pool has as many as it should", "oci_core_instance_pool", { ...C, size: 3 }, { state: "RUNNING", actual_size: 3 }],
    [
      "a container in a closed subnet has no public address",
      "oci_container_instances_container_instance",
      { ...C, vnics: [{ subnet_id: "@closed.id" }] },
      { vnics: [{ is_public_ip_assigned: false, private_ip: /^10\.0\.2\./, vnic_id: /^ocid1\.vnic\./ }] },
    ],
    [
      "a container in an open subnet has one",
      "oci_container_instances_container_instance",
      { ...C, vnics: [{ subnet_id: "@open.id" }] },
      { vnics: [{ is_public_ip_assigned: true }] },
    ],
    [
      "containers are counted and have ids",
      "oci_container_instances_container_instance",
      { ...C, containers: [{ image_url: "a" }, { image_url: "b" }] },
      {
        id: /^ocid1\.computecontainerinstance\./,
        container_count: 2,
        containers: [{ container_id: /^ocid1\.computecontainer\./ }, { state: "ACTIVE" }],
      },
    ],
    [
      "nodes run what their cluster runs",
      "oci_containerengine_node_pool",
      { ...C, cluster_id: "@cluster.id" },
      { kubernetes_version: "v1.31.1" },
    ],
    ["a volume has the size that nobody asked for", "oci_core_volume", C, { state: "AVAILABLE", size_in_gbs: "1024" }],
    [
      "a function can be called",
      "oci_functions_function",
      { application_id: "a", display_name: "f" },
      { invoke_endpoint: /^https:\/\/[a-z]{11}\.us-phoenix-1\.functions\.oci\.oraclecloud\.com$/ },
    ],
    [
      "a bastion's session is opened by its own id",
      "oci_bastion_session",
      { bastion_id: "b" },
      {
        ssh_metadata: {
          command: /ocid1\.bastionsession\.oc1\.phx\.[a-z2-7]+@host\.bastion\.us-phoenix-1\.oci\.oraclecloud\.com$/,
        },
      },
    ],
  ],
});
