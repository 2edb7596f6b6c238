import type { Principal, Target } from "../../estate";
import type { AwsRequest, RequestPrincipal } from "../aws";
import { domainName, type OciEstate, type OciPrincipal, type OciRequest } from "../oci";
import type { AwsPrincipalText, AwsRequestText, AwsTargetText, OciPrincipalText, OciRequestText, OciTargetText } from "./request";

/** What stands at an address of the estate; `undefined` where nothing does, or nothing that can be meant. */
export interface Addresses {
  principal(address: string): Principal | undefined;
  target(address: string): Target | undefined;
}

/** Of an estate of which only statements are known. */
export const NO_ADDRESSES: Addresses = { principal: () => undefined, target: () => undefined };

/** The request as an evaluator takes it, or the address at which nothing stands. */
export type Resolved<Request> = { readonly request: Request } | { readonly unknownAddress: string };

/**
 * Fills in what a request of OCI names.
 * @param at the time of the request, unless its variables tell another
 */
export function resolveOci(text: OciRequestText, estate: OciEstate, addresses: Addresses, at: Date): Resolved<OciRequest> {
  const principal = ociPrincipal(text.principal, estate, addresses);
  if (typeof principal === "string") return { unknownAddress: principal };
  const target = ociTarget(text.target, addresses);
  if (typeof target === "string") return { unknownAddress: target };
  const time = ["request.utc-timestamp", toSecond(at)] as const;
  const variables = overriding([time, ...target.variables], text.variables);
  return { request: { principal, permission: text.permission, target: target.target, variables } };
}

/** A principal, or its address if nothing stands there. */
function ociPrincipal(text: OciPrincipalText, estate: OciEstate, addresses: Addresses): OciPrincipal | string {
  switch (text.kind) {
    case "groups":
      return { kind: "user", groups: text.groups.map(domainName) };
    case "user":
      return ociUser(text.user, estate);
    case "dynamic-groups":
      return { kind: "resource", dynamicGroups: text.dynamicGroups.map(domainName) };
    case "service":
      return { kind: "service", name: text.service };
    case "resource":
      return newResource(text.type, text.compartment);
    case "anonymous":
      return { kind: "anonymous" };
    case "address":
      return ofCloud("oci", addresses.principal(text.address))?.principal ?? text.address;
  }
}

/** One that nothing has made yet: its id is nobody's. */
function newResource(type: string, compartment: readonly string[] | undefined): OciPrincipal {
  const id = `ocid1.${type.toLowerCase()}.unmade..new`;
  return { kind: "resource", type, id, dynamicGroups: [], ...(compartment ? { compartment } : {}) };
}

function ociTarget(text: OciTargetText, addresses: Addresses): Pick<OciRequest, "target" | "variables"> | string {
  if (text.kind === "address") return ofCloud("oci", addresses.target(text.address)) ?? text.address;
  return { target: { compartment: text.path }, variables: new Map() };
}

/** A user by OCID, or by name; the groups are what the estate says. */
function ociUser(text: string, { tenancy }: OciEstate): OciPrincipal {
  const isId = /^ocid1\./i.test(text);
  const name = domainName(text);
  const user = tenancy.users.find((each) =>
    isId ? each.id === text : each.name.domain === name.domain && each.name.name === name.name,
  );
  if (user) return { kind: "user", ...user };
  const groups = { unknown: `nothing that was read says which groups hold the user "${text}"` };
  return { kind: "user", groups, ...(isId ? { id: text } : { name }) };
}

/** Fills in what a request of AWS names. */
export function resolveAws(text: AwsRequestText, addresses: Addresses, at: Date): Resolved<AwsRequest> {
  const principal = awsPrincipal(text.principal, addresses);
  if (typeof principal === "string") return { unknownAddress: principal };
  const target = awsTarget(text.target, addresses);
  if (typeof target === "string") return { unknownAddress: target };
  const time = [
    ["aws:CurrentTime", [toSecond(at)]],
    ["aws:EpochTime", [String(Math.floor(at.getTime() / 1000))]],
  ] as const;
  const written = [...text.variables].map(([name, value]) => [name, typeof value === "string" ? [value] : value] as const);
  const context = overriding([...time, ...target.context], written);
  return { request: { principal, action: text.action, resource: target.resource, context } };
}

/** A principal, or its address if nothing stands there. */
function awsPrincipal(text: AwsPrincipalText, addresses: Addresses): RequestPrincipal | string {
  switch (text.kind) {
    case "role":
      return { kind: "session", role: text.arn, policies: [] };
    case "user":
      return { kind: "user", arn: text.arn };
    case "root":
      return { kind: "root", account: text.arn.split(":")[4] ?? "" };
    case "service":
      return { kind: "service", name: text.service };
    case "web-identity":
      return { kind: "web-identity", provider: text.provider };
    case "anonymous":
      return { kind: "anonymous" };
    case "address":
      return ofCloud("aws", addresses.principal(text.address))?.principal ?? text.address;
  }
}

function awsTarget(text: AwsTargetText, addresses: Addresses): Pick<AwsRequest, "resource" | "context"> | string {
  if (text.kind === "address") return ofCloud("aws", addresses.target(text.address)) ?? text.address;
  return { resource: text.arn, context: new Map() };
}

/** What was found, if it is of this cloud. */
function ofCloud<Found extends { readonly cloud: "oci" | "aws" }, Cloud extends Found["cloud"]>(
  cloud: Cloud,
  found: Found | undefined,
): Extract<Found, { cloud: Cloud }> | undefined {
  return found?.cloud === cloud ? (found as Extract<Found, { cloud: Cloud }>) : undefined;
}

type Entries<Value> = Iterable<readonly [string, Value]>;

/** What follows from the request and the estate, and over it what the request itself says. Case plays no part. */
function overriding<Value>(following: Entries<Value>, written: Entries<Value>): ReadonlyMap<string, Value> {
  const merged = new Map<string, readonly [string, Value]>();
  for (const entry of [...following, ...written]) merged.set(entry[0].toLowerCase(), entry);
  return new Map(merged.values());
}

/** `2026-01-31T12:00:00Z` */
const toSecond = (time: Date) => `${time.toISOString().slice(0, 19)}Z`;
