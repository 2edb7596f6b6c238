import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { estateOf } from "../../src/estate";
import { takenBy } from "../../src/guarantees/oversight/aws/event-selectors";
import { auditOf } from "../../src/guarantees/oversight/oci/audit";
import { deliveriesIn } from "../../src/guarantees/oversight/oci/deliveries";
import { TENANCY } from "../support/oci-estate";
import { connector } from "../support/oci-records";
import { inputOf } from "../support/stacks";

const MEDIA = "arn:aws:s3:::user-media/";

type Operator = "equals" | "not_equals" | "starts_with" | "not_starts_with" | "ends_with" | "not_ends_with";
type Field = { readonly field: string } & { readonly [operator in Operator]?: readonly string[] };

interface Event {
  readonly eventCategory: string;
  readonly "resources.type": string;
  readonly "resources.ARN": string;
  readonly readOnly: string;
  readonly eventSource: string;
  readonly eventName: string;
}

/** Whether CloudTrail records one event, asked naively: some selector all of whose fields let it pass. */
const isTaken = (event: Event, selectors: readonly (readonly Field[])[]): boolean =>
  selectors.some((fields) =>
    fields.every(({ field, ...operators }) => {
      const value = event[field as keyof Event];
      return Object.entries(operators).every(([operator, given]) => {
        const values = given as readonly string[];
        const of = (test: (one: string) => boolean) => (operator.startsWith("not_") ? !values.some(test) : values.some(test));
        if (operator.endsWith("starts_with")) return of((one) => value.startsWith(one));
        if (operator.endsWith("ends_with")) return of((one) => value.endsWith(one));
        return of((one) => one === value);
      });
    }),
  );

/** Every kind of read of the bucket, of objects whose names the selectors speak of. */
const READS: readonly Event[] = ["a", "a/b", "b", "thumbnails/1"].flatMap((key) =>
  ["GetObject", "HeadObject", "SelectObjectContent"].map((eventName) => ({
    eventCategory: "Data",
    "resources.type": "AWS::S3::Object",
    "resources.ARN": `${MEDIA}${key}`,
    readOnly: "true",
    eventSource: "s3.amazonaws.com",
    eventName,
  })),
);

const arns = fc.subarray(
  ["arn:aws:s3:::", "arn:aws:s3:::user-", MEDIA, `${MEDIA}a`, `${MEDIA}a/`, `${MEDIA}b`, "arn:aws:s3:::logs/"],
  {
    minLength: 1,
  },
);
const one = (field: string, operators: readonly Operator[], values: fc.Arbitrary<readonly string[]>): fc.Arbitrary<Field> =>
  fc.tuple(fc.constantFrom(...operators), values).map(([operator, given]) => ({ field, [operator]: given }));
const FIELD = fc.oneof(
  { weight: 4, arbitrary: one("resources.ARN", ["starts_with", "not_starts_with", "equals", "not_equals", "ends_with"], arns) },
  one("readOnly", ["equals"], fc.constantFrom(["true"], ["false"])),
  one("eventName", ["equals", "not_equals"], fc.constantFrom(["GetObject"], ["PutObject"], ["HeadObject"])),
  one("eventSource", ["equals", "not_equals"], fc.constantFrom(["s3.amazonaws.com"], ["kms.amazonaws.com"])),
);
const SELECTOR = fc
  .array(FIELD, { maxLength: 3 })
  .map((fields): readonly Field[] => [
    { field: "eventCategory", equals: ["Data"] },
    { field: "resources.type", equals: ["AWS::S3::Object"] },
    ...fields,
  ]);

test("a trail of which it is said that it takes every read takes each of them", () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.array(SELECTOR, { minLength: 1, maxLength: 3 }), (selectors) => {
      const input = inputOf({
        "a.tf.json": {
          resource: {
            aws_cloudtrail: {
              all: {
                name: "all",
                s3_bucket_name: "records",
                advanced_event_selector: selectors.map((fields) => ({ field_selector: fields })),
              },
            },
          },
        },
      });
      const [trail] = input.resources;
      const wanted = {
        category: "Data",
        readOnly: true,
        type: "AWS::S3::Object",
        source: "s3.amazonaws.com",
        prefix: MEDIA,
      } as const;
      const said = trail && takenBy(trail, wanted, estateOf(input).links);
      const all = READS.every((event) => isTaken(event, selectors));
      if (said === true) {
        taken += 1;
        expect(all).toBe(true);
      }
      // What takes none of them is never taken for what takes some.
      if (!READS.some((event) => isTaken(event, selectors))) expect(said).toEqual({ out: expect.any(String) });
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(20);
});

const NAMES = ["a", "b"] as const;
const PATH = fc.array(fc.constantFrom(...NAMES), { maxLength: 2 });
const addressOf = (path: readonly string[]) => `c${path.map((name) => `_${name}`).join("")}`;
const reference = (path: readonly string[]) =>
  path.length === 0 ? TENANCY : `\${oci_identity_compartment.${addressOf(path)}.id}`;
const TREE = NAMES.flatMap((first) => [[first], ...NAMES.map((second) => [first, second])]);

test("the audit log is carried where each compartment from the root down to the resource is taken, and only there", () => {
  let carried = 0;
  const source = fc.record({ path: PATH, below: fc.boolean() });
  fc.assert(
    fc.property(fc.array(source, { maxLength: 4 }), PATH, (sources, place) => {
      const taken = (path: readonly string[]) =>
        sources.some(({ path: from, below }) =>
          below ? from.every((name, at) => name === path[at]) : from.join(":") === path.join(":"),
        );
      const expected = [[], ...place.map((_, at) => place.slice(0, at + 1))].every(taken);
      const input = inputOf({
        "a.tf.json": {
          provider: { oci: [{ region: "us-phoenix-1", tenancy_ocid: TENANCY }] },
          resource: {
            oci_identity_compartment: {
              ...Object.fromEntries(
                TREE.map((path) => [
                  addressOf(path),
                  { compartment_id: reference(path.slice(0, -1)), name: path.at(-1), description: "d" },
                ]),
              ),
              audit: { compartment_id: TENANCY, name: "audit", description: "d" },
            },
            oci_objectstorage_bucket: {
              media: { compartment_id: reference(place), namespace: "ns", name: "media" },
              evidence: { compartment_id: TENANCY, namespace: "ns", name: "evidence" },
            },
            oci_sch_service_connector: Object.fromEntries(
              sources.map(({ path, below }, at) => [
                `c${at}`,
                connector({ compartment_id: reference(path), log_group_id: below ? "_Audit_Include_Subcompartment" : "_Audit" }),
              ]),
            ),
          },
        },
      });
      const estate = estateOf(input);
      const [media, evidence] = ["media", "evidence"].map((name) => estate.resources.get(`a/oci_objectstorage_bucket.${name}`));
      if (!media || !evidence) throw new Error("the estate has no buckets");
      const { kind } = auditOf(media, [media], estate, deliveriesIn(estate, [evidence]));
      expect(kind).toBe(expected ? "recorded" : "missing");
      if (expected) carried += 1;
    }),
    { numRuns: 200 },
  );
  expect(carried).toBeGreaterThan(20);
});
