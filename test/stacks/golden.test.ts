import { beforeAll, describe, expect, test } from "@jest/globals";
import { crossStackReferences } from "../../scripts/plan/references";
import { renderStack } from "../../scripts/plan/render";
import { readSynthesized, type SynthesizedStack } from "../../scripts/plan/synthesized";
import { summarize } from "../../scripts/summary";
import { type Synthesis, synthesizeAside } from "../../scripts/synthesize";
import { DEPLOYMENTS, PROJECT } from "../support/deployments";
import { expectGolden } from "../support/golden";

describe.each(DEPLOYMENTS)("%s", (deployment) => {
  let stacks: SynthesizedStack[];
  let synthesis: Synthesis;
  beforeAll(() => {
    synthesizeAside({ project: PROJECT, deployment }, (folder, made) => {
      stacks = readSynthesized(folder);
      synthesis = made;
    });
  });

  test.each(["tenancy", "access", "primary"])("plan of %s", (name) => {
    const stack = stacks.find((each) => each.name === name) as SynthesizedStack;
    expectGolden(`${deployment}/${name}.txt`, renderStack(stack, stacks));
  });

  test("order of deployment is tenancy, access, primary", () => {
    expect(stacks.map(({ name }) => name)).toEqual(["tenancy", "access", "primary"]);
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

  test("summary of npm start", () => expectGolden(`${deployment}/summary.txt`, `${summarize(synthesis)}\n`));
});
