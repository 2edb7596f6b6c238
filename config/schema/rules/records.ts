import { isInside } from "../jurisdictions";
import { residenceOf } from "../model";
import type { Rule } from "./rule";

/** Whoever could make records by hand could make them up, and whoever reads stores least of all. */
export const recordsAreThePipelines: Rule = function* ({ roles, scenarios }) {
  for (const [name, role] of Object.entries(roles))
    for (const [index, scenario] of role.scenarios.entries()) {
      const declared = scenarios[scenario];
      if (!declared?.records || declared.capability !== "administer" || role.assumedBy === "pipeline") continue;
      yield {
        code: "records/by-hand",
        path: ["roles", name, "scenarios", index],
        message: `role "${name}" is assumed by ${role.assumedBy} and can't act in scenario "${scenario}" (administer on the records)`,
        help: "give it to the pipeline alone; metadata lets a role read the records",
      };
    }
};

/** An audit is of records and rules: whoever audits sees both. */
export const auditorSeesRecords: Rule = function* ({ auditor, roles, scenarios, jurisdiction }) {
  const role = roles[auditor.role];
  if (role?.assumedBy !== "auditor" || !isInside(jurisdiction, residenceOf(role))) return;
  const given = role.scenarios.flatMap((name) => scenarios[name] ?? []);
  for (const subject of ["records", "boundary"] as const)
    if (!given.some((scenario) => scenario[subject] && scenario.at.includes("primary")))
      yield {
        code: "auditor/blind",
        path: ["roles", auditor.role],
        part: "key",
        message: `auditor "${auditor.role}" doesn't see the ${subject}`,
        help: `give it a scenario with ${subject}: true and capability: metadata`,
      };
};
