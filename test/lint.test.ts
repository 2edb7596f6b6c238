import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PROJECT } from "./support/deployments";

const FORBIDDEN = [
  ["config/schema/a.ts", "../../constructs/refusal"],
  ["config/schema/b.ts", "../../stacks/estate"],
  ["config/schema/c.ts", "cdktf"],
  ["constructs/oci/d.ts", "../../stacks/estate"],
  ["constructs/e.ts", "../scripts/synthesize"],
  ["constructs/f.ts", "@cdktf/provider-aws"],
  ["stacks/g.ts", "../scripts/synthesize"],
  ["packages/oci-policy/src/h.ts", "../../../constructs/refusal"],
  ["packages/perimeter/src/simulate/oci/m.ts", "../../logic/formula"],
  ["packages/perimeter/src/simulate/aws/n.ts", "../../cli/main"],
  ["packages/perimeter/src/logic/o.ts", "../simulate/oci/estate"],
  ["packages/perimeter/src/input/p.ts", "../estate/oci/policies"],
  ["packages/perimeter/src/estate/q.ts", "../cli/main"],
  ["packages/perimeter/src/estate/r.ts", "../../../../stacks/estate"],
  ["packages/perimeter/src/declaration/u.ts", "../cli/main"],
  ["packages/perimeter/src/declaration/v.ts", "../../../../config/schema/model"],
] as const;
const ALLOWED = [
  ["constructs/oci/i.ts", "../../config/schema/model"],
  ["stacks/j.ts", "../constructs/refusal"],
  ["stacks/k.ts", "@cdktf/provider-oci/lib/kms-key"],
  ["scripts/l.ts", "../stacks/estate"],
  ["packages/perimeter/src/estate/s.ts", "../simulate/oci/estate"],
  ["packages/perimeter/src/cli/t.ts", "../logic/formula"],
  ["packages/perimeter/src/declaration/w.ts", "../estate/links"],
] as const;

let folder: string;
let output: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lint-"));
  const configuration = JSON.parse(readFileSync(join(PROJECT, "biome.json"), "utf8"));
  writeFileSync(join(folder, "biome.json"), JSON.stringify({ ...configuration, $schema: undefined, vcs: { enabled: false } }));
  for (const [file, path] of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `import { x } from "${path}";\nexport const y = x;\n`);
  }
  const biome = join(PROJECT, "node_modules", ".bin", "biome");
  const { stdout, stderr } = spawnSync(biome, ["lint", "--max-diagnostics=none", "."], { cwd: folder, encoding: "utf8" });
  output = stdout + stderr;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(FORBIDDEN)("%s may not import %s", (file, _path) => {
  expect(output).toMatch(new RegExp(`^${file}:\\d+:\\d+ lint/style/noRestrictedImports`, "m"));
});

test.each(ALLOWED)("%s may import %s", (file, _path) =>
  expect(output).not.toMatch(new RegExp(`^${file}:.*noRestrictedImports`, "m")),
);
