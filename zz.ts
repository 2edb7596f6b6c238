import { RECOVERY_MUTATIONS, RECOVERY_UNKNOWNS } from "/tmp/wt/recovery/test/support/mutations/recovery";
import { synthesizedDeployment } from "/tmp/wt/recovery/test/support/deployments";
import { perimeterModel } from "/tmp/wt/recovery/stacks/perimeter-model";
import { recoveryOf } from "/tmp/wt/recovery/packages/perimeter/test/support/recovery-estate";
const { deployment, estate, stacks } = synthesizedDeployment("production");
const model = perimeterModel(deployment, estate);
const run = (c: any) => recoveryOf(Object.fromEntries(Object.entries(c(stacks)).map(([n, j]) => [n + ".tf.json", j])), model);
for (const m of RECOVERY_MUTATIONS) {
  const v = run(m.change), t = run(m.twin);
  const got = [...new Set(v.findings.map((f) => f.rule.replace("recovery/", "")))].sort().join();
  console.log(v.verdict === "violated" && got === [...m.rules].sort().join() ? "ok  " : "FAIL", t.verdict === "holds" ? "ok  " : "TWIN", m.name, got, t.verdict, t.findings.slice(0, 2).map((f) => f.rule + " " + f.message.slice(0, 300)), t.undecided.slice(0, 2), v.verdict === "violated" ? "" : [v.verdict, v.undecided.slice(0, 2)]);
}
for (const [n, c, a] of RECOVERY_UNKNOWNS) { const v = run(c); console.log(v.verdict === "undecided" && v.undecided.some((u) => u.address?.startsWith(a)) ? "ok  " : "FAIL", n, v.verdict, v.undecided.slice(0, 3), v.findings.slice(0, 1).map((f) => f.message)); }
