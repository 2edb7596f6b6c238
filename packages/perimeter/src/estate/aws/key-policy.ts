import { readPolicy } from "../../aws/policy/read";
import type { Resource } from "../../input";
import { knownText } from "../../input/expression/text";
import { accountOf, partitionOf, regionOf } from "../../input/names";
import type { AttachedPolicy } from "../../simulate/aws/estate";
import type { Maybe } from "../maybe";

/** What a key has that is made without a policy: everything is left to its account (KMS Developer Guide, "Default key policy"). */
export function defaultKeyPolicy(key: Resource): Maybe<AttachedPolicy> {
  const account = knownText(accountOf(key.provider));
  const partition = knownText(partitionOf(regionOf(key.arguments, key.provider)));
  const { document } = readPolicy("key", {
    Version: "2012-10-17",
    Id: "key-default-1",
    Statement: [
      {
        Sid: "Enable IAM User Permissions",
        Effect: "Allow",
        Principal: { AWS: `arn:${partition}:iam::${account}:root` },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  });
  return document ? { address: key.address, document } : { unknown: `the default policy of "${key.address}"` };
}
