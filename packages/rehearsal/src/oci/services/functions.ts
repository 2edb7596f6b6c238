import type { Rows } from "../../engine/cloud";
import { of } from "./shared";

/** Source: Functions API, Application, Function. */
export const FUNCTIONS: Rows = {
  oci_functions_application: {
    planned: { shape: "GENERIC_X86", "trace_config.is_enabled": false },
    values: { state: "ACTIVE" },
    unique: ["{region}/{compartment_id}/{display_name}"],
  },
  oci_functions_function: {
    planned: { "trace_config.is_enabled": false },
    values: {
      state: "ACTIVE",
      timeout_in_seconds: 30,
      image_digest: "sha256:{hex:64}",
      invoke_endpoint: "https://{letters:11}.{region}.functions.oci.oraclecloud.com",
    },
    links: {
      compartment_id: of("oci_functions_application", "application_id", "compartment_id"),
      shape: of("oci_functions_application", "application_id", "shape"),
    },
    unique: ["{application_id}/{display_name}"],
  },
};
