import { describe, expect, test } from "@jest/globals";
import { BucketLogs } from "../../../../constructs/oci/oversight/bucket-logs";
import { EvidenceBucket } from "../../../../constructs/oci/oversight/evidence-bucket";
import { EvidenceConnector } from "../../../../constructs/oci/oversight/evidence-connector";
import { allOf, groundOf, PHOENIX, synthesizeStack } from "../../../support/construct-stack";

const json = synthesizeStack((stack) => {
  const { compartment, root, key, tenancy } = groundOf(stack);
  const oversight = compartment("oversight", root);
  const logs = new BucketLogs(stack, "logs", { compartment: oversight, name: "us-reads", buckets: [] });
  const evidence = new EvidenceBucket(stack, "evidence", {
    name: "acme-us-evidence",
    jurisdiction: "US",
    namespace: "axacme",
    region: PHOENIX,
    compartment: compartment("evidence", root),
    key,
    retentionDays: 365,
    lockedFrom: "2026-03-01",
  });
  new EvidenceConnector(stack, "audit", {
    compartment: oversight,
    name: "us-audit",
    records: tenancy,
    prefix: "audit",
    evidence,
  });
  new EvidenceConnector(stack, "reads", { compartment: oversight, name: "us-reads", records: logs, prefix: "reads", evidence });
});
const [audit, reads] = allOf(json, "oci_sch_service_connector");

describe("connectors", () => {
  test("read the audit log of the tenancy and of every compartment in it", () => {
    expect(audit.source).toEqual({
      kind: "logging",
      log_sources: [{ compartment_id: "ocid1.tenancy.oc1..acme", log_group_id: "_Audit_Include_Subcompartment" }],
    });
  });

  test("read every log of a group, those that are added later included", () => {
    expect(reads.source.log_sources).toEqual([
      {
        compartment_id: expect.stringContaining("compartment-oversight"),
        log_group_id: expect.stringMatching(/^\$\{oci_logging_log_group\.logs_\w+\.id\}$/),
      },
    ]);
  });

  test.each([
    ["come after the bucket that they name", "depends_on", [expect.stringMatching(/^oci_objectstorage_bucket\.evidence_/)]],
    ["carry all they read", "tasks", undefined],
    ["act from the compartment that their group names", "compartment_id", expect.stringContaining("compartment-oversight")],
    ["can't be destroyed by a plan", "lifecycle", { prevent_destroy: true }],
    [
      "write into the evidence",
      "target",
      expect.objectContaining({ kind: "objectStorage", namespace: "axacme", bucket: "acme-us-evidence" }),
    ],
  ])("%s", (_, argument, expected) => {
    expect([audit, reads].map((connector) => connector[argument])).toEqual([expected, expected]);
  });

  test("keep apart what they carry", () => {
    expect([audit, reads].map(({ target }) => target.object_name_prefix)).toEqual(["audit", "reads"]);
  });
});
