import type { Cloud, Row, Scope } from "../engine/cloud";
import { loadSchema } from "../schema/load";
import { isObject, type ObjectValue, textOf, UNKNOWN } from "../schema/value";
import { DATA_SOURCES } from "./data-sources";
import { equivalent } from "./equivalent";
import { awsFacts } from "./facts";
import { regional } from "./forms";
import { invent } from "./invent";
import { IN_ACCOUNT, IN_REGION } from "./place";
import { ROWS } from "./rows";
import { scope, scopeOf } from "./scope";

const ADDRESS = "registry.terraform.io/hashicorp/aws";

const words = (type: string) => type.replace(/^aws_/, "").split("_");

/** A type without a row: an id of its own name and number, and an ARN of the common form. */
const commonOf = (type: string, isRegional: boolean): Row => {
  const [service = "aws", ...rest] = words(type);
  const resource = rest.join("-") || service;
  return {
    planned: { region: "{region}" },
    values: {
      name: "{name_prefix|generated}{digits:26}",
      id: `${resource}-{hex:17}`,
      arn: regional(service, `${resource}/{id}`),
      owner_id: "{account}",
    },
    within: isRegional ? IN_REGION : IN_ACCOUNT,
  };
};

/** An unknown tag map makes the merged one unknown; the resource's own tag wins. */
function tagsAll(planned: ObjectValue, of: Scope): ObjectValue {
  const own = planned["tags"] ?? null;
  const standard = of["default_tags"];
  if (own === UNKNOWN || standard === UNKNOWN) return { tags_all: UNKNOWN };
  return { tags_all: { ...(isObject(standard) ? standard : {}), ...(isObject(own) ? own : {}) } };
}

export const aws = (): Cloud => {
  const schema = loadSchema("aws", ADDRESS);
  const isRegional = (type: string) => schema.resource_schemas[type]?.block.attributes?.["region"] !== undefined;
  return {
    address: ADDRESS,
    schema,
    facts: awsFacts(),
    rows: ROWS,
    common: (type) => commonOf(type, isRegional(type)),
    dataSources: DATA_SOURCES,
    scope,
    scopeOf,
    invent: (kind, argument, seed, _scope, of) => invent(kind, argument, seed, of),
    derive: tagsAll,
    equivalent,
    nameTaken: (type, name) => `creating ${type}: "${textOf(name.split("|").at(-1))}" already exists`,
    notFound: (type, id) => `updating ${type}: "${id}" does not exist`,
  };
};
