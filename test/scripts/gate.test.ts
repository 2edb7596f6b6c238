import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { IdentityPolicy } from "@cdktf/provider-oci/lib/identity-policy";
import { ObjectstorageBucket } from "@cdktf/provider-oci/lib/objectstorage-bucket";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { Construct, IConstruct } from "constructs";
import { UnprovenError } from "../../scripts/prove";
import { synthesize } from "../../scripts/synthesize";
import { type Estate, makeEstate } from "../../stacks/estate";
import { configurationText, PROJECT } from "../support/deployments";
import { ScratchProject } from "../support/run";

const OUT = "cdktf.out";
const FOREIGN = "Allow group contractors to read objects in tenancy";

let project: ScratchProject;
beforeAll(() => {
  project = new ScratchProject({ production: configurationText("production") });
  synthesize({ project: project.folder, deployment: "production", outdir: OUT });
});
afterAll(() => project.remove());

/** Every file of the output folder. */
function published(): Readonly<Record<string, string>> {
  const files = readdirSync(join(project.folder, OUT), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), "utf8")]),
  );
}

/** What the gate says to the default deployment after somebody has had a hand in its tree; `undefined`: it lets it through. */
function refusalAfter(change: (estate: Estate) => void): readonly string[] | undefined {
  const make: typeof makeEstate = (deployment, outdir) => {
    const estate = makeEstate(deployment, outdir);
    change(estate);
    return estate;
  };
  try {
    synthesize({ project: project.folder, deployment: "production", outdir: OUT, make });
    return undefined;
  } catch (error) {
    if (!(error instanceof UnprovenError)) throw error;
    const findings = error.verdict.guarantees.flatMap((one) => one.findings);
    return [...new Set(findings.map(({ rule, principal, asset }) => `${rule} ${principal?.name}: ${asset?.name}`))];
  }
}

const raw = (scope: Construct, ...statements: string[]) =>
  new IdentityPolicy(scope, "raw", { compartmentId: tenancyOf(scope), name: "raw", description: "raw", statements });
const tenancyOf = (scope: Construct) => first(scope, IdentityPolicy, () => true).compartmentIdInput as string;

function first<Kind extends IConstruct>(
  scope: Construct,
  kind: abstract new (...args: never[]) => Kind,
  is: (one: Kind) => boolean,
): Kind {
  const found = scope.node.findAll().find((one): one is Kind => one instanceof kind && is(one));
  if (!found) throw new Error(`${scope.node.path} has no such ${kind.name}`);
  return found;
}

describe("what weakens the guarantee beside a construct is refused by the proof, and nothing is written:", () => {
  test.each<[string, (estate: Estate) => void, string]>([
    ["a raw policy", ({ access }) => void raw(access, FOREIGN), "access/direct-read contractors: media"],
    [
      "an override of a policy's statements",
      ({ access }) =>
        first(access, IdentityPolicy, ({ nameInput }) => nameInput === "us-services").addOverride("statements.0", FOREIGN),
      "access/direct-read contractors: media",
    ],
    [
      "an override that makes a store public",
      ({ primary }) => first(primary, ObjectstorageBucket, () => true).addOverride("access_type", "ObjectRead"),
      "access/anonymous anonymous: media",
    ],
    [
      "a link to a store",
      ({ primary }) => {
        const bucket = first(primary, ObjectstorageBucket, () => true);
        const link = { bucket: bucket.nameInput, namespace: bucket.namespaceInput, name: "link", access_type: "AnyObjectRead" };
        primary.addOverride("resource.oci_objectstorage_preauthrequest.link", { ...link, time_expires: "2030-01-01T00:00:00Z" });
      },
      "access/bearer-link anonymous: media",
    ],
  ])("%s", (_, change, finding) => {
    const before = published();
    expect(refusalAfter(change)).toContain(finding);
    expect(published()).toEqual(before);
    expect(readdirSync(project.folder).sort()).toEqual([OUT, "config"]);
  });

  test("and what gives nothing passes", () => {
    const harmless = FOREIGN.replace("read objects in tenancy", "inspect compartments in tenancy");
    expect(refusalAfter(({ access }) => void raw(access, harmless))).toBeUndefined();
    synthesize({ project: project.folder, deployment: "production", outdir: OUT });
  });
});

test("the proof beside the stacks has the verdict and a hash of each", () => {
  const proof = JSON.parse(readFileSync(join(project.folder, OUT, "proof.json"), "utf8"));
  const held = ["access", "routing"].map((id) => expect.objectContaining({ id, verdict: "holds" }));
  expect(proof).toMatchObject({ verdict: "holds", guarantees: expect.arrayContaining(held) });
  expect(Object.keys(proof.stacks)).toEqual(readdirSync(join(project.folder, OUT, "stacks")).sort());
});

test("of a change that was refused, cdktf deploy --skip-synth applies nothing", () => {
  expect(refusalAfter(({ access }) => void raw(access, FOREIGN))).toBeDefined();
  cpSync(join(PROJECT, "cdktf.json"), join(project.folder, "cdktf.json"));
  symlinkSync(join(PROJECT, "node_modules"), join(project.folder, "node_modules"));
  const cdktf = join(PROJECT, "node_modules", ".bin", "cdktf");
  const script = `${cdktf} deploy tenancy access --skip-synth --auto-approve --no-color && cd ${OUT}/stacks/access && terraform show -json`;
  const { status, stdout } = spawnSync("npx", ["rehearsal", "shell", "--", "sh", "-c", script], {
    cwd: project.folder,
    encoding: "utf8",
    env: { ...process.env, CI: "1", CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: devNull },
  });
  expect(status).toBe(0);
  const state = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
  const policies = state.values.root_module.resources.filter(({ type }: { type: string }) => type === "oci_identity_policy");
  const statements = policies.flatMap(({ values }: { values: { statements: string[] } }) => values.statements);
  expect(statements.length).toBeGreaterThan(100);
  expect(statements).not.toContain(FOREIGN);
}, 180_000);

test("whoever answers for it can write what doesn't hold, and the proof says so", () => {
  const said = jest.spyOn(console, "error").mockImplementation(() => {});
  process.env.WRITE_UNPROVEN = "1";
  try {
    expect(refusalAfter(({ access }) => void raw(access, FOREIGN))).toBeUndefined();
    expect(said.mock.calls.flat().join("\n")).toMatch(/contractors[\s\S]*warning: written although access violated/);
  } finally {
    delete process.env.WRITE_UNPROVEN;
    said.mockRestore();
  }
  const proof = JSON.parse(readFileSync(join(project.folder, OUT, "proof.json"), "utf8"));
  expect(proof).toMatchObject({ verdict: "violated", overridden: true });
});
