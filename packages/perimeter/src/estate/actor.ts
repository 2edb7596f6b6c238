import type { RequestPrincipal } from "../simulate/aws/request";
import type { OciPrincipal } from "../simulate/oci";
import type { NamedPrincipal } from "./named-principal";

/** A principal together with how it asks: what an evaluator takes. */
export type Actor =
  | { readonly cloud: "oci"; readonly principal: NamedPrincipal; readonly acts: OciPrincipal }
  | { readonly cloud: "aws"; readonly principal: NamedPrincipal; readonly acts: RequestPrincipal };

export type OciActor = Extract<Actor, { cloud: "oci" }>;
export type AwsActor = Extract<Actor, { cloud: "aws" }>;

/** One for each principal of an estate, whatever names it. */
export function keyOf({ principal: { cloud, kind, name, id } }: Actor): string {
  return `${cloud} ${kind} ${(cloud === "aws" ? (id ?? name) : name).toLowerCase()}`;
}

/** The principal as a sentence calls it: `group "apac-eng"`. */
export function shownActor({ principal: { kind, name } }: Actor): string {
  if (kind === "any-user") return "everybody in the tenancy";
  if (kind === "anonymous") return name === "anonymous" ? "anybody without credentials" : name;
  return `${kind.replace("-", " ")} "${name}"`;
}
