import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { DatasyncLocationObjectStorage } from "@cdktf/provider-aws/lib/datasync-location-object-storage";
import { DatasyncLocationS3 } from "@cdktf/provider-aws/lib/datasync-location-s3";
import { DatasyncTask, type DatasyncTaskOptions } from "@cdktf/provider-aws/lib/datasync-task";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import type { CopyBucket } from "../copies/copy-bucket";
import { REPORTS, SERVICE_ROLES, serviceRoleArn } from "../copies/names";
import { ServiceRole } from "../identity/service-role";
import { printPolicy } from "../policy/document";
import { type CopierPlace, tasksOf } from "./place";
import { MOST_SHARDS, type Shard, shardsOf } from "./shards";

export interface CopyTasksProps extends CopierPlace {
  /** Leads the names of tasks. */
  readonly name: string;
  readonly source: CopySource;
  readonly stores: readonly CopiedStore[];
  readonly destination: CopyBucket;
  /** Parallel tasks of each store. */
  readonly shards: number;
}

/** The S3-compatible endpoint of the other cloud, as it is reached from here. */
export interface CopySource {
  readonly hostname: string;
  /** Id of the customer secret key; the key itself is bound by hand. */
  readonly accessKeyId: string;
  /** ARNs of the activated agents. */
  readonly agents: readonly string[];
}

export interface CopiedStore {
  readonly name: string;
  /** Its bucket in the other cloud. */
  readonly bucket: string;
}

/** One task, as alarms name it. */
export interface CopyTask {
  readonly id: string;
  /** The last part of its ARN, which is the dimension of its metrics. */
  readonly metricId: string;
}

const PROP_RULES: readonly PropRule<CopyTasksProps>[] = [
  {
    holds: ({ shards }) => Number.isInteger(shards) && shards >= 1 && shards <= MOST_SHARDS,
    says: ({ shards }) => `a store can't be divided into "${shards}" shards`,
    help: `expected a whole number, 1 to ${MOST_SHARDS}`,
  },
  {
    holds: ({ source }) => source.agents.length > 0,
    says: () => "tasks without agents would leave AWS by addresses that nobody can be pinned to",
    help: "activate at least one agent, and name its ARN",
  },
];

/** As often as the service takes (DataSync User Guide, "Scheduling your transfer"). */
const EVERY_HOUR = "rate(1 hour)";
const LOG_DAYS = 90;

/**
 * What is copied and how: nothing that is deleted at the source is deleted here. Defaults of the provider are none of the
 * API's once there are options, so each that matters is said.
 */
const OPTIONS = {
  verifyMode: "ONLY_FILES_TRANSFERRED",
  objectTags: "NONE",
  preserveDeletedFiles: "PRESERVE",
  overwriteMode: "ALWAYS",
  transferMode: "CHANGED",
  // Errors only: the names of all objects would be the content of a log.
  logLevel: "BASIC",
  posixPermissions: "NONE",
  uid: "NONE",
  gid: "NONE",
} as const satisfies DatasyncTaskOptions;

/** Every object of every store, hourly, by tasks that can only add. */
export class CopyTasks extends Construct {
  readonly tasks: readonly CopyTask[];
  private readonly role: ServiceRole;
  private readonly logGroup: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CopyTasksProps,
  ) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    const { account, prefix, destination } = props;
    this.role = new ServiceRole(this, "writer", {
      account,
      prefix,
      name: SERVICE_ROLES.writer,
      description: "DataSync, when it writes copies and compares them",
      service: "datasync.amazonaws.com",
      sources: [tasksOf(props)],
      statements: destination.openToWriter(serviceRoleArn(account, prefix, "writer")),
    });
    this.logGroup = this.makeLogGroup();
    this.tasks = props.stores.flatMap((store) => this.copy(store));
  }

  private copy(store: CopiedStore): CopyTask[] {
    const { source, destination, name, shards } = this.props;
    const from = new DatasyncLocationObjectStorage(this, `${store.name}-source`, {
      serverHostname: source.hostname,
      serverProtocol: "HTTPS",
      serverPort: 443,
      bucketName: store.bucket,
      subdirectory: "/",
      accessKey: source.accessKeyId,
      agentArns: [...source.agents],
      // A change would be sent with an empty secret, and blank the one that was bound by hand.
      lifecycle: { ignoreChanges: ["access_key", "secret_key", "agent_arns"] },
    });
    const to = new DatasyncLocationS3(this, `${store.name}-copies`, {
      s3BucketArn: destination.arn,
      subdirectory: `/${store.name}/`,
      s3StorageClass: "STANDARD",
      s3Config: { bucketAccessRoleArn: this.role.arn },
      dependsOn: [this.role.ready, destination.ready],
    });
    return shardsOf(shards).map((shard, index) => {
      const id = shards === 1 ? store.name : `${store.name}-${index + 1}`;
      const task = new DatasyncTask(this, id, {
        name: `${name}-${id}`,
        taskMode: "BASIC",
        sourceLocationArn: from.arn,
        destinationLocationArn: to.arn,
        ...filtersOf(shard),
        options: OPTIONS,
        schedule: { scheduleExpression: EVERY_HOUR },
        cloudwatchLogGroupArn: this.logGroup,
        taskReportConfig: this.report,
      });
      return { id, metricId: Fn.element(Fn.split("/", task.arn), 1) };
    });
  }

  /** Reports name objects: they rest among the copies, under the same lock and denials. */
  private get report() {
    return {
      s3Destination: {
        s3BucketArn: this.props.destination.arn,
        bucketAccessRoleArn: this.role.arn,
        subdirectory: `/${REPORTS}/`,
      },
      reportLevel: "ERRORS_ONLY",
      outputType: "STANDARD",
      s3ObjectVersioning: "INCLUDE",
    };
  }

  /** Source of the policy: AWS DataSync User Guide, "Allowing DataSync to upload logs to a CloudWatch log group". */
  private makeLogGroup(): string {
    const { account, region, name } = this.props;
    const group = new CloudwatchLogGroup(this, "log", { name: `/aws/datasync/${name}`, retentionInDays: LOG_DAYS });
    new CloudwatchLogResourcePolicy(this, "log-policy", {
      policyName: `${name}-datasync`,
      policyDocument: printPolicy([
        {
          sid: "Write",
          effect: "Allow",
          principal: { service: ["datasync.amazonaws.com"] },
          actions: ["logs:PutLogEvents", "logs:CreateLogStream"],
          resources: [`arn:aws:logs:${region}:${account}:log-group:/aws/datasync/${name}:*`],
          conditions: { StringEquals: { "aws:SourceAccount": [account] }, ArnLike: { "aws:SourceArn": [tasksOf(this.props)] } },
        },
      ]),
    });
    return group.arn;
  }
}

const filtersOf = ({ includes, excludes }: Shard) => ({
  ...(includes ? { includes: filter(includes) } : {}),
  ...(excludes ? { excludes: filter(excludes) } : {}),
});

const filter = (patterns: readonly string[]) => ({ filterType: "SIMPLE_PATTERN", value: patterns.join("|") });
