import type { Input, Resource, StateBackend, Unread } from "../input";
import type { AwsEstate } from "../simulate/aws/estate";
import type { AwsRequest, RequestPrincipal } from "../simulate/aws/request";
import type { OciEstate, OciPrincipal, OciRequest } from "../simulate/oci";
import { type AwsOptions, awsEstate, awsPrincipal, awsTarget } from "./aws";
import { type Links, linksIn } from "./links";
import { type OciFindings, type OciOptions, ociFindings } from "./oci";
import { ociPrincipal, ociTarget } from "./oci/resolve";

/** What a configuration can't say by itself. */
export interface EstateOptions {
  readonly oci?: OciOptions;
  readonly aws?: AwsOptions;
}

/** Both clouds, as far as stacks, plans and states tell, for the evaluators. */
export interface Estate {
  readonly oci: OciEstate;
  readonly aws: AwsEstate;
  /** By address. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** What couldn't be read; it stands in both estates as unknown policies. */
  readonly unread: readonly Unread[];
  /** Where stacks keep their state. */
  readonly backends: readonly StateBackend[];
  readonly links: Links;
  readonly findings: OciFindings;
}

export function estateOf({ resources, unread, backends = [] }: Input, options: EstateOptions = {}): Estate {
  const links = linksIn(resources);
  const findings = ociFindings(resources, unreadOf("oci", resources, unread), links, options.oci ?? {});
  return {
    oci: findings.estate,
    aws: awsEstate(resources, unreadOf("aws", resources, unread), links, options.aws),
    resources: new Map(resources.map((resource) => [resource.address, resource])),
    unread,
    backends,
    links,
    findings,
  };
}

/** What may hold something of a cloud: a stack that has resources of one cloud alone is taken to have no other's. */
export function unreadOf(cloud: "oci" | "aws", resources: readonly Resource[], unread: readonly Unread[]): readonly Unread[] {
  const clouds = new Map<string, Set<string>>();
  for (const { stack, type } of resources) clouds.set(stack, (clouds.get(stack) ?? new Set()).add(type.split("_")[0] ?? ""));
  return unread.filter(({ address }) => {
    const known = clouds.get(address.split("/")[0] ?? "");
    return !known || known.has(cloud) || !(known.has("oci") || known.has("aws"));
  });
}

/** What the address of a target fills in: for OCI its compartment and the variables of its service, for AWS its ARN. */
export type Target =
  | ({ readonly cloud: "oci" } & Pick<OciRequest, "target" | "variables">)
  | ({ readonly cloud: "aws" } & Pick<AwsRequest, "resource" | "context">);

/** `undefined`: nothing stands at this address. An address without its stack is enough where only one stack has it. */
export function resolveTarget(estate: Estate, address: string): Target | undefined {
  const resource = resourceAt(estate, address);
  if (resource?.type.startsWith("oci_")) return { cloud: "oci", ...ociTarget(resource, estate.findings, estate.links) };
  const target = resource && awsTarget(resource);
  return target && { cloud: "aws", ...target };
}

/** Who acts, where the address is that of a group, user, role or of a resource that acts by itself. */
export type Principal =
  | { readonly cloud: "oci"; readonly principal: OciPrincipal }
  | { readonly cloud: "aws"; readonly principal: RequestPrincipal };

/** `undefined`: nothing that can act stands at this address. */
export function resolvePrincipal(estate: Estate, address: string): Principal | undefined {
  const resource = resourceAt(estate, address);
  const onOci = resource?.type.startsWith("oci_") ? ociPrincipal(resource, estate.findings, estate.links) : undefined;
  if (onOci) return { cloud: "oci", principal: onOci };
  const onAws = resource && awsPrincipal(resource);
  return onAws && { cloud: "aws", principal: onAws };
}

function resourceAt({ resources }: Estate, address: string): Resource | undefined {
  const exact = resources.get(address);
  if (exact) return exact;
  const found = [...resources.values()].filter((one) => one.address.slice(one.address.indexOf("/") + 1) === address);
  return found.length === 1 ? found[0] : undefined;
}
