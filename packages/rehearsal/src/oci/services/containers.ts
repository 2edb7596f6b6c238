import type { Rows } from "../../engine/cloud";
import { of, subnetRange } from "./shared";

/** Sources: Container Instances API, ContainerInstance; Kubernetes Engine API, Cluster, NodePool. */
export const CONTAINERS: Rows = {
  oci_container_instances_container_instance: {
    planned: {
      "containers.security_context.is_root_file_system_readonly": false,
      "containers.volume_mounts.is_read_only": false,
    },
    values: {
      state: "ACTIVE",
      container_restart_policy: "ALWAYS",
      fault_domain: "FAULT-DOMAIN-1",
      tenant_id: "{tenancy}",
      graceful_shutdown_timeout_in_seconds: "0",
      container_count: "{count:containers}",
      volume_count: "{count:volumes}",
      "containers.container_id": "{ocid:computecontainer}",
      "containers.container_instance_id": "{id}",
      "containers.compartment_id": "{compartment_id}",
      "containers.state": "ACTIVE",
      "vnics.vnic_id": "{ocid:vnic}",
      "vnics.private_ip": "{private:range}",
      // What a subnet doesn't prohibit, it gives. Source: Networking API, Subnet, prohibitPublicIpOnVnic.
      "vnics.is_public_ip_assigned": "{not:prohibited}",
    },
    links: {
      "vnics.range": subnetRange("subnet_id"),
      "vnics.prohibited": of("oci_core_subnet", "subnet_id", "prohibit_public_ip_on_vnic"),
    },
  },
  oci_containerengine_cluster: {
    planned: {
      "endpoint_config.is_public_ip_enabled": false,
      "image_policy_config.is_policy_enabled": false,
    },
    values: {
      state: "ACTIVE",
      type: "BASIC_CLUSTER",
      endpoints: [
        {
          kubernetes: null,
          private_endpoint: "{private:endpoint_range}:6443",
          public_endpoint: null,
          vcn_hostname_endpoint: null,
          ipv6endpoint: null,
        },
      ],
      metadata: [{ created_by_user_id: "{ocid:user}", time_created: "{now}", updated_by_user_id: null, time_updated: null }],
    },
    links: { endpoint_range: subnetRange("endpoint_config.0.subnet_id") },
  },
  oci_containerengine_node_pool: {
    values: { state: "ACTIVE", quantity_per_subnet: 1 },
    links: { kubernetes_version: of("oci_containerengine_cluster", "cluster_id", "kubernetes_version") },
  },
};
