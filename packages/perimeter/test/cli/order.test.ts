import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { check } from "../../src/check";
import { readQuestion } from "../../src/cli/question";
import { FORMATS, reportIn } from "../../src/report";
import { PLAIN } from "../../src/report/colours";
import { LIST, READ, UNREADABLE, WRITE_POLICIES } from "../support/estates";
import { MODEL, stackOf, statements, TENANCY } from "../support/oci-estate";
import { plan, state } from "../support/plans";
import { scratch } from "./support/scratch";

jest.setTimeout(60_000);

const { folder, write } = scratch();
const provider = { oci: [{ region: "us-phoenix-1", tenancy_ocid: TENANCY }] };
const policy = (name: string, ...all: readonly string[]) => ({
  provider,
  resource: { oci_identity_policy: { [name]: { compartment_id: TENANCY, name, description: "d", statements: all } } },
});
const AFTER = { compartment_id: TENANCY, name: "planned", description: "d", statements: [WRITE_POLICIES] };

/** An estate in many files: stacks, a plan and a state of one more, and a folder with a manifest. */
const FILES: Readonly<Record<string, unknown>> = {
  "a.tf.json": stackOf(statements(READ))["a.tf.json"],
  "b.tf.json": policy("b", LIST, UNREADABLE),
  "c.tf.json": policy("c", "allow group us-data to read objects in tenancy", READ),
  "d.tf.json": policy("b", "allow group strangers to manage groups in tenancy", "allow group strangers to use users in tenancy"),
  "e.plan.json": plan({ changes: [{ address: "oci_identity_policy.p", after: AFTER }] }),
  "e.state.json": state({ "oci_identity_policy.q": { ...AFTER, name: "stated" } }),
};
for (const [name, content] of Object.entries(FILES)) write(name, JSON.stringify(content));
write("perimeter.yaml", MODEL);

const AT = new Date("2026-11-25T00:00:00Z");

/** All reports on these paths. */
function reports(paths: readonly string[]): readonly string[] {
  const asked = readQuestion(
    paths.map((path) => join(folder, path)),
    join(folder, "perimeter.yaml"),
    AT,
  );
  const verdict = check(asked, { layers: true });
  const sources = { ...asked, sourceOf: (address: string) => asked.estate.resources.get(address)?.source, root: folder };
  return FORMATS.map((format) => reportIn(format)(verdict, sources, PLAIN));
}

test("whichever order paths are named in, every report is the same to the byte", () => {
  const paths = Object.keys(FILES);
  const first = reports(paths);
  expect(first[0]).toMatch(/access\/escalation[\s\S]*can't be known/);
  fc.assert(
    fc.property(fc.shuffledSubarray(paths, { minLength: paths.length }), (shuffled) => {
      expect(reports(shuffled)).toEqual(first);
    }),
    { numRuns: 15, seed: 1 },
  );
});

test("a folder says the same as its files", () => expect(reports(["."])).toEqual(reports(Object.keys(FILES).reverse())));

test("whichever order a manifest has its stacks in", () => {
  const stacks = ["a", "b", "c", "d"];
  for (const name of stacks) write(`out/stacks/${name}/cdk.tf.json`, readFileSync(join(folder, `${name}.tf.json`)));
  const [one, other] = [stacks, [...stacks].reverse()].map((order) => {
    const entries = order.map((name) => [name, { name, synthesizedStackPath: `stacks/${name}/cdk.tf.json` }]);
    write("out/manifest.json", JSON.stringify({ version: "0.21.0", stacks: Object.fromEntries(entries) }));
    return reports(["out"]);
  });
  expect(one).toEqual(other);
});
