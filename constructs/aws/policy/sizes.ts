import type { Construct } from "constructs";
import { refuse } from "../../refusal";
import { type PolicyStatement, printPolicy } from "./document";

interface PolicySize {
  readonly characters: number;
  readonly what: string;
  readonly source: string;
}

/** How long a document may be; white space doesn't count in those of IAM, and ours have none. */
export const POLICY_SIZES = {
  bucket: { characters: 20_480, what: "bucket policy", source: "Amazon S3, Bucket policies: 20 KB" },
  key: { characters: 32_768, what: "key policy", source: "AWS KMS, Resource quotas: key policy document size" },
  trust: { characters: 2_048, what: "trust policy", source: "IAM and STS quotas: role trust policy length" },
  /** All inline policies of a role together; here each has one. */
  inline: { characters: 10_240, what: "inline policy", source: "IAM and STS quotas: role inline policies" },
  managed: { characters: 6_144, what: "managed policy", source: "IAM and STS quotas: managed policies" },
  endpoint: { characters: 20_480, what: "endpoint policy", source: "Amazon VPC quotas: VPC endpoint policy size" },
  secret: { characters: 20_480, what: "secret policy", source: "AWS Secrets Manager, Quotas: resource-based policy" },
} as const satisfies Record<string, PolicySize>;

/**
 * The document, refused on `construct` where AWS would refuse it for its length. An ARN that isn't known yet counts by
 * the reference that stands for it, which is longer than any.
 */
export function printWithinSize(
  construct: Construct,
  kind: keyof typeof POLICY_SIZES,
  statements: readonly PolicyStatement[],
  about: readonly (string | number)[] = [],
): string {
  const text = printPolicy(statements);
  const { characters, what, source } = POLICY_SIZES[kind];
  if (text.length > characters)
    refuse(construct, {
      message: `its ${what} has ${text.length} characters`,
      help: `expected at most ${characters}: let fewer roles act here, or in fewer scenarios (${source})`,
      about,
    });
  return text;
}
