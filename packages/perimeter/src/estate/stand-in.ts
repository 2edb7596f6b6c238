import type { Resource } from "../input";
import { knownText, textOf } from "../input/expression/text";
import { accountOf, namedAttribute, partitionOf, regionOf } from "../input/names";
import { type Fields, fields, literal, type Value } from "../input/value";

/** What an OCID calls a type whose Terraform name ends differently (OCI documentation, "Resource Identifiers"). */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["oci_container_instances_container_instance", "computecontainerinstance"],
  ["oci_database_autonomous_database", "autonomousdatabase"],
  ["oci_functions_function", "fnfunc"],
  ["oci_identity_dynamic_group", "dynamicgroup"],
  ["oci_identity_domains_dynamic_resource_group", "dynamicgroup"],
  ["oci_vault_secret", "vaultsecret"],
]);

/** An OCID for what isn't made yet. Its realm doesn't exist, so that it is nobody's, and the address makes it unique. */
export function standInId({ type, address }: Resource): string {
  const entity = ENTITIES.get(type) ?? type.split("_").at(-1) ?? type;
  return `ocid1.${entity}.unmade..${address.replace(/[^A-Za-z0-9_.-]/g, "-")}-${fingerprint(address)}`;
}

/** A name or id for what AWS names when it is made. */
export const standInName = ({ address }: Resource): string => `unmade-${fingerprint(address)}`;

/** Addresses that differ only in case or in signs would be one id otherwise. FNV-1a. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Arguments that name a resource of AWS, where a configuration may leave the naming to AWS. */
const NAMES = ["name", "bucket", "function_name"];

/**
 * What stands behind the account in the ARN of a type whose ARN its name alone doesn't make. A secret's name gets six
 * random characters ("Secrets Manager secrets", ARN), and policies ask for six of any.
 */
const UNNAMED: ReadonlyMap<string, (name: string, standIn: string) => string> = new Map([
  ["aws_kms_external_key", (_: string, standIn: string) => `key/${standIn}`],
  ["aws_kms_key", (_: string, standIn: string) => `key/${standIn}`],
  ["aws_kms_replica_key", (_: string, standIn: string) => `key/${standIn}`],
  ["aws_instance", (_: string, standIn: string) => `instance/${standIn}`],
  ["aws_ssm_parameter", (name: string) => `parameter/${name.replace(/^\//, "")}`],
  ["aws_secretsmanager_secret", (name: string) => `secret:${name}-UNMADE`],
]);

/** The ARN of a resource: its own, the one that its name makes, or a stand-in of the same form. */
export function arnOf(resource: Resource): string {
  const known = ARNS.get(resource) ?? madeArn(resource);
  ARNS.set(resource, known);
  return known;
}

/** Every question about AWS asks for some. */
const ARNS = new WeakMap<Resource, string>();

function madeArn(resource: Resource): string {
  const { type, arguments: given, provider } = resource;
  const known = textAt(given, "arn");
  if (known !== undefined) return known;
  const standIn = standInName(resource);
  const named = fields([...NAMES.map((name) => [name, literal(standIn)] as const), ...given.entries]);
  const byName = namedAttribute(type, "arn", named, provider);
  if (byName) return closed(byName);
  const [, prefix = "unmade"] = type.split("_");
  const service = type === "aws_instance" ? "ec2" : prefix;
  const region = regionOf(given, provider);
  const end = UNNAMED.get(type)?.(textAt(given, "name") ?? standIn, standIn) ?? standIn;
  return closed(
    textOf([
      literal("arn:"),
      partitionOf(region),
      literal(`:${service}:`),
      region,
      literal(":"),
      accountOf(provider),
      literal(`:${end}`),
    ]),
  );
}

function textAt(given: Fields, name: string): string | undefined {
  const value = given.entries.get(name);
  return value && knownText(value);
}

/** With a word for each part that isn't known: an ARN that no statement means. */
function closed(value: Value): string {
  if (value.kind !== "template") return knownText(value) ?? "unknown";
  return value.parts.map((part) => knownText(part) ?? "unknown").join("");
}

/** Types whose `id` is their ARN, of those whose ARN isn't made by a name. */
const ARN_IDS: ReadonlySet<string> = new Set(["aws_secretsmanager_secret"]);

/** What an attribute is taken for before the cloud tells it. */
export function standIn(resource: Resource, attribute: string): string {
  if (!resource.type.startsWith("aws_")) return `${standInId(resource)}.${attribute.replace(/[^\w.-]/g, "-")}`;
  if (attribute === "arn" || (attribute === "id" && ARN_IDS.has(resource.type))) return arnOf(resource);
  return resource.type === "aws_vpc_endpoint" && attribute === "id" ? `vpce-${standInName(resource)}` : standInName(resource);
}
