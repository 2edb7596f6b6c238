import { describe, expect, test } from "@jest/globals";
import { simulateAws } from "../../../src/simulate/aws";
import { state } from "../../support/plans";
import { estateFrom } from "../../support/stacks";

const OWNERS = { type: "CanonicalUser", id: "owner", permissions: ["FULL_CONTROL"], uri: "" };
const EVERYBODY = { type: "Group", permissions: ["READ"], uri: "http://acs.amazonaws.com/groups/global/AllUsers" };

const provider = { aws: [{ region: "us-east-1", allowed_account_ids: ["111122223333"] }] };
const bucket = (more: object) => ({ bucket: "data", ...more });

/** What a stranger hears who asks for an object of this bucket: nothing allows it but, perhaps, a list. */
function answer(documents: Readonly<Record<string, unknown>>) {
  const { aws } = estateFrom(documents);
  const context = new Map([["aws:SecureTransport", ["true"]]]);
  return simulateAws(aws, { principal: { kind: "anonymous" }, action: "s3:GetObject", resource: "arn:aws:s3:::data/a", context })
    .decision;
}

const configured = (resource: object) => ({ "a.tf.json": { provider, resource } });
const stated = (values: Readonly<Record<string, object>>) => ({ "a.json": state(values) });

describe("an access control list", () => {
  test.each([
    ["isn't there", configured({ aws_s3_bucket: { b: bucket({}) } }), "denied"],
    ["is private, as every bucket's", configured({ aws_s3_bucket: { b: bucket({ acl: "private" }) } }), "denied"],
    ["is public", configured({ aws_s3_bucket: { b: bucket({ acl: "public-read" }) } }), "undecided"],
    ["isn't known", configured({ aws_s3_bucket: { b: bucket({ acl: "${var.acl}" }) } }), "undecided"],
    [
      "stands beside the bucket, private",
      configured({ aws_s3_bucket: { b: bucket({}) }, aws_s3_bucket_acl: { a: { bucket: "data", acl: "private" } } }),
      "denied",
    ],
    [
      "stands beside the bucket, public",
      configured({ aws_s3_bucket: { b: bucket({}) }, aws_s3_bucket_acl: { a: { bucket: "data", acl: "public-read" } } }),
      "undecided",
    ],
    [
      "stands beside the bucket, grant by grant",
      configured({
        aws_s3_bucket: { b: bucket({}) },
        aws_s3_bucket_acl: { a: { bucket: "data", access_control_policy: { grant: [{ permission: "READ" }] } } },
      }),
      "undecided",
    ],
    [
      "is public, and switched off",
      configured({
        aws_s3_bucket: { b: bucket({ acl: "public-read" }) },
        aws_s3_bucket_ownership_controls: { o: { bucket: "data", rule: { object_ownership: "BucketOwnerEnforced" } } },
      }),
      "denied",
    ],
    [
      "is private, and switched on",
      configured({
        aws_s3_bucket: { b: bucket({}) },
        aws_s3_bucket_ownership_controls: { o: { bucket: "data", rule: { object_ownership: "ObjectWriter" } } },
      }),
      "undecided",
    ],
    ["has no grant in a state", stated({ "aws_s3_bucket.b": bucket({ acl: null, grant: [] }) }), "denied"],
    ["has the owner's grant in a state", stated({ "aws_s3_bucket.b": bucket({ acl: null, grant: [OWNERS] }) }), "denied"],
    ["has everybody's grant in a state", stated({ "aws_s3_bucket.b": bucket({ acl: null, grant: [EVERYBODY] }) }), "undecided"],
    [
      "has another's grant beside the owner's in a state",
      stated({ "aws_s3_bucket.b": bucket({ acl: null, grant: [OWNERS, { ...OWNERS, id: "other" }] }) }),
      "undecided",
    ],
    [
      "is private beside a bucket in a state, which shows what that means",
      stated({
        "aws_s3_bucket.b": bucket({ acl: null, grant: [OWNERS] }),
        "aws_s3_bucket_acl.a": { bucket: "data", acl: "private", access_control_policy: [{ grant: [{}] }] },
      }),
      "denied",
    ],
  ])("%s: %#", (_, documents, decision) => expect(answer(documents)).toBe(decision));
});
