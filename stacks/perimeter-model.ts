import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { Deployment, Role, Site } from "../config/schema/model";
import type { Estate } from "./estate";
import type { EstateStack } from "./estate-stack";
import { type ModelRole, modelRoles } from "./perimeter-roles";
import { block, blocks, inline, type Written } from "./yaml-text";

/** The name under which the proof looks for it, beside the stacks. */
export const MODEL_FILE = "perimeter.yaml";

const HEADER = `# What the proof holds this deployment against: generated from the configuration with every synthesis, never edited.`;

/**
 * The model of a deployment: what is user data, where it may rest, and who is who, as the configuration says it. Stores and
 * evidence are named by the addresses of what the constructs made, people by their names.
 */
export function perimeterModel(deployment: Deployment, estate: Estate): string {
  const { jurisdiction, oci, sites, breakGlass, auditor, routing } = deployment;
  const madeSites = sites.filter(({ name }) => estate.stacks.some((stack) => stack.name === `backup-${name}`));
  const roles = modelRoles(
    deployment,
    madeSites.map(({ name }) => name),
    estate.guardrails.readers,
  );
  const [primary, standby] = [oci.primary.region, oci.standby.region];
  const parts = [
    `${HEADER}\nversion: 1\njurisdiction: ${inline(jurisdiction)}`,
    block("rests", { oci: unique([primary, standby]), aws: regionsOf(sites) }),
    `primary: ${inline({ oci: [primary], standby: [standby] })}`,
    ...(sites.length > 0 ? [block("sites", Object.fromEntries(sites.map(siteOf)))] : []),
    block("stores", storesOf(estate)),
    blocks("roles", new Map(roles.map(({ name, written }) => [name, written]))),
    `trusted: ${inline(unique([breakGlass.role, ...deployment.roles.filter(changesBoundary).map(({ name }) => name)]))}`,
    `budget: ${inline(budgetOf(deployment, roles))}`,
    `routing: ${inline({ hostnames: routing.hostnames })}`,
    `oversight: ${inline({ auditor: auditor.role, evidence: evidenceOf(estate) })}`,
    recoveryOf(deployment),
    `oci: ${inline({ denyPolicies: oci.denyPolicies, home: oci.home })}`,
    `aws: ${inline({ organization: organizationOf(deployment) })}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

const unique = (names: readonly string[]) => [...new Set(names)];

/** Where copies may rest: a retired site has none. */
function regionsOf(sites: readonly Site[]): readonly string[] | undefined {
  const regions = unique(sites.filter(({ phase }) => phase !== "retired").map(({ region }) => region));
  return regions.length > 0 ? regions : undefined;
}

const siteOf = ({ name, region, account, phase, phases }: Site): readonly [string, Written] => [
  name,
  { aws: region, account, phase, ...(phases[phase] === undefined ? {} : { since: phases[phase] }) },
];

/** Their copies are found by following what copies them. */
function storesOf({ primary }: Estate): Readonly<Record<string, Written>> {
  const addressed = (type: string, made: ReadonlyMap<string, Construct>) =>
    [...made].map(([name, construct]) => [name, addressIn(primary, construct, type)] as const);
  return Object.fromEntries([
    ...addressed("oci_objectstorage_bucket", primary.buckets),
    ...addressed("oci_database_autonomous_database", primary.databases),
  ]);
}

/** Where records of either cloud rest. */
const evidenceOf = ({ oversight, guardrails }: Estate): readonly string[] => [
  ...Object.values(oversight.records).map(({ evidence }) => addressIn(oversight, evidence, "oci_objectstorage_bucket")),
  addressIn(guardrails, guardrails.bucket, "aws_s3_bucket"),
];

/** Where the accounts stand that control policies bind: no stack makes an account. */
function organizationOf({ aws, sites }: Deployment): Written {
  const accounts = [aws.logsAccount, ...sites.map(({ account }) => account)];
  return {
    id: aws.organization,
    management: aws.managementAccount,
    accounts: Object.fromEntries(accounts.map((id) => [id, aws.organizationalUnit])),
  };
}

/** The address of the one resource of this type that a construct made. */
function addressIn(stack: EstateStack, construct: Construct, type: string): string {
  const made = construct.node
    .findAll()
    .filter(TerraformResource.isTerraformResource)
    .filter(({ terraformResourceType }) => terraformResourceType === type);
  const [only] = made;
  if (!only || made.length > 1) throw new Error(`${construct.node.path} made ${made.length} resources of type ${type}`);
  return `${stack.name}/${type}.${only.friendlyUniqueId}`;
}

/** Whoever administers the boundary, and so could change what is proven. */
const changesBoundary = ({ scenarios }: Role) =>
  scenarios.some(({ boundary, capability }) => boundary === true && capability === "administer");

/** The configuration counts the roles of people; here the machines that serve and copy are counted with them. */
function budgetOf({ accessBudget }: Deployment, roles: readonly ModelRole[]): Written {
  const machinesOn = (store: string) => roles.filter(({ isMachine, content }) => isMachine && content.has(store)).length;
  const stores = unique([...Object.keys(accessBudget.stores), ...roles.flatMap(({ content }) => [...content.keys()])]);
  const limits = stores.map(
    (store) => [store, (accessBudget.stores[store] ?? accessBudget.default) + machinesOn(store)] as const,
  );
  const own = limits.filter(([, limit]) => limit !== accessBudget.default);
  return { default: accessBudget.default, ...Object.fromEntries(own) };
}

/**
 * What is asked of copies: those at the active sites of a store, as long as the site that keeps them shortest. The standby
 * keeps current objects alone, and so counts where there is no site: as one copy that keeps nothing that was deleted.
 */
function recoveryOf({ buckets, databases, sites }: Deployment): string {
  const atSites = (names: readonly string[]) => sites.filter(({ name, phase }) => phase === "active" && names.includes(name));
  const asked = [
    ...buckets.map(({ name, backups }) => [name, atSites(backups)] as const),
    ...databases.map(({ name }) => [name, []] as const),
  ].map(([name, copies]) => ({ name, ...keptAt(copies) }));
  const [first] = asked;
  const common = first ?? STANDBY_ALONE;
  const others = asked.filter(({ copies, days }) => copies !== common.copies || days !== common.days);
  const stores = Object.fromEntries(others.map(({ name, copies, days }) => [name, { copies, days }]));
  return `recovery: ${inline({ copies: common.copies, days: common.days, ...(others.length > 0 ? { stores } : {}) })}`;
}

const STANDBY_ALONE = { copies: 1, days: 0 };

const keptAt = (sites: readonly Site[]) =>
  sites.length === 0
    ? STANDBY_ALONE
    : { copies: sites.length, days: Math.min(...sites.map(({ retentionDays }) => retentionDays)) };
