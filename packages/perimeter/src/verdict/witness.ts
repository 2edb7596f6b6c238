import { shortName } from "../estate/oci/actors";
import type { AwsRequest } from "../simulate/aws/request";
import { type CompartmentPath, isUnknown, type Maybe, type OciRequest } from "../simulate/oci";
import { shownPath } from "../simulate/oci/names";

/** A request as `perimeter simulate` takes it. */
export function writtenRequest(request: OciRequest | AwsRequest): object {
  return "permission" in request ? ofOci(request) : ofAws(request);
}

function ofOci({ principal, permission, target, variables }: OciRequest): object {
  return {
    principal: ociPrincipal(principal),
    permission,
    target: { compartment: pathText(target.compartment) },
    variables: Object.fromEntries(
      [...variables].filter(([, value]) => !isUnknown(value)).sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
  };
}

function ociPrincipal(principal: OciRequest["principal"]): object {
  switch (principal.kind) {
    case "user":
      if (principal.name && principal.id !== undefined) return { user: shortName(principal.name) };
      return { groups: isUnknown(principal.groups) ? [] : principal.groups.map(shortName) };
    case "resource":
      if (principal.dynamicGroups && principal.dynamicGroups.length > 0)
        return { dynamicGroups: principal.dynamicGroups.map(shortName) };
      return { resource: `${principal.type ?? "any"}${placeOf(principal.compartment)}` };
    case "service":
      return { service: principal.name };
    case "anonymous":
      return { anonymous: true };
  }
}

const placeOf = (path: Maybe<CompartmentPath> | undefined) =>
  path === undefined || isUnknown(path) ? "" : ` in ${path.length === 0 ? "tenancy" : shownPath(path)}`;

const pathText = (path: Maybe<CompartmentPath>) => (isUnknown(path) ? "" : shownPath(path));

function awsPrincipal(principal: AwsRequest["principal"]): object {
  switch (principal.kind) {
    case "session":
      return { role: principal.role };
    case "user":
      return { user: principal.arn };
    case "root":
      return { user: `arn:aws:iam::${principal.account}:root` };
    case "service":
      return { service: principal.name };
    case "web-identity":
      return { identityProvider: principal.provider };
    case "federated-user":
      return { user: principal.user };
    case "anonymous":
      return { anonymous: true };
  }
}

function ofAws({ principal, action, resource, context }: AwsRequest): object {
  const variables = Object.fromEntries(
    [...context]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, values]) => [key, values.length === 1 ? values[0] : values]),
  );
  return { principal: awsPrincipal(principal), action, target: { arn: resource }, variables };
}
