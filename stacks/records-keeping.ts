import type { Construct } from "constructs";
import { LogBucket } from "../constructs/aws/logs/log-bucket";
import type { WritingTrail } from "../constructs/aws/logs/log-bucket-policy";
import { LogKey } from "../constructs/aws/logs/log-key";
import { CompleteTrail } from "../constructs/aws/logs/trail";
import { roleArn, trailArn } from "../constructs/aws/names";
import { copyBucketName, recordsBucketName, recordsTrailName, siteTrailName } from "./aws-names";
import type { RecordsContext } from "./records-context";

/** Where every trail writes, and the trail of everything that no site's own sees. */
export function keepRecords(scope: Construct, context: RecordsContext): LogBucket {
  const { deployment, account, region, prefix, pipeline, management } = context;
  const name = recordsBucketName(deployment);
  const trails = writingTrails(context);
  const readers = context.readers.map((role) => roleArn(account, prefix, role.name));
  const key = new LogKey(scope, "key", {
    description: `records of ${deployment.jurisdiction} backups`,
    region,
    bucket: name,
    trails: trails.map(({ arn }) => arn),
    readers,
    pipeline,
  });
  const retentionDays = deployment.oversight.evidenceDays;
  const bucket = new LogBucket(scope, "records", { name, key, trails, readers, pipeline, retentionDays });
  new CompleteTrail(scope, "trail", {
    name: recordsTrailName(deployment),
    ofOrganization: management !== undefined,
    bucket,
    recordedBuckets: recordedBuckets(context),
    ...(management ? { provider: management } : {}),
  });
  return bucket;
}

/** Each by its own ARN and into its own folders: no other trail of these accounts, or of others, delivers here. */
export function writingTrails({ deployment, account, region, management }: RecordsContext): WritingTrail[] {
  const { aws, sites } = deployment;
  const name = recordsTrailName(deployment);
  const ofRecords = management
    ? {
        arn: trailArn({ account: aws.managementAccount, region, name }),
        folders: [aws.managementAccount, aws.organization],
      }
    : { arn: trailArn({ account, region, name }), folders: [account] };
  const ofSites = sites.map((site) => ({
    arn: trailArn({ account: site.account, region: site.region, name: siteTrailName(deployment, site.name) }),
    folders: [site.account],
  }));
  return [ofRecords, ...ofSites];
}

/** The records and the state; of the organization the copies as well, where nobody of a site's account stops it. */
function recordedBuckets({ deployment, management }: RecordsContext): string[] {
  const { state } = deployment.aws;
  return [
    recordsBucketName(deployment),
    ...(state.backend === "s3" ? [state.bucket] : []),
    ...(management ? deployment.sites.map((site) => copyBucketName(deployment, site.name)) : []),
  ];
}
