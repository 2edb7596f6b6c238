import type { Deployment } from "../config/schema/model";

/** When a rehearsal takes place, and what bootstrapping has made by then (docs/bootstrap.md): `rehearsal` reads it. */
export function rehearsalSetting({ rehearsal, oci, state }: Deployment) {
  return {
    ...rehearsal,
    existing: "compartment" in state ? [compartment(state.compartment, oci)] : [],
  };
}

const compartment = (name: string, { tenancy, home }: Deployment["oci"]) => ({
  type: "oci_identity_compartment",
  arguments: { compartment_id: tenancy.id, name, description: "Terraform's state" },
  provider: { region: home, tenancy_ocid: tenancy.id },
});
