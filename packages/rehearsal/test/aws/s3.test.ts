import { describe, expect } from "@jest/globals";
import { UNKNOWN } from "../../src/schema/value";
import { answers, plans, US } from "./cases";

const enabled = { versioning_configuration: [{ status: "Enabled" }] };

describe("S3 answers", () =>
  answers([
    [
      "a bucket's hosted names",
      "aws_s3_bucket",
      { bucket: "media" },
      {
        id: "media",
        arn: "arn:aws:s3:::media",
        bucket_domain_name: "media.s3.amazonaws.com",
        bucket_regional_domain_name: "media.s3.us-east-1.amazonaws.com",
        hosted_zone_id: "Z3AQBSTGFYJSTF",
        website_endpoint: null,
      },
    ],
    [
      "those of China",
      "aws_s3_bucket",
      { bucket: "cn" },
      { arn: "arn:aws-cn:s3:::cn", bucket_domain_name: "cn.s3.amazonaws.com.cn", hosted_zone_id: "Z5CN8UMXT92WN" },
      { region: "cn-north-1" },
    ],
    [
      "a bucket in a region of its own",
      "aws_s3_bucket",
      { bucket: "sg", region: "ap-southeast-1" },
      {
        bucket_region: "ap-southeast-1",
        bucket_regional_domain_name: "sg.s3.ap-southeast-1.amazonaws.com",
        hosted_zone_id: "Z3O0J2DXBE1FTB",
      },
    ],
    [
      "a prefix with 26 digits",
      "aws_s3_bucket",
      { bucket_prefix: "us-" },
      { bucket: expect.stringMatching(/^us-\d{26}$/) as never },
    ],
    [
      "a lock that a block asks for",
      "aws_s3_bucket",
      { bucket: "l", object_lock_configuration: [{}] },
      { object_lock_enabled: true },
    ],
    ["versioning by the bucket's name", "aws_s3_bucket_versioning", { bucket: "media", ...enabled }, { id: "media" }],
    [
      "and by its owner too",
      "aws_s3_bucket_logging",
      { bucket: "b", expected_bucket_owner: "1", target_bucket: "l", target_prefix: "" },
      { id: "b,1" },
    ],
    ["an ACL by bucket, owner and ACL", "aws_s3_bucket_acl", { bucket: "b", acl: "private" }, { id: "b,private" }],
    ["a metric by its name in the bucket", "aws_s3_bucket_metric", { bucket: "b", name: "all" }, { id: "b:all" }],
    [
      "a website's endpoint with a dash",
      "aws_s3_bucket_website_configuration",
      { bucket: "w" },
      { website_domain: "s3-website-us-east-1.amazonaws.com", website_endpoint: "w.s3-website-us-east-1.amazonaws.com" },
    ],
    [
      "and with a dot",
      "aws_s3_bucket_website_configuration",
      { bucket: "e" },
      { website_domain: "s3-website.eu-central-1.amazonaws.com" },
      { region: "eu-central-1" },
    ],
    [
      "an object with a version, where versions are kept",
      "aws_s3_object",
      { bucket: "media", key: "a/b", content: "hello" },
      {
        id: "media/a/b",
        etag: "5d41402abc4b2a76b9719d911017c592",
        server_side_encryption: "AES256",
        version_id: expect.stringMatching(/^\w{32}$/) as never,
      },
    ],
    [
      "and with none where they aren't",
      "aws_s3_object",
      { bucket: "plain", key: "k", kms_key_id: "k" },
      { version_id: "", server_side_encryption: "aws:kms" },
    ],
    [
      "an access point's names",
      "aws_s3_access_point",
      { bucket: "media", name: "ap", vpc_configuration: [{ vpc_id: "v" }] },
      {
        id: "111122223333:ap",
        arn: "arn:aws:s3:us-east-1:111122223333:accesspoint/ap",
        domain_name: "ap-111122223333.s3-accesspoint.us-east-1.amazonaws.com",
        network_origin: "VPC",
      },
    ],
    [
      "an access point for everyone's network",
      "aws_s3_access_point",
      { bucket: "media", name: "open" },
      { network_origin: "Internet" },
    ],
    [
      "the account's public access block",
      "aws_s3_account_public_access_block",
      {},
      { id: "111122223333", account_id: "111122223333" },
    ],
  ]));

describe("S3 plans", () =>
  plans([
    [
      "no lock where nobody asks for one",
      "aws_s3_bucket",
      { bucket: "b" },
      { object_lock_enabled: false, region: "us-east-1", arn: UNKNOWN },
    ],
    [
      "what the block of an older kind says, later",
      "aws_s3_bucket",
      { object_lock_configuration: [{}] },
      { object_lock_enabled: UNKNOWN },
    ],
    [
      "the redundancy of a directory's zone",
      "aws_s3_directory_bucket",
      { bucket: "b--use1-az4--x-s3", location: [{ name: "use1-az4" }] },
      {
        data_redundancy: "SingleAvailabilityZone",
        type: "Directory",
        location: [{ name: "use1-az4", type: "AvailabilityZone" }],
      },
    ],
    [
      "that of a local zone",
      "aws_s3_directory_bucket",
      { bucket: "b", location: [{ name: "z", type: "LocalZone" }] },
      { data_redundancy: "SingleLocalZone" },
    ],
    [
      "the size from which objects move",
      "aws_s3_bucket_lifecycle_configuration",
      { bucket: "b" },
      { transition_default_minimum_object_size: "all_storage_classes_128K" },
      US,
    ],
  ]));
