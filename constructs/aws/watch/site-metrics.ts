import type { CopyTask } from "../copier/copy-tasks";
import type { ReplicationRule } from "../copies/copy-replication";
import type { WatchedMetric } from "./alarm-topic";

const HOUR = 3600;

/** Some, in an hour. */
const ANY = {
  statistic: "Sum",
  period: HOUR,
  evaluationPeriods: 1,
  threshold: 0,
  comparisonOperator: "GreaterThanThreshold",
} as const;

/**
 * A task that prepares nothing for so long copies nothing; one that deletes does what no task may. Source: AWS DataSync
 * User Guide, "CloudWatch metrics for DataSync".
 */
export function taskMetrics({ id, metricId }: CopyTask, lagHours: number): WatchedMetric[] {
  const ofTask = { namespace: "aws/datasync", dimensions: { TaskId: metricId } };
  return [
    {
      ...ofTask,
      id: `late-${id}`,
      what: `copies of ${id} that are more than ${lagHours} hours late`,
      metricName: "FilesPreparedSource",
      statistic: "Sum",
      period: HOUR,
      evaluationPeriods: lagHours,
      // No count is below it: silence alone breaks it.
      threshold: 0,
      comparisonOperator: "LessThanThreshold",
      silence: "breaching",
    },
    {
      ...ofTask,
      ...ANY,
      id: `deletes-${id}`,
      what: `copies of ${id} that a task deletes`,
      metricName: "FilesDeleted",
      silence: "notBreaching",
    },
  ];
}

/**
 * How late replicas are is told in the region that they go to, what failed in the one that they come from (S3 User Guide,
 * "Using S3 Replication metrics").
 */
export function replicationMetrics(
  { id, destination: { bucket } }: ReplicationRule,
  source: string,
  lagHours: number,
): { readonly atSource: WatchedMetric; readonly atDestination: WatchedMetric } {
  const ofRule = { namespace: "AWS/S3", dimensions: { SourceBucket: source, DestinationBucket: bucket, RuleId: id } };
  return {
    atSource: {
      ...ofRule,
      ...ANY,
      id: `failed-${id}`,
      what: `replicas of rule ${id} that failed`,
      metricName: "OperationsFailedReplication",
      silence: "notBreaching",
    },
    atDestination: {
      ...ofRule,
      id: `late-${id}`,
      what: `replicas of rule ${id} that are more than ${lagHours} hours late`,
      metricName: "ReplicationLatency",
      statistic: "Maximum",
      period: HOUR,
      evaluationPeriods: 1,
      threshold: lagHours * HOUR,
      comparisonOperator: "GreaterThanThreshold",
      silence: "breaching",
    },
  };
}
