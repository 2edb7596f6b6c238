import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IdentityCompartment } from "@cdktf/provider-oci/lib/identity-compartment";
import { describe, expect, test } from "@jest/globals";
import { UserDataBucket } from "../../constructs/oci/user-data-bucket";
import { recordSourceLocations } from "../../constructs/source-location";
import { groundOf, oneOf, PHOENIX, synthesizeStack, TENANCY } from "../support/construct-stack";
import { PROJECT, resourcesOf, type StackJson } from "../support/deployments";

const traceOf = (resource: StackJson): string[] | undefined => resource["//"].metadata.stackTrace;

function compartmentTrace(): string[] | undefined {
  const json = synthesizeStack((stack) => {
    new IdentityCompartment(stack, "c", { compartmentId: TENANCY.id, name: "c", description: "c" });
  });
  return traceOf(oneOf(json, "oci_identity_compartment"));
}

describe("inside the process", () => {
  test("nothing is recorded before it is asked for, and lines of this project from then on", () => {
    expect(compartmentTrace() ?? []).toEqual([]);
    recordSourceLocations(PROJECT);
    const trace = compartmentTrace();
    expect(trace?.[0]).toMatch(/^test\/constructs\/source-location\.test\.ts:\d+$/);
    expect(trace?.filter((line) => line.includes("node_modules") || line.startsWith("packages") || line.startsWith("."))).toEqual(
      [],
    );
  });

  test("asking twice records each line once", () => {
    const once = compartmentTrace();
    recordSourceLocations(PROJECT);
    expect(compartmentTrace()?.length).toBe(once?.length);
  });

  test("the innermost line comes first: the construct, then who asked for it", () => {
    recordSourceLocations(PROJECT);
    const json = synthesizeStack((stack) => {
      const { stores, key } = groundOf(stack);
      new UserDataBucket(stack, "media", {
        store: "media",
        name: "acme-us-media",
        jurisdiction: "US",
        namespace: "axacme",
        region: PHOENIX,
        compartment: stores,
        key,
        previousVersionsDays: 90,
      });
    });
    const files = traceOf(oneOf(json, "oci_objectstorage_bucket"))?.map((line) => line.replace(/:\d+$/, ""));
    expect(files?.slice(0, 2)).toEqual(["constructs/oci/user-data-bucket.ts", "test/constructs/source-location.test.ts"]);
  });
});

describe("as the project runs it", () => {
  const traces = synthesizedTraces();

  test("every resource leads to a line of TypeScript that makes something", () => {
    const elsewhere = traces.filter(({ trace: [first = ""] }) => {
      const [file = "", line = ""] = first.split(":");
      return !/\bnew \w+\(/.test(readFileSync(join(PROJECT, file), "utf8").split("\n")[Number(line) - 1] ?? "");
    });
    expect(elsewhere).toEqual([]);
    expect(traces.length).toBeGreaterThan(50);
  });

  test("every resource leads back to a stack, and by way of files of this project only", () => {
    expect(traces.filter(({ trace }) => !trace.some((line) => line.startsWith("stacks/")))).toEqual([]);
    const files = new Set(traces.flatMap(({ trace }) => trace.map((line) => line.replace(/:\d+$/, ""))));
    expect([...files].filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
  });
});

/** The default deployment, made in a process that reads TypeScript the way `npm start` does. */
function synthesizedTraces(): { address: string; trace: string[] }[] {
  const script = `
    const { synthesizedDeployment, PROJECT } = require("./test/support/deployments");
    require("./constructs/source-location").recordSourceLocations(PROJECT);
    console.log(JSON.stringify(synthesizedDeployment("production").stacks));`;
  const output = execFileSync(process.execPath, ["--enable-source-maps", "--require", "tsx/cjs", "-e", script], {
    cwd: PROJECT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const stacks: Record<string, StackJson> = JSON.parse(output);
  return Object.values(stacks).flatMap((json) =>
    resourcesOf(json).map(({ type, name, args }) => ({ address: `${type}.${name}`, trace: traceOf(args) ?? [] })),
  );
}
