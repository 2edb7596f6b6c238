import type { Construct } from "constructs";
import type { Deployment, Role, Scenario } from "../config/schema/model";
import { SignOn, samlProviderArn } from "../constructs/aws/identity/sign-on";
import type { LogBucket } from "../constructs/aws/logs/log-bucket";
import { grantRecords } from "../constructs/aws/logs/record-grants";
import { type Entry, RecordsRole } from "../constructs/aws/logs/records-role";
import type { AwsGrant } from "../constructs/aws/policy/grant";
import { refuse } from "../constructs/refusal";
import type { RecordsContext } from "./records-context";

/** A scenario that is about the records of both clouds: those of AWS are no site's. */
const readsRecords = ({ records, capability, at }: Scenario) =>
  records === true && capability !== "administer" && at.includes("primary");

/** Who reads the records: the auditor, and whoever else of the registry has a scenario for it. */
export const recordReadersOf = ({ roles }: Pick<Deployment, "roles">): Role[] =>
  roles.filter(({ scenarios }) => scenarios.some(readsRecords));

/** Makes a role of each, and says what they all got. */
export function admitReaders(scope: Construct, context: RecordsContext, bucket: LogBucket): AwsGrant[] {
  const { deployment, account, prefix, granting, readers } = context;
  const admitted = readers.filter((role) => entersAws(scope, role, deployment));
  if (admitted.some((role) => entryOf(role, context).kind === "saml"))
    new SignOn(scope, "sign-on", { account, domain: prefix, metadata: deployment.signOnMetadata });
  return admitted.flatMap((role) => {
    const grants = role.scenarios
      .filter(readsRecords)
      .flatMap((scenario) => grantRecords(scope, role, scenario, granting, bucket));
    new RecordsRole(scope, `role-${role.name}`, { role, prefix, entry: entryOf(role, context), bucket, grants });
    return grants;
  });
}

/** Auditors of another tenancy come as the role that they have elsewhere; everybody else by the identity domain. */
function entryOf({ name }: Role, { deployment: { auditor }, account, prefix }: RecordsContext): Entry {
  return name === auditor.role && auditor.aws
    ? { kind: "role", arn: auditor.aws.role, externalId: auditor.aws.externalId }
    : { kind: "saml", provider: samlProviderArn(account, prefix) };
}

function entersAws(scope: Construct, { name, assumedBy, admittedFrom }: Role, { auditor }: Deployment): boolean {
  if (admittedFrom && !auditor.aws) {
    refuse(scope, {
      message: `auditor "${name}" signs in to tenancy "${admittedFrom.name}", and has no way to the records of AWS`,
      help: "add auditor.aws with the role that the auditors have in an AWS account of their own",
      about: ["auditor"],
    });
    return false;
  }
  if (assumedBy === "people" || assumedBy === "auditor") return true;
  refuse(scope, {
    message: `role "${name}" is assumed by the ${assumedBy}, and has no way to the records of AWS`,
    help: "let a role of people read the records",
    about: ["roles", name, "scenarios"],
  });
  return false;
}
