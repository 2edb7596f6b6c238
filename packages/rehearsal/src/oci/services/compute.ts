import type { Rows } from "../../engine/cloud";
import { subnetRange } from "./shared";

/** Sources: Core Services API, Instance, InstanceConfiguration, InstancePool; Autoscaling API, AutoScalingConfiguration. */
export const COMPUTE: Rows = {
  oci_autoscaling_auto_scaling_configuration: { values: { is_enabled: true, cool_down_in_seconds: 300 } },
  oci_core_instance: {
    planned: {
      is_pv_encryption_in_transit_enabled: false,
      subnet_id: "{create_vnic_details.0.subnet_id}",
      "create_vnic_details.skip_source_dest_check": false,
      "instance_options.are_legacy_imds_endpoints_disabled": false,
    },
    values: {
      state: "RUNNING",
      region: "{place}",
      fault_domain: "FAULT-DOMAIN-1",
      boot_volume_id: "{ocid:bootvolume}",
      image: "{source_details.0.source_id}",
      launch_mode: "PARAVIRTUALIZED",
      private_ip: "{create_vnic_details.0.private_ip|address}",
      address: "{private:range}",
      "create_vnic_details.private_ip": "{address}",
    },
    links: { range: subnetRange("create_vnic_details.0.subnet_id") },
  },
  oci_core_instance_configuration: { planned: { source: "NONE" } },
  oci_core_instance_pool: {
    values: { state: "RUNNING", actual_size: "{size}", current_size: "{size}" },
  },
};
