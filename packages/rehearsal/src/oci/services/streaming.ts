import type { Rows } from "../../engine/cloud";
import { of, subnetRange } from "./shared";

/** Source: Streaming API, Stream, StreamPool: a private pool has a host of its own. */
export const STREAMING: Rows = {
  oci_streaming_stream: {
    planned: { retention_in_hours: 24 },
    values: {
      state: "ACTIVE",
      stream_pool_id: "{ocid:streampool}",
      messages_endpoint: "https://{pool_host|shared_host}",
      shared_host: "cell-1.streaming.{region}.oci.oraclecloud.com",
    },
    links: {
      compartment_id: of("oci_streaming_stream_pool", "stream_pool_id", "compartment_id"),
      pool_host: of("oci_streaming_stream_pool", "stream_pool_id", "endpoint_fqdn"),
    },
  },
  oci_streaming_stream_pool: {
    values: {
      state: "ACTIVE",
      is_private: "{has:private_endpoint_settings.0.subnet_id}",
      endpoint_fqdn: "{cell}.streaming.{region}.oci.oraclecloud.com",
      cell: "{host:private_endpoint_settings.0.subnet_id|'cell-1'}",
      "private_endpoint_settings.private_endpoint_ip": "{private:range}",
    },
    links: { "private_endpoint_settings.range": subnetRange("subnet_id") },
  },
};
