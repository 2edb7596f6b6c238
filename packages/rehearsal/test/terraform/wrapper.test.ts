import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { wrapped } from "../../src/terraform/wrapper";

let base: string;
let project: string;
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "rh-w-")));
  project = join(base, "project");
  mkdirSync(project);
  writeFileSync(join(project, "main.tf"), 'terraform {\n  backend "s3" {}\n}\n');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const env = () => ({ XDG_STATE_HOME: join(base, "state") });
const call = (args: readonly string[], more: Readonly<Record<string, string>> = {}, folder = project) =>
  wrapped({ folder, args }, { ...env(), ...more });

describe("a call of Terraform", () => {
  test("is made on a copy that keeps its state there", () => {
    const { folder, args, set } = call(["plan", "-out", "p"]);
    expect([args, folder.startsWith(join(base, "state", "rehearsal", "project-"))]).toEqual([["plan", "-out", "p"], true]);
    expect(readFileSync(join(folder, "~rehearsal_override.tf.json"), "utf8")).toContain("../../states/project.tfstate");
    expect(readFileSync(set["TF_CLI_CONFIG_FILE"] ?? "", "utf8")).toContain("filesystem_mirror");
    expect(existsSync(join(project, ".terraform"))).toBe(false);
  });

  test("finds the stand-ins by the environment alone: the user's own settings are left out, variables stay", () => {
    const { set, unset } = call(["plan"], { TF_CLI_ARGS: "-lock=false", TF_PLUGIN_CACHE_DIR: "/c", TF_VAR_x: "1", PATH: "/bin" });
    expect(unset).toEqual(["TF_CLI_ARGS", "TF_PLUGIN_CACHE_DIR"]);
    expect(set["TF_REATTACH_PROVIDERS"]).toBeUndefined();
    expect(set["TF_CLI_ARGS_providers_lock"]).toBe(`-fs-mirror=${join(set["TF_CLI_CONFIG_FILE"] ?? "", "../mirror")}`);
  });

  test("uses the stand-ins of the shell that it is made in", () => {
    const { folder, set } = call(["plan"], { REHEARSAL_FOLDER: join(base, "shell"), REHEARSAL_REATTACH: "{}" });
    expect([set["TF_REATTACH_PROVIDERS"], folder.startsWith(join(base, "shell", "projects"))]).toEqual(["{}", true]);
  });

  test("keeps its world for this user alone", () => {
    call(["plan"]);
    expect(statSync(join(base, "state", "rehearsal")).mode & 0o777).toBe(0o700);
  });

  test("brings what is new, takes what is gone, and keeps what Terraform made", () => {
    writeFileSync(join(project, "old.tf"), "");
    const { folder } = call(["plan"]);
    writeFileSync(join(folder, "plan"), "made");
    rmSync(join(project, "old.tf"));
    writeFileSync(join(project, "new.tf"), "");
    call(["apply", "plan"]);
    expect(["old.tf", "new.tf", "plan", "main.tf"].map((file) => existsSync(join(folder, file)))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  test("of a synthesized stack knows the others, and each has a copy", () => {
    const stacks = Object.fromEntries(["a", "b"].map((name) => [name, { name, workingDirectory: `stacks/${name}` }]));
    for (const name of ["a", "b"]) {
      mkdirSync(join(base, "out", "stacks", name), { recursive: true });
      writeFileSync(join(base, "out", "stacks", name, "cdk.tf.json"), "{}");
    }
    writeFileSync(join(base, "out", "manifest.json"), JSON.stringify({ stacks }));
    const [a, b] = ["a", "b"].map((name) => call(["init"], {}, join(base, "out", "stacks", name)).folder);
    expect([a?.replace(/a$/, "b"), a?.includes("out-")]).toEqual([b, true]);
  });
});

describe("the folder is", () => {
  const cases: readonly [name: string, args: readonly string[], rest: readonly string[]][] = [
    ["that of -chdir", ["-chdir=project", "plan"], ["plan"]],
    ["also with two dashes", ["--chdir=./project", "init", "-upgrade"], ["init", "-upgrade"]],
  ];
  test.each(cases)("%s", (_name, args, rest) => {
    const { folder, args: made } = call(args, {}, base);
    expect([made, existsSync(join(folder, "main.tf"))]).toEqual([rest, true]);
  });
});

describe("a command that touches no state makes nothing", () => {
  test.each([[["fmt"]], [["-chdir=.", "fmt", "-check"]]])("%j works on the user's own files", (args) => {
    expect(call(args)).toMatchObject({ folder: project, args, set: { CHECKPOINT_DISABLE: "1" } });
    expect(existsSync(join(base, "state"))).toBe(false);
  });
  test.each([[["version", "-json"]], [["-v"]], [["plan", "-help"]], [["apply", "--", "-h"]], [[]]])(
    "%j works where no configuration is",
    (args) => {
      const { folder, args: made } = call(args, {}, base);
      expect([made, readdirSync(folder).filter((file) => file.includes(".tf"))]).toEqual([args, []]);
      expect(existsSync(join(base, "state"))).toBe(false);
    },
  );
});

describe("refused is", () => {
  const cases: readonly [args: readonly string[], message: string][] = [
    [["login"], '"terraform login" is not rehearsed'],
    [["providers", "mirror", "d"], '"terraform providers mirror" is not rehearsed'],
    [["init", "-from-module=hashicorp/consul/aws"], "only modules below the folder are"],
  ];
  test.each(cases)("%j", (args, message) => expect(() => call(args)).toThrow(message));

  test("a folder without configuration", () =>
    expect(() => call(["plan"], {}, base)).toThrow("holds neither synthesized stacks (manifest.json) nor *.tf or *.tf.json"));
  test("an override that would come behind the rehearsal's", () => {
    writeFileSync(join(project, "é_override.tf"), "");
    expect(() => call(["plan"])).toThrow("would be merged behind the rehearsal's own override");
  });
});
