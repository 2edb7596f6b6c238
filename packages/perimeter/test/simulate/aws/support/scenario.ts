import { readPolicy } from "../../../../src/aws/policy/read";
import type { PolicyKind } from "../../../../src/aws/policy/syntax";
import type { Answer } from "../../../../src/simulate/answer";
import {
  type Account,
  type AttachedPolicy,
  type AwsEstate,
  type AwsRequest,
  type AwsResource,
  type IamPrincipal,
  type Maybe,
  type Membership,
  type RequestPrincipal,
  simulateAws,
  type Unknown,
} from "../../../../src/simulate/aws";

/** A policy document as JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** One request and everything that could decide it, in a form that fits on a line. */
export interface Scenario {
  readonly request: {
    /** An ARN, a service's name or `anonymous`. A session's role is the context's `aws:PrincipalArn`. */
    readonly principal: string;
    readonly action: string;
    readonly resource: string;
    readonly resourceAccount: string;
    readonly context: Readonly<Record<string, string | readonly string[]>>;
  };
  readonly identity?: readonly Json[];
  readonly boundary?: readonly Json[];
  readonly session?: Json;
  readonly resourcePolicy?: Json;
  /** Service control policies of the caller's account, root first. */
  readonly scpLevels?: readonly (readonly Json[])[];
  /** Resource control policies of the resource's account, root first. */
  readonly rcpLevels?: readonly (readonly Json[])[];
  readonly vpcEndpoint?: readonly Json[];
  readonly restrictPublicBuckets?: boolean;
}

export function simulate(scenario: Scenario): Answer {
  return simulateAws(estateOf(scenario), requestOf(scenario));
}

export function estateOf(scenario: Scenario): AwsEstate {
  const { request, vpcEndpoint = [] } = scenario;
  const endpoint = request.context["aws:SourceVpce"];
  const policies = read("endpoint", "endpoint", vpcEndpoint);
  return {
    accounts: accountsOf(scenario),
    principals: principalsOf(scenario),
    resources: resourcesOf(scenario),
    endpoints: typeof endpoint === "string" ? [{ id: endpoint, ...(policies[0] ? { policy: policies[0] } : {}) }] : [],
  };
}

export function requestOf({ request, session }: Scenario): AwsRequest {
  const { action, resource, context } = request;
  return {
    principal: principalOf(request, session),
    action,
    resource,
    context: new Map(Object.entries(context).map(([key, value]) => [key, typeof value === "string" ? [value] : value])),
  };
}

/** Reads documents that must be right; `name` becomes their address. */
export function read(kind: PolicyKind, name: string, documents: readonly Json[]): readonly AttachedPolicy[] {
  return documents.map((json, index) => {
    const { document, diagnostics } = readPolicy(kind, json);
    if (document === undefined)
      throw new Error(`${name}[${index}]: ${diagnostics.map(({ path, message }) => `${path}: ${message}`).join("; ")}`);
    return { address: `${name}[${index}]`, document };
  });
}

function principalOf({ principal, context }: Scenario["request"], session: Json | undefined): RequestPrincipal {
  const policies = read("session", "session", session ? [session] : []);
  const [, , service, , account = "", resource = ""] = principal.split(":");
  const [kind, , name = ""] = resource.split("/");
  if (principal === "anonymous") return { kind: "anonymous" };
  if (service === undefined) return { kind: "service", name: principal };
  if (resource === "root") return { kind: "root", account };
  if (kind === "user") return { kind: "user", arn: principal };
  if (kind === "federated-user") return { kind: "federated-user", user: String(context["aws:PrincipalArn"]), name, policies };
  const role = context["aws:PrincipalArn"] ?? `arn:aws:iam::${account}:role/${resource.split("/")[1]}`;
  return { kind: "session", role: String(role), name, policies };
}

function accountOf(principal: string): string | undefined {
  return principal.split(":")[4];
}

function accountsOf({ request, scpLevels = [], rcpLevels = [], restrictPublicBuckets }: Scenario): readonly Account[] {
  const caller = accountOf(request.principal);
  const organization = request.context["aws:PrincipalOrgID"];
  const member = (id: string, extra: Partial<Membership>): Maybe<Membership> => ({
    organization: id,
    management: false,
    path: { unknown: "the path" },
    serviceControl: [],
    resourceControl: [],
    ...extra,
  });
  const resourceControl = rcpLevels.map((level, index) => ({
    name: `level ${index}`,
    policies: read("rcp", `rcp-${index}`, level),
  }));
  const serviceControl = scpLevels.map((level, index) => ({
    name: `level ${index}`,
    policies: read("scp", `scp-${index}`, level),
  }));
  const blocks = restrictPublicBuckets ? { publicAccessBlock: { restrictPublicBuckets } } : {};
  const owner: Account = {
    id: request.resourceAccount,
    organization: member("o-aaaa", { resourceControl, ...(caller === request.resourceAccount ? { serviceControl } : {}) }),
    ...blocks,
  };
  if (caller === undefined || caller === request.resourceAccount) return [owner];
  const id = typeof organization === "string" ? organization : "none";
  return [owner, { id: caller, organization: id === "none" ? "none" : member(id, { serviceControl }) }];
}

function principalsOf(scenario: Scenario): readonly IamPrincipal[] {
  const { request, identity = [], boundary = [], resourcePolicy } = scenario;
  const principal = principalOf(request, undefined);
  const [limit] = read("boundary", "boundary", boundary);
  const own = {
    policies: read("identity", "identity", identity),
    tags: new Map<string, string>(),
    ...(limit ? { boundary: limit } : {}),
  };
  const trust: Unknown = { unknown: "the trust policy" };
  const principals: IamPrincipal[] = [];
  if (principal.kind === "session") principals.push({ kind: "role", arn: principal.role, trust, ...own });
  if (principal.kind === "user") principals.push({ kind: "user", arn: principal.arn, groups: [], ...own });
  if (principal.kind === "federated-user") principals.push({ kind: "user", arn: principal.user, groups: [], ...own });
  if (request.action.startsWith("sts:") && resourcePolicy)
    for (const policy of read("trust", "trust", [resourcePolicy]))
      principals.push({ kind: "role", arn: request.resource, trust: policy, policies: [], tags: new Map() });
  return principals;
}

function resourcesOf({ request, resourcePolicy }: Scenario): readonly AwsResource[] {
  const { resource, resourceAccount, action } = request;
  const service = action.split(":")[0] ?? "";
  if (service === "sts" || service === "iam") return [];
  const kind = RESOURCE_POLICIES.get(service) ?? "resource";
  const [policy] = read(kind, "resource", resourcePolicy ? [resourcePolicy] : []);
  const facts = { account: resourceAccount, tags: new Map(), ...(policy ? { policy } : {}) };
  if (service === "s3") return [{ kind: "bucket", arn: resource.split("/")[0] ?? resource, ...facts }];
  return service === "kms"
    ? [{ kind: "key", arn: resource, grants: [], ...facts }]
    : [{ kind: "other", arn: resource, ...facts }];
}

const RESOURCE_POLICIES: ReadonlyMap<string, PolicyKind> = new Map([
  ["s3", "bucket"],
  ["kms", "key"],
  ["secretsmanager", "secret"],
  ["sqs", "queue"],
  ["sns", "topic"],
]);
