import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { printStatement } from "oci-policy";
import { EvidenceBucket, type EvidenceBucketProps } from "../../../../constructs/oci/oversight/evidence-bucket";
import type { Grant } from "../../../../constructs/oci/policy/grant";
import {
  FOREIGNER,
  groundOf,
  oneOf,
  PHOENIX,
  refusalsOf,
  role,
  scenario,
  synthesizeStack,
} from "../../../support/construct-stack";

function bucketIn(stack: TerraformStack, overrides: Partial<EvidenceBucketProps> = {}): EvidenceBucket {
  const { compartment, root, key } = groundOf(stack);
  return new EvidenceBucket(stack, "evidence", {
    name: "acme-us-evidence",
    jurisdiction: "US",
    namespace: "axacme",
    region: PHOENIX,
    compartment: compartment("evidence", root),
    key,
    retentionDays: 365,
    lockedFrom: "2026-03-01",
    ...overrides,
  });
}

function statementsOf(ask: (bucket: EvidenceBucket) => Grant[]): string[] {
  const statements: string[] = [];
  synthesizeStack((stack) => {
    statements.push(...ask(bucketIn(stack)).map(({ statement }) => printStatement(statement)));
  });
  return statements;
}

// What a caller who doesn't heed the types might pass.
const LOOSENED = { accessType: "ObjectRead", versioning: "Enabled", retentionRules: [], kmsKeyId: undefined, lifecycle: {} };

describe.each([
  ["as it is made", {}],
  ["whatever else its props hold", LOOSENED as Partial<EvidenceBucketProps>],
])("a bucket of evidence, %s,", (_, overrides) => {
  const bucket = oneOf(
    synthesizeStack((stack) => void bucketIn(stack, overrides)),
    "oci_objectstorage_bucket",
  );

  test.each([
    ["is private", "access_type", "NoPublicAccess"],
    ["keeps no versions, which would exclude the lock", "versioning", "Disabled"],
    ["is encrypted with its key", "kms_key_id", expect.stringMatching(/^\$\{oci_kms_key\.key_\w+\.id\}$/)],
    [
      "is tagged as evidence of its jurisdiction",
      "defined_tags",
      { "us-data.residency": "US", "us-data.data-class": "evidence" },
    ],
    ["can't be destroyed by a plan", "lifecycle", { prevent_destroy: true }],
    [
      "keeps every object, and from a day on nobody shortens that",
      "retention_rules",
      [
        {
          display_name: "evidence",
          duration: { time_amount: "365", time_unit: "DAYS" },
          time_rule_locked: "2026-03-01T00:00:00Z",
        },
      ],
    ],
  ])("%s", (_name, argument, expected) => expect(bucket[argument]).toEqual(expected));
});

describe("what is no evidence is refused", () => {
  test.each([
    [
      { retentionDays: 0 },
      'records kept for "0" days are no evidence: expected a whole number of days, 1 at least',
      { retentionDays: 1 },
    ],
    [
      { retentionDays: 1.5 },
      'records kept for "1.5" days are no evidence: expected a whole number of days, 1 at least',
      { retentionDays: 2 },
    ],
    [
      { lockedFrom: "" },
      '"" is no day from which a lock holds: expected a date, such as 2026-03-01',
      { lockedFrom: "2027-01-01" },
    ],
    [
      { lockedFrom: "soon" },
      '"soon" is no day from which a lock holds: expected a date, such as 2026-03-01',
      { lockedFrom: "2026-12-31" },
    ],
  ])("%j", (overrides, refusal, neighbour) => {
    expect(refusalsOf((stack) => void bucketIn(stack, overrides))).toEqual([`[test/evidence] ${refusal}`]);
    expect(refusalsOf((stack) => void bucketIn(stack, neighbour))).toEqual([]);
  });
});

const IN = "in compartment us:evidence";
const NAMED = "target.bucket.name = 'acme-us-evidence'";

describe("grants", () => {
  test.each<[string, (bucket: EvidenceBucket) => Grant[], string[]]>([
    [
      "reading is settings and objects of this bucket, in its region",
      (bucket) => bucket.grantRead(role(), scenario()),
      [
        `Allow group 'us'/'reviewers' to {BUCKET_INSPECT, BUCKET_READ, OBJECT_INSPECT, OBJECT_READ} ${IN} where all {${NAMED}, request.region = 'phx'}`,
      ],
    ],
    [
      "making it is creating the bucket and its lock, for that operation alone",
      (bucket) => bucket.grantAdminister(role(), scenario()),
      [
        `Allow group 'us'/'reviewers' to {BUCKET_INSPECT, BUCKET_READ, BUCKET_CREATE} ${IN}`,
        `Allow group 'us'/'reviewers' to {BUCKET_UPDATE, RETENTION_RULE_MANAGE, RETENTION_RULE_LOCK} ${IN} where all {${NAMED}, request.operation = 'CreateRetentionRule'}`,
      ],
    ],
    [
      "what carries records adds them, and reads none",
      (bucket) => bucket.grantWrite({ kind: "dynamic-group", names: [{ domain: "us", name: "records" }] }, "records"),
      [
        `Allow dynamic-group 'us'/'records' to {OBJECT_INSPECT, OBJECT_CREATE, OBJECT_OVERWRITE} ${IN} where all {${NAMED}, request.region = 'phx'}`,
      ],
    ],
  ])("%s", (_, ask, expected) => expect(statementsOf(ask)).toEqual(expected));

  test.each<[string, (bucket: EvidenceBucket) => Grant[]]>([
    ["read the records", (bucket) => bucket.grantRead(FOREIGNER, scenario())],
    ["make the records", (bucket) => bucket.grantAdminister(FOREIGNER, scenario())],
  ])("somebody from elsewhere can't %s", (asks, ask) => {
    expect(statementsOf((bucket) => bucket.grantRead(role(), scenario()))).toHaveLength(1);
    const refusals = refusalsOf((stack) => expect(ask(bucketIn(stack))).toEqual([]));
    expect(refusals).toEqual([expect.stringContaining(`role "apac-engineering" resides in CN, SG and can't ${asks}`)]);
  });
});
