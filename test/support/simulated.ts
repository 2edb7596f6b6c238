import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "@jest/globals";
import { synthesizeAside } from "../../scripts/synthesize";
import { type DeploymentName, PROJECT } from "./deployments";

/** A request, in words, with the answer that the cloud must give. */
export type Asked = readonly [
  what: string,
  expected: "allowed" | "denied",
  principal: object,
  permission: string,
  /** Address of a resource, or path of a compartment. */
  target: string,
  variables: object,
];

/** What a simulator that knows nothing of the constructs answers to each request: `[what, expected, answer]`. */
export function simulated(
  deployment: DeploymentName,
  asked: readonly Asked[],
): [what: string, expected: string, answer: string | undefined][] {
  return synthesizeAside({ project: PROJECT, deployment }, (folder) => {
    const requests = asked.map(([, , principal, permission, target, variables]) =>
      JSON.stringify({
        principal,
        permission,
        target: target.includes("/") ? { address: target } : { compartment: target },
        variables,
      }),
    );
    const command = [join(PROJECT, "packages", "perimeter", "bin", "perimeter.js"), "simulate", "-", folder, "--format", "json"];
    const { stdout, stderr } = spawnSync(process.execPath, command, { input: requests.join("\n"), encoding: "utf8" });
    expect(stderr).toBe("");
    const answers = stdout
      .trim()
      .split("\n")
      .map((line): string => JSON.parse(line).decision);
    return asked.map(([what, expected], index) => [what, expected, answers[index]]);
  });
}
