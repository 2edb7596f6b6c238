import { argument } from "../../estate/arguments";
import { isUnknown, type Maybe } from "../../estate/maybe";
import { personKind } from "../../estate/oci/people";
import type { Resource } from "../../input";
import type { DomainName } from "../../simulate/oci";
import type { Facts } from "./facts";

/**
 * Arguments that hold the name inside the cloud, the first that a resource has; where none is written and the type is here,
 * the cloud makes a name up. Source: the providers' documentation of each type.
 */
const NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ["aws_db_instance", ["identifier"]],
  ["aws_dynamodb_table", ["name"]],
  ["aws_iam_group", ["name"]],
  ["aws_iam_role", ["name"]],
  ["aws_iam_user", ["name"]],
  ["aws_rds_cluster", ["cluster_identifier"]],
  ["aws_redshift_cluster", ["cluster_identifier"]],
  ["aws_s3_bucket", ["bucket"]],
  ["aws_secretsmanager_secret", ["name"]],
  ["oci_database_autonomous_database", ["display_name"]],
  ["oci_objectstorage_bucket", ["name"]],
]);

/** Of all other types, which may have no name at all. */
const USUAL = ["name", "display_name", "bucket", "function_name", "identifier"];

/** Whether a resource has such a name. */
export function hasName(pattern: string, resource: Resource, facts: Facts): Maybe<boolean> {
  const name = nameOf(resource, facts);
  return name === undefined || isUnknown(name) ? (name ?? false) : fits(pattern, name);
}

function nameOf(resource: Resource, { links, people }: Facts): Maybe<string> | undefined {
  if (personKind(resource.type)) {
    const name = people().nameOf(resource);
    return isUnknown(name) ? name : shortName(name);
  }
  const known = NAMES.get(resource.type);
  const written = (known ?? USUAL).find((one) => argument(resource, one) !== undefined);
  if (written !== undefined) return links.text(argument(resource, written));
  return known && { unknown: "the cloud names it when it is made" };
}

/** `Domain/Name`; of the Default domain the name alone. */
const shortName = ({ domain, name }: DomainName) => (domain === "Default" ? name : `${domain}/${name}`);

/** Whether a name fits a pattern, in which `*` stands for any signs but `/`, so that no other domain's group is meant by accident. */
export function fits(pattern: string, name: string): boolean {
  const inDefault = (text: string) => text.replace(/^Default\//, "");
  const parts = inDefault(pattern).split("/");
  const found = inDefault(name).split("/");
  return parts.length === found.length && parts.every((part, at) => fitsPart(part, found[at] ?? ""));
}

/** Each piece between stars at the first place where it fits: no other choice fits more. */
function fitsPart(pattern: string, text: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > text.length - last.length) return false;
    at = found + piece.length;
  }
  return true;
}
