import { quote } from "../../quote";
import type { Answer } from "../answer";
import { callerOf } from "./caller";
import { all, type Check, lacks, open, PASSES, quiet } from "./check";
import { contextOf } from "./context";
import { type AwsEstate, isUnknown, type Policies } from "./estate";
import { allowing, type Evaluation, evaluate } from "./evaluation";
import { type Exception, exceptionOf } from "./exceptions";
import { allowedByServiceControl, type Control, isUnknownControl, resourceControl, serviceControl } from "./organization";
import { type PermissionPolicies, permission } from "./permission";
import { asList, type NamedPolicies, namedPolicies } from "./policies";
import { passesPublicAccessBlock } from "./public-access";
import type { AwsRequest } from "./request";
import type { Facts } from "./statement";
import { targetOf } from "./target";

/**
 * What AWS answers to the request: an explicit deny in any policy wins; then every kind of policy that binds the request
 * must let it pass, and one of the resource or the caller must allow it.
 * Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny access".
 */
export function simulateAws(estate: AwsEstate, request: AwsRequest): Answer {
  const facts = factsOf(estate, request);
  const exception = exceptionOf(facts);
  if (exception?.speaks === "first") return answerOf(exception);

  const policies = policiesOf(estate, facts);
  const denial = explicitDenial(policies, facts);
  if (denial.kind === "yes") return { decision: "denied", by: denial.by, because: denial.because };
  if (exception?.speaks === "unless-denied") return answerOf(exception);

  const allowed = all([
    allowedByServiceControl(policies.serviceControl),
    passesEndpoint(policies.endpoint),
    orByList(permission(policies, facts), facts),
    passesPublicAccessBlock(estate, facts),
  ]);
  if (allowed.kind === "no") return { decision: "denied", by: [], because: allowed.because };
  if (allowed.kind === "unknown") return undecided(allowed.why);
  if (denial.kind === "unknown") return undecided(denial.why);
  if (exception) return answerOf(exception);
  return { decision: "allowed", by: allowed.by, because: allowed.because };
}

/** The request, resolved against the estate. */
export function factsOf(estate: AwsEstate, request: AwsRequest): Facts {
  const caller = callerOf(estate, request);
  const target = targetOf(estate, request, caller);
  return { caller, target, context: contextOf(request, caller, target) };
}

/** Every policy that has a say, by kind. */
interface RequestPolicies extends PermissionPolicies {
  readonly serviceControl: Control;
  readonly resourceControl: Control;
  readonly endpoint: Evaluation | undefined;
}

function policiesOf(estate: AwsEstate, facts: Facts): RequestPolicies {
  const read = ({ name, policies }: NamedPolicies) => policies && evaluate(name, policies, facts);
  const { resource, identity, boundary, session } = namedPolicies(facts);
  return {
    serviceControl: serviceControl(facts),
    resourceControl: resourceControl(facts),
    resource: read(resource),
    identity: read(identity),
    boundary: read(boundary),
    session: read(session),
    endpoint: read({ name: "policy of the VPC endpoint", policies: endpointPolicies(estate, facts) }),
  };
}

/** The policy of the endpoint that the request names as its way; left out: it takes none, or one that lets all pass. */
function endpointPolicies(estate: AwsEstate, { context }: Facts): Policies | undefined {
  const way = context("aws:SourceVpce");
  if (way === undefined) return undefined;
  if (isUnknown(way)) return [way];
  const [name = ""] = way;
  const endpoint = estate.endpoints.find(({ id }) => id === name);
  return endpoint
    ? asList(endpoint.policy)
    : [{ unknown: `the policy of VPC endpoint ${quote(name)}, which isn't part of the input` }];
}

/**
 * The first statement that denies, of whatever kind of policy.
 * Source: IAM User Guide, "The difference between explicit and implicit denies".
 */
function explicitDenial(policies: RequestPolicies, facts: Facts): Check {
  const { resource, identity, boundary, session, endpoint } = policies;
  const ofResource = reachesOwnBucketPolicy(facts) ? undefined : resource;
  const denials = [
    ...controlDenials(policies.resourceControl),
    ...controlDenials(policies.serviceControl),
    ...[ofResource, identity, boundary, session, endpoint].flatMap((evaluation) => (evaluation ? [evaluation.denial] : [])),
  ];
  return (
    denials.find(({ kind }) => kind === "yes") ??
    denials.find(({ kind }) => kind === "unknown") ??
    lacks("no statement denies it")
  );
}

function controlDenials(control: Control): readonly Check[] {
  return isUnknownControl(control) ? [open(control.unknown)] : control.map(({ denial }) => denial);
}

/**
 * The root user of the owner's account reads, writes and deletes a bucket policy whatever it denies; only organizations
 * and endpoints can bar that. Source: S3 API reference, GetBucketPolicy, PutBucketPolicy, DeleteBucketPolicy.
 */
export function reachesOwnBucketPolicy({ caller, target }: Facts): boolean {
  const onPolicy = target.service === "s3" && /^(get|put|delete)bucketpolicy$/.test(target.operation);
  return onPolicy && caller.principal.kind === "root" && caller.account === target.account;
}

/** An endpoint's policy must allow as well. Source: VPC User Guide, "Control access to VPC endpoints using endpoint policies". */
function passesEndpoint(endpoint: Evaluation | undefined): Check {
  return endpoint ? quiet(allowing(endpoint)) : PASSES;
}

/** What no policy allows, an access control list of S3 still may where lists aren't switched off. */
function orByList(check: Check, { target }: Facts): Check {
  const lists = target.resource?.kind === "bucket" ? target.resource.accessControlLists : undefined;
  return check.kind === "no" && lists ? open(lists.unknown) : check;
}

function answerOf({ decision, says }: Exception): Answer {
  return decision === "undecided" ? undecided(says) : { decision, by: [], because: says };
}

function undecided(why: string): Answer {
  return { decision: "undecided", by: [], because: `can't be decided without knowing ${why}` };
}
