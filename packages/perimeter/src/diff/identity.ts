import type { Resource } from "../input";
import { knownText } from "../input/expression/text";
import { accountOf, regionOf } from "../input/names";

/**
 * Arguments by which a cloud calls what it holds, the most telling first.
 * Source: the providers' documentation of each type, "Argument Reference".
 */
const NAMES = [
  "bucket_name",
  "name",
  "function_name",
  "bucket",
  "db_name",
  "cluster_identifier",
  "identifier",
  "alarm_name",
  "domain_name",
  "display_name",
  "user_name",
  "domain",
] as const;

/** What a cloud knows a resource by, whatever Terraform calls it. */
export interface CloudIdentity {
  /** `undefined`: the cloud gives it an id alone, or its name isn't known. */
  readonly name?: string;
  readonly region?: string;
  readonly account?: string;
}

export function cloudIdentity({ type, arguments: given, provider }: Resource): CloudIdentity {
  // An argument that names another resource is a reference there: a policy of a bucket isn't the bucket.
  const value = NAMES.map((name) => given.entries.get(name)).find((one) => one?.kind === "literal");
  const name = value && knownText(value);
  const region = knownText(regionOf(given, provider));
  const account = type.startsWith("aws_") ? knownText(accountOf(provider)) : provider.tenancy && knownText(provider.tenancy);
  return {
    ...(name === undefined ? {} : { name }),
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
  };
}

/** Types whose names are the same thing in every region of an account or tenancy. */
const GLOBAL = /^(aws_iam_|oci_identity_)/;

/** One text for each name that is unique in a cloud; `undefined`: it has none. */
export function nameKey(resource: Resource): string | undefined {
  const { name, region, account } = cloudIdentity(resource);
  if (name === undefined) return undefined;
  return JSON.stringify([resource.type, name, account, GLOBAL.test(resource.type) ? null : region]);
}
