import { cpSync, existsSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Rehearsals } from "./support/command";

const PATIENCE = 180_000;
const MODULES = join(dirname(require.resolve("cdktf/package.json")), "..");

let rehearsals: Rehearsals;
let app: string;
beforeAll(() => {
  rehearsals = new Rehearsals();
  app = join(rehearsals.folder, "app");
  cpSync(join(__dirname, "fixtures", "cdktf-app"), app, { recursive: true });
  symlinkSync(MODULES, join(app, "node_modules"));
});
afterAll(() => rehearsals.remove());

const CDKTF = join(MODULES, ".bin", "cdktf");
const commands = ["deploy '*' --auto-approve", "deploy '*' --auto-approve", "diff copies", "destroy '*' --auto-approve"];

describe("the stock cdktf, unchanged, in a rehearsal's shell", () => {
  test(
    "deploys, finds nothing to change, shows no difference, and destroys",
    () => {
      const script = commands.map((command) => `echo "== ${command}" && ${CDKTF} ${command} --no-color`).join(" && ");
      const { code, stdout, stderr } = rehearsals.run(["shell", "--", "sh", "-c", script], {}, app);
      const [, deployed, again, diff, destroyed] = stdout.split(/^== .*$/m);
      expect({ code, stderr: stderr.split("\n").slice(2).join("\n") }).toEqual({ code: 0, stderr: "" });
      expect(counts(deployed)).toEqual(["1 added", "1 added"]);
      expect(deployed).toMatch(/"of" = "ocid1\.compartment\.oc1\.\./);
      expect(counts(again)).toEqual(["0 added", "0 added"]);
      expect(diff).toContain("No changes. Your infrastructure matches the configuration.");
      expect(destroyed?.match(/Destroy complete! Resources: \d+ destroyed/g)).toEqual(
        Array(2).fill("Destroy complete! Resources: 1 destroyed"),
      );
      for (const made of [".terraform", ".terraform.lock.hcl"])
        expect(existsSync(join(app, "cdktf.out/stacks/copies", made))).toBe(false);
      expect(rehearsals.leftovers()).toEqual([]);
    },
    PATIENCE,
  );
});

test(
  "with one variable and no shell, its world stays between calls",
  () => {
    const wrapper = join(__dirname, "../bin/rehearsal-terraform");
    const stores = join(app, "cdktf.out/stacks/stores");
    const call = (...args: readonly string[]) => rehearsals.spawn(wrapper, args, stores);
    expect(call("init").code).toBe(0);
    expect(call("apply", "-auto-approve", "-no-color").stdout).toContain("1 added");
    expect(call("plan", "-detailed-exitcode").code).toBe(0);
    expect(call("destroy", "-auto-approve", "-no-color").stdout).toContain("1 destroyed");
    expect(rehearsals.leftovers()).toEqual([]);
  },
  PATIENCE,
);

const counts = (said: string | undefined) => said?.match(/(?<=Apply complete! Resources: )\d+ added/g);
