import type { DataSource } from "../engine/cloud";
import { Refusal } from "../engine/refusal";
import { isList, type ObjectValue, textOf, type Value } from "../schema/value";
import { hex } from "../world/ids";
import { crc32 } from "./crc32";
import { bare, global } from "./forms";
import { LOOKUPS } from "./lookups";
import { inScope } from "./place";
import { policyDocument } from "./policy-document";
import { regionNames, regionOf, reversed, zonesOf } from "./regions";

const listed = (value: Value | undefined): readonly string[] => (isList(value) ? value.map(String) : []);

/** A region by its name or endpoint, that of the provider otherwise. */
function wantedRegion(config: ObjectValue, scope: ObjectValue): string {
  const endpoint = textOf(config["endpoint"]);
  const byEndpoint = regionNames().find((name) => endpoint === `ec2.${name}.${regionOf(name)?.dnsSuffix ?? ""}`);
  const name =
    textOf(config["region"]) || textOf(config["name"]) || byEndpoint || (endpoint === "" ? textOf(scope["region"]) : "");
  if (!regionOf(name))
    throw new Refusal(`finding Region using the specified ${endpoint ? "endpoint" : "name"}: ${endpoint || name}`);
  return name;
}

/** Every zone of the rehearsal's regions is there, none is a local one. Arguments that would look at more are refused. */
function refuseFilters(config: ObjectValue): void {
  if (isList(config["filter"]) && config["filter"].length > 0) {
    throw new Refusal('the rehearsal can\'t filter availability zones: "filter"', undefined, ["filter"]);
  }
}

function availabilityZones(config: ObjectValue, scope: ObjectValue): ObjectValue {
  refuseFilters(config);
  const region = textOf(config["region"]) || textOf(scope["region"]);
  const [noNames, noIds] = [listed(config["exclude_names"]), listed(config["exclude_zone_ids"])];
  const isAvailable = (textOf(config["state"]) || "available") === "available";
  const zones = zonesOf(region).filter(({ name, id }) => isAvailable && !noNames.includes(name) && !noIds.includes(id));
  return {
    id: region,
    region,
    names: zones.map(({ name }) => name),
    zone_ids: zones.map(({ id }) => id),
    group_names: zones.length > 0 ? [`${region}-zg-1`] : [],
  };
}

/** What AWS's data sources answer, the same at each reading; those that look something up stand in `lookups.ts`. */
export const DATA_SOURCES: Readonly<Record<string, DataSource>> = {
  ...LOOKUPS,
  aws_availability_zones: availabilityZones,
  aws_caller_identity: (_config, scope) => ({
    id: scope["account"] ?? null,
    account_id: scope["account"] ?? null,
    arn: inScope(global("iam", "user/rehearsal"), scope),
    user_id: "AIDAREHEARSAL0000000A",
  }),
  aws_canonical_user_id: (_config, scope) => ({
    id: hex(`canonical ${textOf(scope["account"])}`, 64),
    display_name: "rehearsal",
  }),
  aws_default_tags: (_config, scope) => ({ id: scope["partition"] ?? null, tags: scope["default_tags"] ?? null }),
  aws_iam_policy_document: (config) => {
    const { json, minified } = policyDocument(config);
    return { id: String(crc32(json)), json, minified_json: minified };
  },
  aws_partition: (_config, scope) => ({
    id: scope["partition"] ?? null,
    partition: scope["partition"] ?? null,
    dns_suffix: scope["dns_suffix"] ?? null,
    reverse_dns_prefix: reversed(textOf(scope["dns_suffix"])),
  }),
  aws_region: (config, scope) => {
    const region = wantedRegion(config, scope);
    const { dnsSuffix, description } = regionOf(region) ?? { dnsSuffix: "", description: "" };
    return { id: region, name: region, region, endpoint: `ec2.${region}.${dnsSuffix}`, description };
  },
  aws_ssoadmin_instances: (config, scope) => {
    const region = textOf(config["region"]) || textOf(scope["region"]);
    return {
      id: region,
      region,
      arns: [inScope(bare("sso", "instance/{sso_instance}"), scope)],
      identity_store_ids: [scope["identity_store"] ?? null],
    };
  },
};
