import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3BucketMetric } from "@cdktf/provider-aws/lib/s3-bucket-metric";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import { printPolicy } from "../policy/document";
import { eventPattern } from "./event-pattern";
import type { LogBucket } from "./log-bucket";
import type { RecordChange } from "./record-changes";

export interface RecordAlarmsProps {
  readonly account: string;
  /** Events, rules and topics are of one region. */
  readonly region: string;
  /** Leads the names of rules, and is that of the topic. */
  readonly name: string;
  readonly changes: readonly RecordChange[];
  /** E-mail addresses; each has to confirm once before anything is sent. */
  readonly recipients: readonly string[];
  /** Of the account. @default - the stack's own */
  readonly provider?: AwsProvider;
}

const PROP_RULES: readonly PropRule<RecordAlarmsProps>[] = [
  {
    holds: ({ recipients }) => recipients.length > 0,
    says: ({ account, region }) => `nobody hears of changes in account ${account}, ${region}`,
    help: "name at least one e-mail address",
  },
  {
    holds: ({ changes }) => changes.length > 0,
    says: ({ account, region }) => `alarms in account ${account}, ${region} tell of no change`,
    help: "name the changes that are recorded there",
  },
];

/** Tells people of changes to records, and of records that stop, in one region of one account. */
export class RecordAlarms extends Construct {
  private readonly topicArn: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: RecordAlarmsProps,
  ) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    this.topicArn = this.makeTopic();
    for (const change of props.changes) this.makeRule(change);
  }

  /** Tells of an hour in which nothing was written: a trail delivers every few minutes, if only its own deliveries. */
  watchSilence({ name: bucket }: LogBucket): void {
    const filter = "everything";
    new S3BucketMetric(this, "silence-metric", { ...this.place, bucket, name: filter });
    new CloudwatchMetricAlarm(this, "silence", {
      ...this.place,
      alarmName: this.nameOf("silence"),
      alarmDescription: "no record has been written for an hour",
      namespace: "AWS/S3",
      metricName: "PutRequests",
      dimensions: { BucketName: bucket, FilterId: filter },
      statistic: "Sum",
      period: 3600,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: "LessThanThreshold",
      treatMissingData: "breaching",
      actionsEnabled: true,
      alarmActions: [this.topicArn],
      lifecycle: { preventDestroy: true },
    });
  }

  private makeTopic(): string {
    const { name, recipients } = this.props;
    const { arn } = new SnsTopic(this, "Topic", { ...this.place, name, lifecycle: { preventDestroy: true } });
    new SnsTopicPolicy(this, "Topic-policy", {
      ...this.place,
      arn,
      policy: this.topicPolicy(),
      lifecycle: { preventDestroy: true },
    });
    for (const endpoint of recipients)
      new SnsTopicSubscription(this, `to-${endpoint}`, { ...this.place, topicArn: arn, protocol: "email", endpoint });
    return arn;
  }

  /** These rules and this alarm may publish, each by its own ARN. */
  private topicPolicy(): string {
    const { account, region, name, changes } = this.props;
    const publish = {
      effect: "Allow",
      actions: ["sns:Publish"],
      resources: [`arn:aws:sns:${region}:${account}:${name}`],
    } as const;
    const by = (service: string, sources: readonly string[]) => ({
      principal: { service: [service] },
      conditions: { ArnEquals: { "aws:SourceArn": sources } },
    });
    const rules = changes.map(({ id }) => `arn:aws:events:${region}:${account}:rule/${this.nameOf(id)}`);
    const alarm = `arn:aws:cloudwatch:${region}:${account}:alarm:${this.nameOf("silence")}`;
    return printPolicy([
      { sid: "RulesTell", ...publish, ...by("events.amazonaws.com", rules) },
      { sid: "SilenceTells", ...publish, ...by("cloudwatch.amazonaws.com", [alarm]) },
    ]);
  }

  private makeRule(change: RecordChange): void {
    const rule = new CloudwatchEventRule(this, `rule-${change.id}`, {
      ...this.place,
      name: this.nameOf(change.id),
      description: `tells of ${change.what}`,
      eventPattern: eventPattern(change),
      state: "ENABLED",
      lifecycle: { preventDestroy: true },
    });
    new CloudwatchEventTarget(this, `target-${change.id}`, {
      ...this.place,
      rule: rule.name,
      targetId: "people",
      arn: this.topicArn,
      lifecycle: { preventDestroy: true },
    });
  }

  private nameOf(what: string): string {
    return `${this.props.name}-${what}`;
  }

  private get place() {
    const { region, provider } = this.props;
    return { region, ...(provider ? { provider } : {}) };
  }
}
