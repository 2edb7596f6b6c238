import { EventsRule } from "@cdktf/provider-oci/lib/events-rule";
import { MonitoringAlarm } from "@cdktf/provider-oci/lib/monitoring-alarm";
import { OnsNotificationTopic } from "@cdktf/provider-oci/lib/ons-notification-topic";
import { OnsSubscription } from "@cdktf/provider-oci/lib/ons-subscription";
import { SchServiceConnector } from "@cdktf/provider-oci/lib/sch-service-connector";
import { Construct } from "constructs";
import type { Subject } from "oci-policy";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import type { Compartment, Tenancy } from "../compartment";
import { type Grant, grantToService } from "../policy/grant";
import { TOPIC_PUBLISH } from "../policy/permissions";
import { BOUNDARY_CHANGES, type BoundaryChange } from "./boundary-changes";
import type { EvidenceBucket } from "./evidence-bucket";
import { auditOf } from "./evidence-connector";

export interface ChangeAlarmsProps {
  readonly tenancy: Tenancy;
  /** Of topics, connectors and alarms. */
  readonly compartment: Compartment;
  /** Unique in the tenancy's region. */
  readonly name: string;
  /** Whether IAM is written in this region, and says so here. */
  readonly isHome: boolean;
  /** E-mail addresses; each has to confirm once before anything is sent (docs/bootstrap.md). */
  readonly recipients: readonly string[];
  readonly evidence: EvidenceBucket;
}

const PROP_RULES: readonly PropRule<ChangeAlarmsProps>[] = [
  {
    holds: ({ recipients }) => recipients.length > 0,
    says: () => "nobody hears of changes to the boundary",
    help: "name at least one e-mail address",
  },
];

/**
 * Tells people of every change to the boundary in one region: a rule for each kind that Events knows, the audit log for
 * what it doesn't, and alarms for records that stop. No prop leaves a kind away.
 */
export class ChangeAlarms extends Construct {
  private readonly topicId: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ChangeAlarmsProps,
  ) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    this.topicId = this.makeTopic();
    const changes = BOUNDARY_CHANGES.filter(({ where }) => where === "everywhere" || props.isHome);
    for (const change of changes) if (change.events.length > 0) this.makeRule(change);
    this.watchAudit(changes.flatMap(({ operations }) => operations));
    this.makeAlarms();
  }

  /** Publishing to the topics of this compartment, for the connector that watches the audit log. */
  static grantPublish(connectors: Subject, to: string, compartment: Compartment): Grant[] {
    const opening = { on: "alarms", permissions: TOPIC_PUBLISH, location: compartment.location };
    return [grantToService(connectors, to, "alarms on changes", opening)];
  }

  private makeTopic(): string {
    const { compartment, name, recipients } = this.props;
    const topic = new OnsNotificationTopic(this, "Topic", {
      compartmentId: compartment.id,
      name,
      description: "changes to the boundary, and records that stop",
      lifecycle: { preventDestroy: true },
    });
    for (const recipient of recipients)
      new OnsSubscription(this, `subscription-${recipient}`, {
        compartmentId: compartment.id,
        topicId: topic.id,
        protocol: "EMAIL",
        endpoint: recipient,
      });
    return topic.id;
  }

  /** In the root: a rule sees its own compartment and what is below. */
  private makeRule({ id, what, events }: BoundaryChange): void {
    const { tenancy, name } = this.props;
    new EventsRule(this, `rule-${id}`, {
      compartmentId: tenancy.id,
      displayName: `${name}-${id}`,
      description: `tells of ${what}`,
      isEnabled: true,
      condition: JSON.stringify({ eventType: events.map((type) => `com.oraclecloud.${type}`) }),
      actions: { actions: [{ actionType: "ONS", isEnabled: true, topicId: this.topicId }] },
    });
  }

  private watchAudit(operations: readonly string[]): void {
    const { tenancy, compartment, name } = this.props;
    new SchServiceConnector(this, "Audit", {
      compartmentId: compartment.id,
      displayName: `${name}-audit`,
      description: "tells of changes that have no event type, from the audit log",
      source: { kind: "logging", logSources: [auditOf(tenancy)] },
      tasks: [{ kind: "logRule", condition: operations.map((operation) => `data.eventName='${operation}'`).join(" or ") }],
      target: { kind: "notifications", topicId: this.topicId, enableFormattedMessaging: true },
      lifecycle: { preventDestroy: true },
    });
  }

  private makeAlarms(): void {
    const { compartment, evidence } = this.props;
    this.makeAlarm("connector-fails", {
      what: "a connector can't read or write: records are not carried into the evidence",
      namespace: "oci_service_connector_hub",
      metrics: compartment,
      query: "ServiceConnectorHubErrors[5m].sum() > 0",
    });
    this.makeAlarm("evidence-silent", {
      what: "nothing was written into the evidence for an hour: a connector, its grant or its key is gone",
      namespace: "oci_objectstorage",
      metrics: evidence.compartment,
      query: `AllRequests[1h]{resourceDisplayName = "${evidence.name}"}.absent()`,
    });
  }

  private makeAlarm(id: string, { what, namespace, metrics, query }: Alarm): void {
    const { compartment, name } = this.props;
    new MonitoringAlarm(this, `alarm-${id}`, {
      compartmentId: compartment.id,
      displayName: `${name}-${id}`,
      body: what,
      isEnabled: true,
      severity: "CRITICAL",
      namespace,
      metricCompartmentId: metrics.id,
      query,
      destinations: [this.topicId],
    });
  }
}

interface Alarm {
  readonly what: string;
  readonly namespace: string;
  readonly metrics: Compartment;
  readonly query: string;
}
