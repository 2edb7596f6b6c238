import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "@jest/globals";
import { synthesizeAside } from "../../scripts/synthesize";
import { configurationText, type DeploymentName, PROJECT } from "./deployments";
import { ScratchProject } from "./run";

/** A request, in words, with the answer that the cloud must give. */
export type Asked = readonly [
  what: string,
  expected: "allowed" | "denied",
  principal: object,
  /** A permission of Oracle Cloud, or an action of AWS. */
  asks: string,
  /** Address of a resource, ARN, or path of a compartment. */
  target: string,
  variables: object,
];

/** What a simulator that knows nothing of the constructs answers to each request: `[what, expected, answer]`. */
export function simulated(
  deployment: DeploymentName,
  asked: readonly Asked[],
): [what: string, expected: string, answer: string | undefined][] {
  return simulatedText(configurationText(deployment), asked);
}

/** The same of a configuration's text. */
export function simulatedText(
  text: string,
  asked: readonly Asked[],
): [what: string, expected: string, answer: string | undefined][] {
  const project = new ScratchProject({ asked: text });
  try {
    return synthesizeAside({ project: project.folder, deployment: "asked" }, (folder) => {
      const command = [
        join(PROJECT, "packages", "perimeter", "bin", "perimeter.js"),
        "simulate",
        "-",
        folder,
        "--format",
        "json",
      ];
      const input = asked.map((one) => JSON.stringify(requestOf(one))).join("\n");
      const { stdout, stderr } = spawnSync(process.execPath, command, { input, encoding: "utf8" });
      expect(stderr).toBe("");
      const answers = stdout
        .trim()
        .split("\n")
        .map((line): string => JSON.parse(line).decision);
      return asked.map(([what, expected], index) => [what, expected, answers[index]]);
    });
  } finally {
    project.remove();
  }
}

const requestOf = ([, , principal, asks, target, variables]: Asked) => ({
  principal,
  ...(asks.includes(":") ? { action: asks } : { permission: asks }),
  target: targetOf(target),
  variables,
});

function targetOf(target: string): object {
  if (target.startsWith("arn:") || target === "*") return { arn: target };
  return target.includes("/") ? { address: target } : { compartment: target };
}
