import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, jest, test } from "@jest/globals";

jest.setTimeout(60_000);

/** Runs with the watch for so long, working or waiting. */
function told(work: string): readonly string[] {
  const script = `
    const { watchProgress } = require(${JSON.stringify(join(__dirname, "../../src/cli/progress.ts"))});
    const progress = watchProgress();
    progress.now("proving");
    (async () => {
      ${work}
      progress.end();
    })();`;
  const { stderr } = spawnSync(process.execPath, ["--require", "tsx/cjs", "-e", script], { encoding: "utf8" });
  return stderr.split("\n").filter((line) => line !== "");
}

/** Works until the process has used so much time of a processor. */
const busy = (milliseconds: number) =>
  `const until = process.cpuUsage().user / 1000 + ${milliseconds}; while (process.cpuUsage().user / 1000 < until);`;

test("what takes longer than a second says so, and what it does", () =>
  expect(told(busy(2000))[0]).toMatch(/^perimeter: proving, \d+ s so far$/));

test("what is done before says nothing", () => expect(told("")).toEqual([]));

test("nor does what only waits", () => expect(told("await new Promise((then) => setTimeout(then, 1500));")).toEqual([]));
