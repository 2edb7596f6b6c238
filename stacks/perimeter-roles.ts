import type { Deployment, Role } from "../config/schema/model";
import { SERVICE_ROLES } from "../constructs/aws/copies/names";
import { domainOf } from "../constructs/oci/principals";
import { CONNECTOR_GROUP, databaseGroup } from "./tenancy";
import type { Written } from "./yaml-text";

/** What a role reads as, in the model. */
export interface ModelRole {
  readonly name: string;
  /** Whether it is a machine that serves or copies: it reads beside the access budget. */
  readonly isMachine: boolean;
  readonly content: ReadonlyMap<string, readonly string[]>;
  readonly written: { readonly [key: string]: Written | undefined };
}

/**
 * Everybody of the registry, and the machines that act for the platform. Who they are is said by name and not by what the
 * stacks hold: somebody who is added beside the registry stays foreign.
 * @param sites names of the backup sites that have a stack
 * @param readers names of the roles that read the records of AWS
 */
export function modelRoles(deployment: Deployment, sites: readonly string[], readers: readonly string[]): readonly ModelRole[] {
  const { roles, databases } = deployment;
  return [
    ...roles.map((role) => ofRegistry(role, deployment, isOnAws(role, sites) || readers.includes(role.name))),
    ofPlatform(CONNECTOR_GROUP, deployment),
    // A database opens its own wallet and key, and with them what it holds.
    ...databases.map(({ name }) => ofPlatform(databaseGroup(name), deployment, name)),
    ...copiers(deployment, sites),
  ];
}

/** Roles on AWS that only a service assumes, as far as the sites have them: what writes copies, and what carries them on. */
function copiers({ sites, buckets, jurisdiction }: Deployment, made: readonly string[]): readonly ModelRole[] {
  const copying = sites.filter(({ name, phase }) => phase === "active" && made.includes(name));
  const [fromPrimary, carriedOn] = [
    copying.filter(({ from }) => from === "primary"),
    copying.filter(({ from }) => from !== "primary"),
  ].map((at) => buckets.filter(({ backups }) => at.some(({ name }) => backups.includes(name))).map(({ name }) => name));
  const roles = [
    [SERVICE_ROLES.writer, fromPrimary],
    [SERVICE_ROLES.secret, fromPrimary],
    [SERVICE_ROLES.replication, carriedOn],
  ] as const;
  return roles.flatMap(([name, stores = []]): readonly ModelRole[] => {
    if (stores.length === 0) return [];
    const written = { principal: { type: "aws_iam_role", name }, residency: jurisdiction, content: stores };
    return [{ name, isMachine: true, content: new Map(stores.map((store) => [store, ["any"]])), written }];
  });
}

function ofRegistry(role: Role, deployment: Deployment, onAws: boolean): ModelRole {
  const stores = [...deployment.buckets, ...deployment.databases].map(({ name }) => name);
  const scenariosWith = (capability: string, store: string) =>
    role.scenarios.filter((one) => one.capability === capability && one.stores.includes(store)).map(({ name }) => name);
  const storesWith = (capability: string) => stores.filter((store) => scenariosWith(capability, store).length > 0);
  const content = new Map(storesWith("content").map((store) => [store, scenariosWith("content", store)] as const));
  const [metadata, administer] = [storesWith("metadata"), storesWith("administer")];
  const residency = role.residency.split(", ");
  return {
    name: role.name,
    isMachine: role.assumedBy === "app" || role.assumedBy === "copier",
    content,
    written: {
      principal: single(principalsOf(role, deployment, onAws)),
      residency: single(residency),
      content: content.size > 0 ? Object.fromEntries(content) : undefined,
      metadata: allOr(metadata, stores),
      administer: allOr(administer, stores),
    },
  };
}

/** A dynamic group of its own, which reads the store that it is, or none. */
function ofPlatform(name: string, { jurisdiction, prefix }: Deployment, store?: string): ModelRole {
  const principal = { type: "oci_identity_domains_dynamic_resource_group", name: `${prefix}/${name}` };
  const content = new Map(store ? [[store, ["any"]]] : []);
  return {
    name,
    isMachine: true,
    content,
    written: { principal, residency: jurisdiction, content: store ? [store] : undefined },
  };
}

function principalsOf(role: Role, { jurisdiction }: Deployment, onAws: boolean): Written[] {
  const name = `${domainOf(role, jurisdiction)}/${role.name}`;
  return [
    ...(role.admittedFrom
      ? [{ tenancy: role.admittedFrom.id, group: role.admittedFrom.group }]
      : role.assumedBy === "app"
        ? [{ type: "oci_identity_domains_dynamic_resource_group", name }]
        : [{ type: "oci_identity_domains_group", name }]),
    // The one user that a group is made for: its keys are its own.
    ...(role.assumedBy === "copier" ? [{ type: "oci_identity_domains_user", name }] : []),
    ...(onAws ? [{ type: "aws_iam_role", name: role.name }] : []),
  ];
}

const isOnAws = (role: Role, sites: readonly string[]) =>
  entersAws(role) && role.scenarios.some(({ at }) => at.some((site) => sites.includes(site)));

/** Machines of Oracle Cloud, and auditors of another tenancy, have no role at a site. */
const entersAws = ({ assumedBy, admittedFrom }: Role) => assumedBy !== "app" && assumedBy !== "copier" && !admittedFrom;

const single = (items: readonly Written[]): Written => (items.length === 1 ? (items[0] as Written) : items);

const allOr = (names: readonly string[], all: readonly string[]): Written | undefined =>
  names.length === 0 ? undefined : names.length === all.length ? "*" : names;
