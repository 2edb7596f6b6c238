import type { Construct } from "constructs";
import { GLOBAL_SERVICES_REGION } from "../config/schema/aws-regions";
import type { CopyTask } from "../constructs/aws/copier/copy-tasks";
import type { ReplicationRule } from "../constructs/aws/copies/copy-replication";
import { CompleteTrail } from "../constructs/aws/logs/trail";
import { AlarmTopic } from "../constructs/aws/watch/alarm-topic";
import { SITE_EVENTS } from "../constructs/aws/watch/site-events";
import { replicationMetrics, taskMetrics } from "../constructs/aws/watch/site-metrics";
import { recordsBucketName, siteTrailName } from "./aws-names";
import type { SiteContext } from "./site-context";

/** What brings copies to a site, and carries them on. */
export interface Copying {
  readonly tasks: readonly CopyTask[];
  readonly rules: readonly ReplicationRule[];
}

/** Every call and every read of a copy, in the bucket of the logs account, which nobody here reaches. */
export function record(scope: Construct, { deployment, site }: SiteContext, copies: string): void {
  new CompleteTrail(scope, "trail", {
    name: siteTrailName(deployment, site.name),
    ofOrganization: false,
    bucket: { name: recordsBucketName(deployment) },
    recordedBuckets: [copies],
  });
}

/** Tells people of changes, denials, failures and delays; each in the region where AWS tells of it. */
export function watch(scope: Construct, context: SiteContext, copies: string, { tasks, rules }: Copying): void {
  const { region, deployment } = context;
  const { lagHours } = deployment.oversight;
  const topicIn = topics(scope, context);
  for (const event of SITE_EVENTS) topicIn(event.where === "global" ? GLOBAL_SERVICES_REGION : region).tellEvent(event);
  for (const task of tasks) for (const metric of taskMetrics(task, lagHours)) topicIn(region).tellMetric(metric);
  for (const rule of rules) {
    const { atSource, atDestination } = replicationMetrics(rule, copies, lagHours);
    topicIn(region).tellMetric(atSource);
    topicIn(rule.destination.region).tellMetric(atDestination);
  }
}

/** One topic a region, made when something is told there. */
function topics(scope: Construct, { account, prefix, site, deployment }: SiteContext): (region: string) => AlarmTopic {
  const made = new Map<string, AlarmTopic>();
  const { recipients } = deployment.oversight;
  return (region) => {
    const topic =
      made.get(region) ??
      new AlarmTopic(scope, `alarms-${region}`, { account, region, name: `${prefix}-${site.name}`, recipients });
    made.set(region, topic);
    return topic;
  };
}
