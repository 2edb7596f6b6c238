import type { Row, Rows, Template } from "../../engine/cloud";

/** The metadata of the first version. Source: Certificates Service Management API, CertificateVersionSummary. */
const version = (belongs: Readonly<Record<string, Template>>): Template => [
  {
    ...belongs,
    serial_number: "{hex:32}",
    stages: ["CURRENT", "LATEST"],
    time_created: "{now}",
    version_name: null,
    version_number: "1",
  },
];

/** What the service is asked for, said back beside the object. */
const ofConfiguration = (name: string, more: Row["values"]): Row => ({
  values: {
    state: "ACTIVE",
    config_type: `{${name}.0.config_type}`,
    issuer_certificate_authority_id: `{${name}.0.issuer_certificate_authority_id}`,
    ...more,
  },
  unique: ["{compartment_id}/{name}"],
});

export const CERTIFICATES: Rows = {
  oci_certificates_management_ca_bundle: { values: { state: "ACTIVE" }, unique: ["{compartment_id}/{name}"] },
  oci_certificates_management_certificate: ofConfiguration("certificate_config", {
    certificate_profile_type: "{certificate_config.0.certificate_profile_type}",
    key_algorithm: "{certificate_config.0.key_algorithm}",
    signature_algorithm: "{certificate_config.0.signature_algorithm}",
    current_version_number: "1",
    current_version: version({ certificate_id: "{id}" }),
  }),
  oci_certificates_management_certificate_authority: ofConfiguration("certificate_authority_config", {
    signing_algorithm: "{certificate_authority_config.0.signing_algorithm}",
    current_version: version({ certificate_authority_id: "{id}" }),
  }),
};
