import { isInside } from "../config/schema/jurisdictions";
import type { Deployment, Role, Site } from "../config/schema/model";
import { type SERVICE_ROLES, serviceRoleArn } from "../constructs/aws/copies/names";
import { roleArn } from "../constructs/aws/names";
import type { Readers } from "../constructs/aws/organization/resource-controls";
import { recordReadersOf } from "./records-people";
import { scenariosAt } from "./site-grants";

/** Who reads what rests in the accounts of the sites and of the logs: whom the registry lets, and the copying services. */
export function readersOf(deployment: Deployment, pipeline: string): Readers[] {
  const { aws, sites, prefix } = deployment;
  const deploysIn = (account: string) => roleArn(account, prefix, pipeline);
  return [
    {
      of: "Copies",
      elsewhere: [aws.logsAccount],
      content: sites.flatMap((site) => [...peopleAt(deployment, site), ...servicesAt(deployment, site)]),
      names: sites.map(({ account }) => deploysIn(account)),
    },
    {
      of: "Records",
      elsewhere: sites.map(({ account }) => account),
      content: [
        ...recordReadersOf(deployment).map(({ name }) => roleArn(aws.logsAccount, prefix, name)),
        // The runner reads and writes the state as itself, before it becomes the role that deploys.
        ...(aws.state.backend === "s3" ? [aws.pipelineRunner] : []),
      ],
      names: [deploysIn(aws.logsAccount)],
    },
  ];
}

function peopleAt({ roles, jurisdiction, prefix }: Deployment, { name, account }: Site): string[] {
  const restores = (role: Role) =>
    scenariosAt(name, role).some(({ capability, stores }) => capability === "content" && stores.length > 0);
  return roles
    .filter((role) => isInside(jurisdiction, role.countries) && restores(role))
    .map((role) => roleArn(account, prefix, role.name));
}

/** The roles that bring copies to a site and carry them on, as long as it is in use. */
function servicesAt({ sites, prefix }: Deployment, { name, account, phase, from, replication }: Site): string[] {
  if (phase !== "active") return [];
  const carries = sites.some((other) => other.from === name && other.phase === "active");
  const roles: (keyof typeof SERVICE_ROLES)[] = [
    ...(from === "primary" && replication ? (["writer", "secret"] as const) : []),
    ...(carries ? (["replication"] as const) : []),
  ];
  return roles.map((role) => serviceRoleArn(account, prefix, role));
}
