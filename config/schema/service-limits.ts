/** Limits of the services that a configuration can run into. Each with the page that says so. */
export interface ServiceLimit {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly source: string;
}

export const SERVICE_LIMITS = {
  /** Days of automatic backups. The upper bound is unconfirmed: what lies above is refused all the same. */
  databaseBackupDays: { minimum: 1, maximum: 60, source: "Autonomous Database, About Backup and Recovery" },
  /** ECPUs of a serverless Autonomous Database. */
  databaseEcpus: { minimum: 2, source: "Autonomous Database, Compute Models" },
  /** Days in a lifecycle rule for previous versions. */
  previousVersionsDays: { minimum: 1, source: "Object Storage, Using Object Lifecycle Management" },
  /** Days of a retention rule. */
  evidenceDays: { minimum: 1, source: "Object Storage, Using Retention Rules to Preserve Data" },
  /** Days of Object Lock's default retention. */
  objectLockDays: { minimum: 1, maximum: 36500, source: "Amazon S3, Locking objects with Object Lock" },
  /** Network sources of a tenancy. */
  networkSources: { maximum: 10, source: "IAM with Identity Domains, Managing Network Sources" },
  /** Statements of one policy. */
  statementsPerPolicy: { maximum: 50, source: "IAM, Service Limits: policies" },
  /** Statements on the path from the root to a compartment; all of ours are attached to the root. */
  statementsPerPath: { maximum: 500, source: "IAM, Policy statement limit per compartment hierarchy" },
  /** Policies of a tenancy. */
  policies: { maximum: 100, source: "IAM, Service Limits: policies" },
  /** Dynamic groups of a tenancy. */
  dynamicGroups: { maximum: 50, source: "IAM, Service Limits: dynamic groups" },
  /** Groups of a tenancy. */
  groups: { maximum: 250, source: "IAM, Service Limits: groups" },
  /** Characters of a service or resource control policy; white space counts. */
  controlPolicyCharacters: { maximum: 5120, source: "AWS Organizations, Quotas: size of a policy document" },
  /** Buckets or prefixes that one Object Storage private endpoint reaches. */
  privateEndpointTargets: { maximum: 10, source: "Object Storage, Private Endpoints" },
  /** Bandwidth of a flexible load balancer. */
  loadBalancerMbps: { minimum: 10, maximum: 8000, source: "Load Balancing API, ShapeDetails" },
} as const satisfies Record<string, ServiceLimit>;

/** `bound` in words when `value` lies outside of the limit; `undefined` when it lies inside. */
export function outsideLimit(value: number, limit: ServiceLimit): string | undefined {
  if (limit.minimum !== undefined && value < limit.minimum) return `at least ${limit.minimum}`;
  if (limit.maximum !== undefined && value > limit.maximum) return `at most ${limit.maximum}`;
  return undefined;
}
