import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

const PACKAGE = join(__dirname, "..");
/** A copy of the package with few types, so that nobody's bindings are touched and generating is quick. */
let copy: string;

const inCopy = (...path: string[]) => join(copy, ...path);
const bind = (...resources: string[]) =>
  writeFileSync(inCopy("types.json"), JSON.stringify({ resources, dataSources: ["oci_core_services"] }));
const bound = () => readdirSync(inCopy("lib")).filter((name) => name !== ".stamp");
const leftovers = () => readdirSync(copy).filter((name) => name.startsWith("lib."));
/** Any entry point: imports the package's `ensure` in a process of its own. */
const ensure = () =>
  spawnSync(process.execPath, ["--require", require.resolve("tsx/cjs"), inCopy("src", "ensure-on-import.ts")], {
    encoding: "utf8",
  });

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "provider-oci-"));
  for (const part of ["package.json", "src", "schema"]) cpSync(join(PACKAGE, part), inCopy(part), { recursive: true });
  symlinkSync(join(PACKAGE, "..", "..", "node_modules"), inCopy("node_modules"));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** One after the other: each begins with what the one before has left. */
describe("the bindings of a fresh checkout", () => {
  test("are made, and said to be made, when they are missing", () => {
    bind("oci_kms_vault");
    const { status, stderr } = ensure();
    expect(stderr).toBe("making the bindings of oracle/oci 8.28.0 from its schema (a few seconds, once)\n");
    expect(status).toBe(0);
    expect(bound()).toEqual(["data-oci-core-services", "kms-vault", "provider"]);
    for (const file of ["index.js", "index.d.ts"]) expect(existsSync(inCopy("lib", "kms-vault", file))).toBe(true);
    expect(leftovers()).toEqual([]);
  }, 60_000);

  test("can be used", () => {
    const { KmsVault } = require(inCopy("lib", "kms-vault", "index.js"));
    expect(KmsVault.tfResourceType).toBe("oci_kms_vault");
  });

  test("are left alone while nothing changes", () => {
    const made = statSync(inCopy("lib", ".stamp")).mtimeMs;
    expect(ensure()).toMatchObject({ status: 0, stderr: "", stdout: "" });
    expect(statSync(inCopy("lib", ".stamp")).mtimeMs).toBe(made);
  }, 60_000);

  test("are made anew when the types change, and those of before are gone", () => {
    const stamp = readFileSync(inCopy("lib", ".stamp"), "utf8");
    bind("oci_kms_key");
    expect(ensure()).toMatchObject({ status: 0, stderr: expect.stringContaining("making the bindings") });
    expect(bound()).toEqual(["data-oci-core-services", "kms-key", "provider"]);
    expect(readFileSync(inCopy("lib", ".stamp"), "utf8")).not.toBe(stamp);
    expect(leftovers()).toEqual([]);
  }, 60_000);

  test("are kept as they were when new ones can't be made, with the reason", () => {
    bind("oci_kms_keys");
    const { status, stderr } = ensure();
    expect(status).not.toBe(0);
    expect(stderr).toContain(
      "the bindings of oracle/oci could not be made:\noracle/oci 8.28.0 has no resource type oci_kms_keys",
    );
    expect(bound()).toEqual(["data-oci-core-services", "kms-key", "provider"]);
    expect(leftovers()).toEqual([]);
  }, 60_000);
});
