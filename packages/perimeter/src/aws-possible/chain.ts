import {
  all,
  any,
  FALSE,
  type Formula,
  instantsBetween,
  not,
  onlyIf,
  present,
  some,
  TRUE,
  unknown,
  type Variable,
  words,
} from "../logic";
import { type AwsEstate, type ControlLevel, isUnknown, type Maybe } from "../simulate/aws/estate";
import { exceptionOf } from "../simulate/aws/exceptions";
import { resourceControlLevels, serviceControlLevels } from "../simulate/aws/organization";
import { asList, namedPolicies } from "../simulate/aws/policies";
import { passesPublicAccessBlock } from "../simulate/aws/public-access";
import { factsOf, reachesOwnBucketPolicy } from "../simulate/aws/simulate";
import type { Facts } from "../simulate/aws/statement";
import { type Evaluation, evaluate } from "./evaluation";
import { type Keys, keysOf } from "./keys";
import { permission } from "./permission";
import { type AwsQuestion, SESSION, sampleOf, TIME } from "./question";
import { type Reading, resourceCircumstances } from "./statement";
import { checkFormula } from "./truth";

/** When a request is allowed, and what is true of every request. */
export interface Allowance {
  readonly allowed: Formula;
  readonly circumstances: Formula;
}

/**
 * The same chain as the evaluator's, for all requests at once: an explicit deny in any policy wins; then every kind of
 * policy that binds the request must let it pass, and one of the resource or the caller must allow it.
 * Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny access".
 */
export function allowanceOf(estate: AwsEstate, question: AwsQuestion, at: Date): Allowance {
  const facts = factsOf(estate, { ...question, resource: sampleOf(question) });
  const keys = keysOf(question, facts);
  const allowed = chain(estate, facts, { question, facts, held: keys.held });
  return { allowed, circumstances: circumstancesOf(question, facts, keys, at) };
}

function chain(estate: AwsEstate, facts: Facts, reading: Reading): Formula {
  const exception = exceptionOf(facts);
  const answer = exception && exceptionFormula(exception);
  if (exception?.speaks === "first" && answer) return answer;

  const { resource, identity, boundary, session } = namedPolicies(facts);
  const read = ({ policies }: typeof resource): Evaluation | undefined => policies && evaluate(policies, reading);
  const policies = { resource: read(resource), identity: read(identity), boundary: read(boundary), session: read(session) };
  // Most of what is asked is allowed by nobody: what denies it besides needn't be read.
  const given = exception?.speaks === "unless-denied" ? TRUE : orByList(permission(policies, facts), facts);
  if (given === FALSE) return FALSE;
  const serviceControl = levelsOf(serviceControlLevels(facts.caller), reading);
  const resourceControl = levelsOf(resourceControlLevels(facts), reading);

  const denied = any(
    resourceControl.denial,
    serviceControl.denial,
    reachesOwnBucketPolicy(facts) ? FALSE : (policies.resource?.denial ?? FALSE),
    policies.identity?.denial ?? FALSE,
    policies.boundary?.denial ?? FALSE,
    policies.session?.denial ?? FALSE,
  );
  if (exception?.speaks === "unless-denied" && answer) return all(answer, not(denied));

  const allowed = all(
    serviceControl.allowing,
    passesEndpoints(estate, reading),
    given,
    checkFormula(passesPublicAccessBlock(estate, facts)),
    not(denied),
  );
  return exception && answer ? all(allowed, answer) : allowed;
}

const exceptionFormula = ({ decision, says }: { readonly decision: string; readonly says: string }): Formula =>
  decision === "undecided" ? unknown(says) : decision === "allowed" ? TRUE : FALSE;

/** Every level must allow, and none deny. */
function levelsOf(
  levels: Maybe<readonly ControlLevel[]>,
  reading: Reading,
): { readonly allowing: Formula; readonly denial: Formula } {
  if (isUnknown(levels)) return { allowing: unknown(levels.unknown), denial: unknown(levels.unknown) };
  const read = levels.map(({ policies }) => evaluate(policies, reading));
  return { allowing: all(...read.map((one) => one.allowing())), denial: any(...read.map(({ denial }) => denial)) };
}

/** A request that comes by an endpoint must be let through by its policy; of endpoints that aren't listed nobody knows. */
function passesEndpoints(estate: AwsEstate, reading: Reading): Formula {
  const way = reading.held("aws:SourceVpce");
  if (way.kind === "fixed") {
    const names = way.value === undefined ? [] : isUnknownValue(way.value) ? undefined : way.value;
    if (!names) return unknown("by which VPC endpoint the request comes");
    return all(...names.map((name) => passesEndpoint(estate, name, reading)));
  }
  const variable = way.variable as Variable<"text">;
  const known = estate.endpoints.map(({ id }) => id);
  const others = all(present(variable), not(some(variable, words(known))));
  return all(
    ...known.map((name) => onlyIf(some(variable, words([name])), passesEndpoint(estate, name, reading))),
    onlyIf(others, unknown("the policy of a VPC endpoint that isn't part of the input")),
  );
}

const isUnknownValue = (value: object): value is { readonly unknown: string } => "unknown" in value;

function passesEndpoint(estate: AwsEstate, name: string, reading: Reading): Formula {
  const endpoint = estate.endpoints.find(({ id }) => id === name);
  if (!endpoint) return unknown(`the policy of VPC endpoint "${name}", which isn't part of the input`);
  const policies = asList(endpoint.policy);
  if (!policies) return TRUE;
  const { allowing, denial } = evaluate(policies, reading);
  return all(allowing(), not(denial));
}

/** What no policy allows, an access control list of S3 still may where lists aren't switched off. */
function orByList(allowed: Formula, { target }: Facts): Formula {
  const lists = target.resource?.kind === "bucket" ? target.resource.accessControlLists : undefined;
  return lists ? any(allowed, unknown(lists.unknown)) : allowed;
}

/** What is true of every request. */
function circumstancesOf(question: AwsQuestion, { caller: { principal } }: Facts, keys: Keys, at: Date): Formula {
  const hasName = principal.kind !== "session" || principal.name !== undefined;
  return all(
    keys.areWellFormed(),
    some(TIME, instantsBetween(at.getTime(), undefined)),
    resourceCircumstances(question),
    hasName ? TRUE : present(SESSION),
  );
}
