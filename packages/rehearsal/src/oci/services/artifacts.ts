import type { Rows } from "../../engine/cloud";

/** Source: Artifacts API, ContainerRepository, ContainerConfiguration. */
export const ARTIFACTS: Rows = {
  oci_artifacts_container_configuration: { values: { id: "{compartment_id}", namespace: "{namespace}" } },
  oci_artifacts_container_repository: {
    // Public access is something that one asks for. Source: Registry, Creating a Repository.
    planned: { is_public: false, is_immutable: false },
    values: {
      state: "AVAILABLE",
      namespace: "{namespace}",
      created_by: "{ocid:user}",
      billable_size_in_gbs: "0",
      layers_size_in_bytes: "0",
    },
    unique: ["{region}/{namespace}/{display_name}"],
  },
};
