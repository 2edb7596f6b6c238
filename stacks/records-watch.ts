import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import { GLOBAL_SERVICES_REGION } from "../config/schema/aws-regions";
import type { LogBucket } from "../constructs/aws/logs/log-bucket";
import { RecordAlarms } from "../constructs/aws/logs/record-alarms";
import { RECORD_CHANGES, type RecordChange } from "../constructs/aws/logs/record-changes";
import type { RecordsContext } from "./records-context";

/** Tells people of every change to the records and to what makes them, in each account and region that has a part in it. */
export function watchRecords(scope: Construct, context: RecordsContext, bucket: LogBucket): void {
  const { account, region: home, regions, management, deployment } = context;
  for (const region of new Set([...regions, GLOBAL_SERVICES_REGION])) {
    const alarms = tell(scope, context, { who: "logs", account, region });
    if (region === home) alarms.watchSilence(bucket);
  }
  if (management === undefined) return;
  // The organization's trail is changed in its own region only (CloudTrail User Guide, "home region").
  for (const region of new Set([home, GLOBAL_SERVICES_REGION]))
    tell(scope, context, { who: "management", account: deployment.aws.managementAccount, region, provider: management });
}

interface WatchedPlace {
  readonly who: RecordChange["accounts"][number];
  readonly account: string;
  readonly region: string;
  readonly provider?: AwsProvider;
}

function tell(scope: Construct, { deployment, prefix }: RecordsContext, { who, ...place }: WatchedPlace): RecordAlarms {
  return new RecordAlarms(scope, `alarms-${who}-${place.region}`, {
    ...place,
    name: `${prefix}-records`,
    changes: changesIn(who, place.region),
    recipients: deployment.oversight.recipients,
  });
}

/** What happens in a region can happen in each; what is of no region is told where AWS records it. */
const changesIn = (who: WatchedPlace["who"], region: string): RecordChange[] =>
  RECORD_CHANGES.filter(
    ({ where, accounts }) => accounts.includes(who) && (where === "regions" || region === GLOBAL_SERVICES_REGION),
  );
