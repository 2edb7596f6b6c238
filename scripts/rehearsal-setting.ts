import type { Deployment } from "../config/schema/model";

/** When a rehearsal takes place, and what bootstrapping has made by then (docs/bootstrap.md): `rehearsal` reads it. */
export function rehearsalSetting({ rehearsal, oci, state }: Deployment) {
  return { ...rehearsal, existing: "compartment" in state ? bootstrapped(state, oci) : [] };
}

/** The compartment and the bucket of the state. */
function bootstrapped(
  { compartment, bucket }: { readonly compartment: string; readonly bucket: string },
  { tenancy, home, primary, namespace }: Deployment["oci"],
) {
  const provider = { tenancy_ocid: tenancy.id };
  return [
    {
      type: "oci_identity_compartment",
      name: "state",
      arguments: { compartment_id: tenancy.id, name: compartment, description: "Terraform's state" },
      provider: { ...provider, region: home },
    },
    {
      type: "oci_objectstorage_bucket",
      arguments: { compartment_id: "${state.id}", namespace, name: bucket, versioning: "Enabled" },
      provider: { ...provider, region: primary.region },
    },
  ];
}
