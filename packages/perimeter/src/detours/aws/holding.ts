import { matchesAction } from "../../aws/policy/match";
import { type AwsQuestion, awsPossibilities } from "../../aws-possible";
import type { AwsActor } from "../../estate/actor";
import { accountOfActor, entityArn, isOfAnyAccount } from "../../estate/aws/actors";
import type { Possibility } from "../../possibility";
import { type AwsEstate, isUnknown, type Policies } from "../../simulate/aws/estate";
import type { AwsRequest } from "../../simulate/aws/request";
import { writtenCaller } from "../written-caller";
import { entityOf } from "./places";

export type Context = ReadonlyMap<string, readonly string[]>;
export const NO_CONTEXT: Context = new Map();

/** Asks one estate whether somebody can ever do something; each question once. */
export interface AwsHolding {
  readonly aws: AwsEstate;
  /** Whether what it holds itself may allow an action: of what isn't made yet, no policy of its own can. */
  readonly holds: (actor: AwsActor, action: string) => boolean;
  readonly ask: (actor: AwsActor, action: string, resource: string, context?: Context) => Possibility<AwsRequest>;
}

/** What somebody has made any before. */
export type Open = Pick<AwsQuestion, "anyTags" | "anyResourceTags">;

/** @param own the accounts of the estate, of which whoever comes from anywhere is not */
export function awsHolding(aws: AwsEstate, own: readonly string[], at: Date, open: Open = {}): AwsHolding {
  const { possible } = awsPossibilities(aws, at);
  const answers = new Map<string, Possibility<AwsRequest>>();
  const covers = actionFilter(aws);
  return {
    aws,
    holds: (actor, action) => entityArn(actor) === undefined || mayAllow(policiesOf(actor, aws), action),
    ask: (actor, action, resource, context = NO_CONTEXT) => {
      if (!covers(actor, action)) return { kind: "never" };
      const key = [writtenCaller(actor), action, resource, JSON.stringify([...context])].join("\n");
      const question: AwsQuestion = { principal: actor.acts, action, resource, context, ...open, ...anybodyOf(actor, own) };
      const answer = answers.get(key) ?? possible(question);
      answers.set(key, answer);
      return answer;
    },
  };
}

/** Whoever a document names by their account alone. */
function anybodyOf(actor: AwsActor, own: readonly string[]): Pick<AwsQuestion, "anybody"> {
  if (actor.principal.kind !== "account") return {};
  return { anybody: isOfAnyAccount(actor) ? { notOf: own } : { of: accountOfActor(actor) ?? "" } };
}

/** Services whose resources have policies that may allow what no identity policy does. */
const WITH_POLICIES = /^(s3|kms|sts|secretsmanager|dynamodb|sns|sqs|lambda|ecr|backup|elasticfilesystem|datasync):/;

/** Of thousands of questions most are about actions that nothing gives the actor: those need no formula. */
function actionFilter(aws: AwsEstate): (actor: AwsActor, action: string) => boolean {
  const known = new Map<string, boolean>();
  return (actor, action) => {
    const arn = entityArn(actor);
    if (arn === undefined || WITH_POLICIES.test(action)) return true;
    const key = `${arn} ${action}`;
    const answer = known.get(key) ?? mayAllow(policiesOf(actor, aws), action);
    known.set(key, answer);
    return answer;
  };
}

function policiesOf(actor: AwsActor, aws: AwsEstate): Policies {
  const entity = entityOf(actor, aws);
  if (!entity) return [{ unknown: "what it holds" }];
  if (entity.kind === "role") return entity.policies;
  const ofGroups = isUnknown(entity.groups) ? [entity.groups] : entity.groups.flatMap(({ policies }) => policies);
  return [...entity.policies, ...ofGroups];
}

function mayAllow(policies: Policies, action: string): boolean {
  const [service = "", name = ""] = action.toLowerCase().split(":");
  return policies.some(
    (policy) =>
      isUnknown(policy) ||
      policy.document.statements.some(
        (statement) =>
          statement.effect === "Allow" &&
          statement.action !== undefined &&
          statement.action.items.some((item) => matchesAction(item, service, name)) !== statement.action.negated,
      ),
  );
}
