import { AWS_REGIONS } from "../aws-regions";
import { quote } from "../diagnostic";
import { isInside } from "../jurisdictions";
import { residenceOf } from "../model";
import { expectedOneOf } from "../nearest";
import { liesInside, recordsRegionOf } from "../records-region";
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

/** Records name objects of the stores: on AWS, too, they rest inside. */
export const recordsRestInside: Rule = function* (config) {
  const { jurisdiction, aws } = config;
  const region = recordsRegionOf(config);
  if (region !== undefined && liesInside(jurisdiction, region)) return;
  const inside = AWS_REGIONS.map((each) => each.region).filter((each) => liesInside(jurisdiction, each));
  yield aws.recordsRegion === undefined
    ? {
        code: "records/no-region",
        path: ["aws"],
        part: "key",
        message: `no site lies in the jurisdiction ${jurisdiction}, and nothing says where the records of AWS rest`,
        help: "add aws.recordsRegion with a region of the jurisdiction",
      }
    : {
        code: "records/outside-jurisdiction",
        path: ["aws", "recordsRegion"],
        message: `records can't rest in ${quote(aws.recordsRegion)}: it is no AWS region of the jurisdiction ${jurisdiction}`,
        help: expectedOneOf(aws.recordsRegion, inside),
      };
};
