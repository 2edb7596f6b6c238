/** The first example of the format's contract, and whatever else it accepts. */
export const SMALL = `version: 1
jurisdiction: US
rests:                                   # where this jurisdiction's user data may rest
  oci: [us-phoenix-1, us-ashburn-1]
  aws: [us-east-1, ap-southeast-1]
stores:                                  # a name for a reader → a selector
  media: oci_objectstorage_bucket.media
  ledger: { type: oci_database_autonomous_database, tag: us-data.store=primary }
roles:                                   # principals not listed here are foreign
  us-sre: { principal: oci_identity_group.us_sre, residency: US, content: [media] }
  apac-engineering: { principal: { type: oci_identity_group, name: "apac-*" }, residency: CN, metadata: [media] }
trusted: [break-glass, Administrators]   # roles and groups that may change the boundary itself
`;

export const WHOLE = `version: 1
jurisdiction: US
rests:
  oci: [us-phoenix-1, us-ashburn-1]
  aws: [us-east-1, ap-southeast-1]
primary: { oci: [us-phoenix-1], standby: [us-ashburn-1] }
sites: { singapore: { aws: ap-southeast-1, account: "111122223333", phase: active, since: 2026-01-01 } }
stores:
  media: oci_objectstorage_bucket.media
  ledger: { type: oci_database_autonomous_database, tag: us-data.store=primary }
roles:
  us-sre:
    principal: [oci_identity_domains_group.us_sre, aws_iam_role.us_sre]
    residency: US
    content: { media: [incident-response] }
    administer: "*"
  oracle-auditor: { principal: { tenancy: ocid1.tenancy.oc1..aud, group: ocid1.group.oc1..x }, residency: [US, CA], metadata: "*" }
trusted: [us-sre, a/oci_identity_group.admins]
budget: { default: 2, ledger: 3 }
routing: { hostnames: [us.example.com] }
oversight: { auditor: oracle-auditor, evidence: [oci_objectstorage_bucket.evidence, aws_s3_bucket.trail] }
recovery: { copies: 2, days: 30, stores: { ledger: { copies: 1, days: 60 } } }
oci: { denyPolicies: true, home: us-phoenix-1 }
aws: { account: "111122223333" }
`;

/** A text with one part replaced; a part that isn't there is a mistake of the test. */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the text doesn't hold ${JSON.stringify(from)}`);
  return text.replace(from, () => to);
}
