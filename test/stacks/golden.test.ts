import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "@jest/globals";
import { renderAlarms } from "../../scripts/plan/alarms";
import { crossStackReferences } from "../../scripts/plan/references";
import { renderStack } from "../../scripts/plan/render";
import { readSynthesized } from "../../scripts/plan/synthesized";
import { summarize } from "../../scripts/summary";
import { synthesizeAside } from "../../scripts/synthesize";
import { MODEL_FILE } from "../../stacks/perimeter-model";
import { DEPLOYMENTS, PROJECT } from "../support/deployments";
import { expectGolden } from "../support/golden";

describe.each(DEPLOYMENTS)("%s", (deployment) => {
  const { stacks, synthesis, model } = synthesizeAside({ project: PROJECT, deployment }, (folder, made) => ({
    stacks: readSynthesized(folder),
    synthesis: made,
    model: readFileSync(join(folder, MODEL_FILE), "utf8"),
  }));

  test.each(stacks)("plan of $name", (stack) => {
    expectGolden(`${deployment}/${stack.name}.txt`, renderStack(stack, stacks));
  });

  test("order of deployment, and what each stack follows", () => {
    const lines = stacks.map(({ name, dependencies }) => `${name} ← ${[...dependencies].sort().join(", ") || "nothing"}`);
    expectGolden(`${deployment}/order.txt`, `${lines.join("\n")}\n`);
  });

  test("addresses are stable: a renamed construct replaces what it made", () => {
    const addresses = stacks.flatMap(({ name, json }) =>
      Object.entries(json.resource ?? {}).flatMap(([type, named]) =>
        Object.keys(named).map((resource) => `${name}/${type}.${resource}`),
      ),
    );
    expectGolden(`${deployment}/addresses.txt`, `${addresses.sort().join("\n")}\n`);
  });

  test("references that cross stacks", () => {
    const references = stacks.flatMap((stack) => crossStackReferences(stack, stacks));
    expectGolden(`${deployment}/references.txt`, references.map(({ from, to, what }) => `${from} → ${to}/${what}\n`).join(""));
  });

  test("alarms: what happens, which rule sees it, which topic it goes to, and who hears of it", () => {
    const oversight = stacks.find(({ name }) => name === "oversight");
    expectGolden(`${deployment}/alarms.txt`, oversight ? renderAlarms(oversight.json) : "");
  });

  test("model that the proof holds the stacks against", () => expectGolden(`${deployment}/${MODEL_FILE}`, model));

  test("summary of npm start", () => expectGolden(`${deployment}/summary.txt`, `${summarize(synthesis)}\n`));
});
