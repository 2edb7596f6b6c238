import { createHash } from "node:crypto";
import type { DataSource } from "../engine/cloud";
import { textOf } from "../schema/value";
import { hex } from "../world/ids";
import { policyDocument } from "./policy-document";

/** What AWS's data sources answer, the same at each reading. */
export const DATA_SOURCES: Readonly<Record<string, DataSource>> = {
  aws_availability_zones: (config, scope) => {
    const region = String(config["region"] ?? scope["region"]);
    const letters = ["a", "b", "c"];
    return {
      id: region,
      region,
      names: letters.map((letter) => `${region}${letter}`),
      zone_ids: letters.map((_, index) => `${region.replace(/^(..)-(.).*-(\d)$/, "$1$2$3")}-az${index + 1}`),
      group_names: [region],
    };
  },
  aws_caller_identity: (_config, scope) => ({
    id: scope["account"] ?? null,
    account_id: scope["account"] ?? null,
    arn: `arn:aws:iam::${textOf(scope["account"])}:user/rehearsal`,
    user_id: "AIDAREHEARSAL0000000A",
  }),
  aws_canonical_user_id: (_config, scope) => ({
    id: hex(`canonical ${textOf(scope["account"])}`, 64),
    display_name: "rehearsal",
  }),
  aws_default_tags: (_config, scope) => ({ id: scope["partition"] ?? null, tags: scope["default_tags"] ?? null }),
  aws_iam_policy_document: (config) => {
    const { json, minified } = policyDocument(config);
    return { id: createHash("sha256").update(json).digest("hex").slice(0, 10), json, minified_json: minified };
  },
  aws_partition: () => ({ id: "aws", partition: "aws", dns_suffix: "amazonaws.com", reverse_dns_prefix: "com.amazonaws" }),
  aws_region: (config, scope) => {
    const region = String(config["region"] ?? config["name"] ?? scope["region"]);
    return { id: region, name: region, region, endpoint: `ec2.${region}.amazonaws.com`, description: region };
  },
};
