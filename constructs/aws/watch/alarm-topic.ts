import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { CloudwatchMetricAlarm, type CloudwatchMetricAlarmConfig } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import { printPolicy } from "../policy/document";
import type { WatchedEvent } from "./site-events";

export interface AlarmTopicProps {
  readonly account: string;
  /** Rules, alarms and the topic are of one region. */
  readonly region: string;
  /** The topic's, and what the names of its rules and alarms begin with. */
  readonly name: string;
  /** E-mail addresses; each has to confirm once before anything is sent. */
  readonly recipients: readonly string[];
}

/** A metric, and when somebody must hear of it; silence counts as trouble unless it is said otherwise. */
export interface WatchedMetric extends Pick<CloudwatchMetricAlarmConfig, MetricArgument> {
  readonly id: string;
  /** Completes "tells of …". */
  readonly what: string;
  readonly silence: "breaching" | "notBreaching";
}
type MetricArgument =
  | "namespace"
  | "metricName"
  | "dimensions"
  | "statistic"
  | "period"
  | "evaluationPeriods"
  | "threshold"
  | "comparisonOperator";

const PROP_RULES: readonly PropRule<AlarmTopicProps>[] = [
  {
    holds: ({ recipients }) => recipients.length > 0,
    says: ({ name, region }) => `nobody hears of "${name}" in ${region}`,
    help: "name at least one e-mail address",
  },
];

/** Tells people of events and metrics of one region in one account; nothing else publishes to it. */
export class AlarmTopic extends Construct {
  private readonly arn: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AlarmTopicProps,
  ) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    const { name, region, recipients } = props;
    const { arn } = new SnsTopic(this, "Topic", { name, region, lifecycle: { preventDestroy: true } });
    this.arn = arn;
    new SnsTopicPolicy(this, "Policy", { arn, region, policy: this.policy(), lifecycle: { preventDestroy: true } });
    for (const endpoint of recipients)
      new SnsTopicSubscription(this, `to-${endpoint}`, { topicArn: arn, region, protocol: "email", endpoint });
  }

  /** Tells of an event as soon as it happens. */
  tellEvent({ id, what, pattern, reads }: WatchedEvent): void {
    const { region } = this.props;
    const { name } = new CloudwatchEventRule(this, `rule-${id}`, {
      name: this.nameOf(id),
      region,
      description: `tells of ${what}`,
      eventPattern: pattern,
      // Calls that only read are left out of a rule that isn't told to take them (EventBridge User Guide).
      state: reads ? "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" : "ENABLED",
      lifecycle: { preventDestroy: true },
    });
    new CloudwatchEventTarget(this, `target-${id}`, {
      rule: name,
      region,
      targetId: "people",
      arn: this.arn,
      lifecycle: { preventDestroy: true },
    });
  }

  /** Tells of a metric that is out of bounds, or silent. */
  tellMetric({ id, what, silence, ...metric }: WatchedMetric): void {
    new CloudwatchMetricAlarm(this, `alarm-${id}`, {
      alarmName: this.nameOf(id),
      region: this.props.region,
      alarmDescription: `tells of ${what}`,
      ...metric,
      treatMissingData: silence,
      actionsEnabled: true,
      alarmActions: [this.arn],
    });
  }

  private policy(): string {
    const { account, region, name } = this.props;
    const publish = {
      effect: "Allow",
      actions: ["sns:Publish"],
      resources: [`arn:aws:sns:${region}:${account}:${name}`],
    } as const;
    const by = (service: string, source: string) => ({
      principal: { service: [service] },
      conditions: { StringEquals: { "aws:SourceAccount": [account] }, ArnLike: { "aws:SourceArn": [source] } },
    });
    return printPolicy([
      { sid: "Rules", ...publish, ...by("events.amazonaws.com", `arn:aws:events:${region}:${account}:rule/${name}-*`) },
      { sid: "Alarms", ...publish, ...by("cloudwatch.amazonaws.com", `arn:aws:cloudwatch:${region}:${account}:alarm:${name}-*`) },
    ]);
  }

  private nameOf(what: string): string {
    return `${this.props.name}-${what}`;
  }
}
