import { eventPattern } from "../logs/event-pattern";
import { RECORD_CHANGES } from "../logs/record-changes";

/** Something that happens in the account of a site, and that somebody must hear of. */
export interface WatchedEvent {
  /** The rule's name, and how an alarm names the event. */
  readonly id: string;
  /** Completes "tells of …". */
  readonly what: string;
  /** Where EventBridge sees it: in the site's region, or where AWS records its global services. */
  readonly where: "region" | "global";
  /** What EventBridge matches events against. */
  readonly pattern: string;
  /** Whether calls that only read are among them. */
  readonly reads?: boolean;
}

/** What is watched wherever records are: those rows say it. */
const AS_IN_THE_LOGS: Readonly<Record<string, string>> = {
  trails: "trails that are stopped, changed or deleted",
  "log-bucket": "buckets of copies, their policies, locks, lifecycles and doors",
  keys: "keys that are opened to others, disabled or scheduled for deletion",
  alarms: "rules, topics, subscriptions and alarms that tell of less, or tell somebody else",
  identities: "roles, their policies and trust, users, keys of users, and identity providers",
  "root-users": "a root user who signs in to the console",
  accounts: "root sessions, contacts, mail addresses and regions of accounts",
};

const shared: readonly WatchedEvent[] = RECORD_CHANGES.filter(({ id }) => Object.hasOwn(AS_IN_THE_LOGS, id)).map((change) => ({
  id: change.id === "log-bucket" ? "buckets" : change.id,
  what: AS_IN_THE_LOGS[change.id] as string,
  where: change.where === "global" ? "global" : "region",
  pattern: eventPattern(change),
}));

const calls = (service: string, detail: object) =>
  JSON.stringify({
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: { eventSource: [`${service}.amazonaws.com`], ...detail },
  });
const REFUSED = ["AccessDenied", "AccessDeniedException"];

/**
 * What happens to copies. Source of the calls: the API reference of each service, whose names CloudTrail records; reads of
 * objects reach EventBridge because the trail records them. Of the state of tasks: AWS DataSync User Guide, "Monitoring
 * events by using Amazon EventBridge".
 */
// biome-ignore format: a table of events, read by line
export const SITE_EVENTS: readonly WatchedEvent[] = [
  ...shared,
  { id: "denied-objects", what: "reads and writes of copies that were denied", where: "region", reads: true,
    pattern: calls("s3", { errorCode: REFUSED }) },
  { id: "denied-keys", what: "uses of keys that were denied", where: "region", reads: true,
    pattern: calls("kms", { errorCode: REFUSED }) },
  { id: "denied-credentials", what: "reads of the credential of the primary that were denied", where: "region", reads: true,
    pattern: calls("secretsmanager", { errorCode: REFUSED }) },
  { id: "credentials", what: "changes to the credential of the primary", where: "region",
    pattern: calls("secretsmanager", { eventName: [
      "PutSecretValue", "UpdateSecret", "DeleteSecret", "PutResourcePolicy", "DeleteResourcePolicy",
      "ReplicateSecretToRegions", "RotateSecret", "UpdateSecretVersionStage",
    ] }) },
  { id: "copying", what: "tasks, places and agents of the copying that are made, changed or deleted", where: "region",
    pattern: calls("datasync", { eventName: [
      "CreateTask", "UpdateTask", "DeleteTask", "UpdateTaskExecution", { prefix: "CreateLocation" }, { prefix: "UpdateLocation" },
      "DeleteLocation", "CreateAgent", "UpdateAgent", "DeleteAgent",
    ] }) },
  { id: "failed-copies", what: "tasks that ended with an error", where: "region",
    pattern: JSON.stringify({
      source: ["aws.datasync"],
      "detail-type": ["DataSync Task Execution State Change"],
      detail: { State: ["ERROR"] },
    }) },
];
