import { type Variable as OciVariable, operationsNeeding, typesCarrying, variable } from "oci-policy";
import { equal, FALSE, type Formula, type Variable } from "../logic";
import type { Binding, Bindings } from "../simulate/oci/condition/binding";
import { isSupplied } from "../simulate/oci/condition/supplied";
import type { OciRequest } from "../simulate/oci/request";
import { TIME } from "./time-reading";

/** A request of which some parts are left open: what it doesn't name, and what is named here. */
export interface OciQuestion extends OciRequest {
  /** Variables that are open though they follow from something, by the beginnings of their names in lower case. */
  readonly open?: readonly string[];
  /** Variables that a request has only where the question names them, by the beginnings of their names: tags that are known. */
  readonly closed?: readonly string[];
}

/** What a variable is where a question leaves the request open. */
export type Held =
  /** It follows from principal, permission and target, or can't be there. */
  | { readonly kind: "fixed"; readonly binding: Binding }
  /** The request decides it. */
  | { readonly kind: "free"; readonly variable: Variable<"name"> };

/** What a request has in any case, whatever else it has ("General Variables for All Requests"). */
const ALWAYS: ReadonlySet<string> = new Set(["request.operation", "request.region"]);

/** What holds several values in one request. */
const MANY: ReadonlySet<string> = new Set(["request.networksource.name", "target.dns-domain.name", "target.dns-record.type"]);

/** What follows from the principal, the permission and the place of the target alone. */
const DERIVED = /^(request\.(permission|groups\.id|service\.name|principal\.|user\.)|target\.(resource\.)?compartment\.)/;

/** Says of every variable, by its name in any case, what it is for this question. */
export function heldBy(
  { permission, variables, open = [], closed = [] }: OciQuestion,
  bindings: Bindings,
): (name: string) => Held {
  const named = new Set([...variables.keys()].map((name) => name.toLowerCase()));
  return (name) => {
    const lower = name.toLowerCase();
    const binding = bindings(lower);
    if (open.some((beginning) => lower.startsWith(beginning))) return free(lower);
    if (named.has(lower)) return { kind: "fixed", binding };
    if (closed.some((beginning) => lower.startsWith(beginning)) && !isGivenByItself(lower))
      return { kind: "fixed", binding: { kind: "absent" } };
    if (DERIVED.test(lower)) return binding.kind === "unnamed" && isOneText(lower) ? free(lower) : { kind: "fixed", binding };
    return suppliedFreely(lower, permission);
  };
}

/** Every tenancy has tags of Oracle's, which no configuration writes ("Understanding Automatic Tag Defaults"). */
const isGivenByItself = (lower: string) => /\.tag\.oracle-/.test(lower);

/** Of a member of a group or a resource of a kind, the name and the id may be any. */
const isOneText = (lower: string) => /^request\.(user|principal)\.(id|name|type)$/.test(lower);

function suppliedFreely(lower: string, permission: string): Held {
  if (lower === "request.user.mfatotpverified") return unknownBinding("whether a second factor was given");
  const known = variable(lower);
  if (!known) return unknownBinding(`what the variable \`${lower}\` holds, which the documentation doesn't know`);
  if (!mayConcern(known, permission)) return { kind: "fixed", binding: { kind: "absent" } };
  const supplied = isSupplied(lower, permission, undefined);
  if (supplied === false) return { kind: "fixed", binding: { kind: "absent" } };
  if (supplied !== true) return unknownBinding(supplied.doubt);
  return free(lower);
}

const unknownBinding = (why: string): Held => ({ kind: "fixed", binding: { kind: "unknown", why: `it isn't known ${why}` } });

/** Whether a service that checks this permission may supply the variable: one of another service or type is absent. */
export function mayConcern({ service, appliesTo, notWith, certainty }: OciVariable, permission: string): boolean {
  const carriers = typesCarrying(permission);
  if (carriers.length === 0 || certainty === "U") return true;
  if (appliesTo.length > 0) return carriers.some(({ name }) => appliesTo.includes(name)) && isSometimesGiven(notWith, permission);
  return service === "general" || carriers.some((type) => type.service === service);
}

/** Some operations of a service don't supply a variable: if all that ask for the permission are among them, none does. */
function isSometimesGiven(notWith: readonly string[], permission: string): boolean {
  const possible = operationsNeeding(permission);
  return possible.length === 0 || possible.some(({ name }) => !notWith.includes(name));
}

function free(lower: string): Held {
  return { kind: "free", variable: { name: lower, sort: "name", ...(MANY.has(lower) ? { many: true } : {}) } };
}

/** What is true of every request: it has an operation, a region and a time. */
export function isInEveryRequest(name: string): boolean {
  return ALWAYS.has(name) || name === TIME.name || isOneText(name);
}

/** Two variables that the request decides. */
export function comparedFreely(one: Variable<"name">, other: Variable<"name">): Formula {
  return one.name === other.name && one.many ? FALSE : equal(one, other);
}
