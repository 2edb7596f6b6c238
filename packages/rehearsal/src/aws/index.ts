import type { Cloud, Row, Scope } from "../engine/cloud";
import { loadFacts, loadSchema } from "../schema/load";
import { isList, isObject, type ObjectValue, UNKNOWN, type Value } from "../schema/value";
import { characters, digits, hex, uuid } from "../world/ids";
import { DATA_SOURCES } from "./data-sources";
import { ROWS } from "./rows";

const ADDRESS = "registry.terraform.io/hashicorp/aws";

/** An account that the documentation of AWS uses for examples. */
const EXAMPLE_ACCOUNT = "123456789012";

const firstOf = (value: Value | undefined) => (isList(value) ? value[0] : undefined);

function accountOf(config: ObjectValue): string {
  const role = firstOf(config["assume_role"]);
  const arn = isObject(role) ? String(role["role_arn"]) : "";
  return /^arn:[^:]+:iam::(\d{12}):/.exec(arn)?.[1] ?? String(firstOf(config["allowed_account_ids"]) ?? EXAMPLE_ACCOUNT);
}

function scope(config: ObjectValue): Scope {
  const tags = firstOf(config["default_tags"]);
  return {
    region: config["region"] ?? process.env["AWS_REGION"] ?? "us-east-1",
    account: accountOf(config),
    partition: "aws",
    generated: "terraform-",
    default_tags: (isObject(tags) ? tags["tags"] : null) ?? {},
  };
}

const words = (type: string) => type.replace(/^aws_/, "").split("_");

const common = (type: string): Row => {
  const [service = "aws", ...rest] = words(type);
  const resource = rest.join("-") || service;
  return {
    planned: { region: "{region}" },
    values: {
      name: "{name_prefix|generated}{digits:26}",
      id: `${resource}-{hex:17}`,
      arn: `arn:aws:${service}:{region}:{account}:${resource}/{id}`,
      owner_id: "{account}",
    },
  };
};

/** An unknown tag map makes the merged one unknown; the resource's own tag wins. */
function tagsAll(planned: ObjectValue, of: Scope): ObjectValue {
  const own = planned["tags"] ?? null;
  if (own === UNKNOWN) return { tags_all: UNKNOWN };
  const standard = of["default_tags"];
  return { tags_all: { ...(isObject(standard) ? standard : {}), ...(isObject(own) ? own : {}) } };
}

function invent(kind: string, argument: string, seed: string): Value | undefined {
  const length = Number(argument);
  if (kind === "hex") return hex(seed, length);
  if (kind === "digits") return digits(seed, length);
  if (kind === "upper") return characters(seed, length, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
  return kind === "uuid" ? uuid(seed) : undefined;
}

export const aws = (): Cloud => ({
  address: ADDRESS,
  schema: loadSchema("aws", ADDRESS),
  facts: loadFacts("aws"),
  rows: ROWS,
  common,
  dataSources: DATA_SOURCES,
  scope,
  invent,
  derive: tagsAll,
  nameTaken: (type, name) => `creating ${type}: "${name}" already exists`,
  notFound: (type, id) => `updating ${type}: "${id}" does not exist`,
});
