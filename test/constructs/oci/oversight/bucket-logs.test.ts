import { describe, expect, test } from "@jest/globals";
import { BucketLogs } from "../../../../constructs/oci/oversight/bucket-logs";
import { allOf, groundOf, oneOf, synthesizeStack } from "../../../support/construct-stack";

const json = synthesizeStack((stack) => {
  const { compartment, root, stores } = groundOf(stack);
  new BucketLogs(stack, "logs", {
    compartment: compartment("oversight", root),
    name: "us-reads",
    buckets: [
      { id: "media", bucket: "acme-us-media", compartment: compartment("media", stores) },
      { id: "state", bucket: "acme-us-state" },
    ],
  });
});
const logs = allOf(json, "oci_logging_log");

describe("logs of buckets", () => {
  test("are one of reads and one of writes, by the bucket's name", () => {
    expect(logs.map(({ configuration: { source } }) => source)).toEqual(
      ["acme-us-media", "acme-us-state"].flatMap((resource) =>
        ["read", "write"].map((category) => ({ source_type: "OCISERVICE", service: "objectstorage", resource, category })),
      ),
    );
  });

  test.each([
    ["are on", "is_enabled", true],
    ["are of the service", "log_type", "SERVICE"],
    ["are kept as long as Logging keeps anything", "retention_duration", 180],
    ["are in one group", "log_group_id", expect.stringMatching(/^\$\{oci_logging_log_group\.logs_\w+\.id\}$/)],
    ["can't be destroyed by a plan", "lifecycle", { prevent_destroy: true }],
  ])("%s", (_, argument, expected) => {
    expect(logs.map((log) => log[argument])).toEqual(logs.map(() => expected));
  });

  test("say where the bucket is, where that is known", () => {
    const places = logs.map(({ configuration }) => configuration.compartment_id);
    expect(places).toEqual([...Array(2).fill(expect.stringContaining("compartment-media")), undefined, undefined]);
  });

  test("and their group can't be destroyed by a plan either", () => {
    expect(oneOf(json, "oci_logging_log_group").lifecycle).toEqual({ prevent_destroy: true });
  });
});
