import type { Construct } from "constructs";
import type { Role, Scenario } from "../../../config/schema/model";
import { bucketArn, objectsOf } from "../names";
import { type AwsGrant, admits, type Granting, grantTo } from "../policy/grant";
import type { LogBucket } from "./log-bucket";
import { BOUNDARY_READ, BUCKET_READ, OVERSIGHT_READ, RECORDS_READ } from "./permissions";

/** The records, what makes them, and the rules where the scenario is about those, too; under its circumstances. */
export function grantRecords(
  scope: Construct,
  role: Role,
  scenario: Scenario,
  granting: Granting,
  { name }: Pick<LogBucket, "name">,
): AwsGrant[] {
  if (!admits(scope, role, scenario, granting, "read the records")) return [];
  const open = (on: string, actions: readonly string[], resources: readonly string[]) =>
    grantTo(scope, role, scenario, granting, { on, actions, resources });
  return [
    ...open("bucket of records", BUCKET_READ, [bucketArn(name)]),
    ...open("records", RECORDS_READ, [objectsOf(name)]),
    ...open("what makes records", OVERSIGHT_READ, ["*"]),
    ...(scenario.boundary ? open("boundary", BOUNDARY_READ, ["*"]) : []),
  ];
}
