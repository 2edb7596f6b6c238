import type { Rows } from "../../engine/cloud";
import { of } from "./shared";

/** Source: Bastion API, Bastion, Session. */
export const BASTION: Rows = {
  oci_bastion_bastion: {
    planned: { dns_proxy_status: "DISABLED" },
    values: {
      state: "ACTIVE",
      name: "bastion{digits:14}",
      max_session_ttl_in_seconds: 10800,
      max_sessions_allowed: 20,
      private_endpoint_ip_address: "{private:subnet_range}",
    },
    links: {
      target_vcn_id: of("oci_core_subnet", "target_subnet_id", "vcn_id"),
      subnet_range: of("oci_core_subnet", "target_subnet_id", "cidr_block"),
    },
  },
  oci_bastion_session: {
    values: {
      state: "ACTIVE",
      bastion_user_name: "{id}",
      key_type: "PUB",
      session_ttl_in_seconds: 1800,
      bastion_public_host_key_info: "ssh-rsa {base64:64}",
      ssh_metadata: { command: "ssh -i <privateKey> -N -p 22 {id}@host.bastion.{region}.oci.oraclecloud.com" },
    },
    links: { bastion_name: of("oci_bastion_bastion", "bastion_id", "name") },
  },
};
