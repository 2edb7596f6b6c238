import { S3AccountPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-account-public-access-block";
import type { Construct } from "constructs";
import type { Deployment, Site } from "../config/schema/model";
import { longestLock, type Phase } from "../config/schema/phases";
import { CopyBucket } from "../constructs/aws/copies/copy-bucket";
import { CopyKey } from "../constructs/aws/copies/copy-key";
import type { ReplicaDestination } from "../constructs/aws/copies/copy-replication";
import { serviceRoleArn } from "../constructs/aws/copies/names";
import { grantDeploy } from "../constructs/aws/deploy-grants";
import { roleArn } from "../constructs/aws/names";
import type { AwsGrant } from "../constructs/aws/policy/grant";
import { copyBucketName } from "./aws-names";
import { AwsStack } from "./aws-stack";
import type { SiteContext } from "./site-context";
import { copyFromPrimary, replicate } from "./site-copying";
import { scenariosAt } from "./site-grants";
import { admitPeople } from "./site-people";
import { record, watch } from "./site-watch";

const PURPOSES: Readonly<Record<Phase, string>> = {
  active: "locked copies, their key, what brings them and carries them on, roles, trail, alarms",
  frozen: "locked copies that run out, their key, roles that restore, trail, alarms",
  retired: "an empty bucket that keeps its name, a disabled key, trail, alarms",
};

const WITHOUT_KEY = "an empty bucket that keeps its name, trail, alarms";

/** The copies of one site, in an account of their own: what brings them, carries them on, opens them and watches them. */
export class BackupSiteStack extends AwsStack {
  readonly purpose: string;
  readonly bucket: CopyBucket;
  /** What people of the registry get here; who opens the key stands in its own policy. */
  readonly grants: readonly AwsGrant[];
  /** What the role gets that deploys this stack; it has it from the bootstrap. */
  readonly deployGrants: readonly AwsGrant[];

  /** @param next stacks of the sites whose copies come from here */
  constructor(
    scope: Construct,
    deployment: Deployment,
    readonly site: Site,
    next: readonly BackupSiteStack[],
  ) {
    super(scope, `backup-${site.name}`, deployment, site);
    this.purpose = site.keyDeleted === undefined ? PURPOSES[site.phase] : WITHOUT_KEY;
    const { context } = this;
    new S3AccountPublicAccessBlock(this, "public-access", {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
      lifecycle: { preventDestroy: true },
    });
    this.bucket = this.makeBucket(context);
    const tasks = copyFromPrimary(this, context, this.bucket);
    const rules = replicate(this, context, this.bucket, next.flatMap(destinationOf));
    this.grants = admitPeople(this, context, this.bucket);
    this.deployGrants = this.grantsOfPipeline(context);
    record(this, context, this.bucket.name);
    watch(this, context, this.bucket.name, { tasks, rules });
  }

  private get context(): SiteContext {
    const { deployment, site, account, region } = this;
    const { prefix, jurisdiction, networkSources } = deployment;
    const pipeline = roleArn(account, prefix, this.pipeline ?? "nobody");
    return {
      deployment,
      site,
      account,
      region: region.region,
      prefix,
      pipeline,
      granting: { jurisdiction, networks: networkSources },
    };
  }

  private makeBucket({ deployment, site, account, region, prefix, pipeline, granting }: SiteContext): CopyBucket {
    const name = copyBucketName(deployment, site.name);
    const shared = { ...granting, account, prefix, pipeline };
    const key = new CopyKey(this, "key", {
      ...shared,
      description: `copies of ${deployment.jurisdiction} user data at ${site.name}`,
      region,
      bucket: name,
      phase: site.phase,
      deleted: site.keyDeleted !== undefined,
    });
    const stores = deployment.buckets.filter(({ backups }) => backups.includes(site.name)).map((store) => store.name);
    const { retentionDays, phases } = site;
    const longestLockDays = longestLock(site, Object.fromEntries(deployment.sites.map((each) => [each.name, each])));
    const bucket = new CopyBucket(this, "copies", {
      ...shared,
      name,
      key,
      stores,
      retentionDays,
      longestLockDays,
      phases,
    });
    const source = deployment.sites.find((other) => other.name === site.from);
    if (source && site.phase === "active")
      bucket.openToSealer({ account: source.account, role: serviceRoleArn(source.account, prefix, "replication") });
    return bucket;
  }

  private grantsOfPipeline({ deployment, site, account, prefix, granting }: SiteContext): AwsGrant[] {
    const secret = site.phase === "active" ? site.replication?.credential.secret : undefined;
    const deployed = { account, prefix, bucket: this.bucket.name, secret };
    return deployment.roles
      .filter(({ assumedBy }) => assumedBy === "pipeline")
      .flatMap((role) =>
        scenariosAt(site.name, role).flatMap((scenario) => grantDeploy(this, role, scenario, granting, deployed)),
      );
  }
}

/** Where copies still arrive; what doesn't take any has none. */
function destinationOf({ site, bucket }: BackupSiteStack): ReplicaDestination[] {
  const { name, stores, key } = bucket;
  if (site.phase !== "active" || key.arn === undefined) return [];
  return [{ site: site.name, account: site.account, region: site.region, bucket: name, key: key.arn, stores }];
}
