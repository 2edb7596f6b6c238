import type { JsonMember, JsonNode } from "../../aws/policy/json";
import { quote } from "../../quote";
import type { Notes } from "./notes";
import type { AwsPrincipalText, OciPrincipalText } from "./request";
import { membersOf, readAddress, textOf, textsOf } from "./shape";

/** Each form of a principal is one key. */
const FORMS = [
  "groups",
  "user",
  "dynamicGroups",
  "service",
  "resource",
  "role",
  "identityProvider",
  "anonymous",
  "address",
] as const;
type Form = (typeof FORMS)[number];

const WHAT = "the principal";

/** The one form that is written; notes that there is none, or more than one. */
function formOf(node: JsonNode, notes: Notes): (JsonMember & { readonly name: Form }) | undefined {
  const members = membersOf(node, WHAT, FORMS, notes);
  if (!members) return undefined;
  const [form, other] = [...members.values()];
  if (!form && node.kind === "object" && node.members.length === 0)
    notes.add(node, "request/missing", `${WHAT} says nothing`, { expected: FORMS, help: `name one of ${FORMS.join(", ")}` });
  if (form && other) {
    const message = `${WHAT} is named by ${quote(form.name)} and by ${quote(other.name)}`;
    notes.add(other, "request/contradiction", message, { help: helpFor([form.name, other.name]) });
  }
  return form as (JsonMember & { readonly name: Form }) | undefined;
}

function helpFor(names: readonly string[]): string {
  if (names.includes("user") && names.includes("groups")) return "a user acts as its groups: name the groups alone";
  return "leave one of them out";
}

/** Who asks on Oracle Cloud. `undefined` when that was noted as wrong. */
export function readOciPrincipal(node: JsonNode, notes: Notes): OciPrincipalText | undefined {
  const form = formOf(node, notes);
  if (!form) return undefined;
  const { value } = form;
  switch (form.name) {
    case "groups": {
      const groups = textsOf(value, "groups", notes);
      return groups && { kind: "groups", groups };
    }
    case "dynamicGroups": {
      const dynamicGroups = textsOf(value, "dynamicGroups", notes);
      return dynamicGroups && { kind: "dynamic-groups", dynamicGroups };
    }
    case "user": {
      const user = textOf(value, "user", notes);
      if (user !== undefined && isArn(user)) return noteOtherCloud(form, "an ARN is of AWS, and a permission of OCI", notes);
      return user === undefined ? undefined : { kind: "user", user };
    }
    case "service": {
      const service = textOf(value, "service", notes);
      return service === undefined ? undefined : { kind: "service", service };
    }
    case "resource": {
      const resource = textOf(value, "resource", notes);
      return resource === undefined ? undefined : readResource(resource);
    }
    case "role":
      return noteOtherCloud(form, "a role is of AWS, and a permission of OCI", notes);
    case "identityProvider":
      return noteOtherCloud(form, "an identity provider vouches for callers of AWS, and a permission is of OCI", notes);
    case "anonymous":
      return readAnonymous(value, notes);
    case "address":
      return readAddress(value, notes);
  }
}

/** `workload`, or `workload in a:b` where it matters in which compartment it is. */
function readResource(text: string): OciPrincipalText {
  const [type = text, path] = text.split(" in ");
  return { kind: "resource", type, ...(path === undefined ? {} : { compartment: path === "tenancy" ? [] : path.split(":") }) };
}

/** Who asks on AWS. `undefined` when that was noted as wrong. */
export function readAwsPrincipal(node: JsonNode, notes: Notes): AwsPrincipalText | undefined {
  const form = formOf(node, notes);
  if (!form) return undefined;
  const { value } = form;
  switch (form.name) {
    case "role":
    case "user":
      return readArn(value, form.name, notes);
    case "service": {
      const service = textOf(value, "service", notes);
      return service === undefined ? undefined : { kind: "service", service };
    }
    case "identityProvider": {
      const provider = textOf(value, "identityProvider", notes);
      return provider === undefined ? undefined : { kind: "web-identity", provider };
    }
    case "resource":
      return noteOtherCloud(form, "a resource that acts by its type is of OCI, and an action of AWS", notes);
    case "groups":
    case "dynamicGroups":
      return noteOtherCloud(form, `${quote(form.name)} are of OCI, and an action of AWS`, notes);
    case "anonymous":
      return readAnonymous(value, notes);
    case "address":
      return readAddress(value, notes);
  }
}

function noteOtherCloud(at: JsonMember, message: string, notes: Notes): undefined {
  notes.add(at, "request/contradiction", message, { help: "OCI asks with permission, AWS with action" });
}

const isArn = (text: string) => /^arn:/i.test(text);

/** IAM User Guide, "IAM identifiers": a path may stand before the name. */
const IAM_ARN = /^arn:aws[a-z-]*:iam::[0-9]{12}:(?:(role|user)\/[\x21-\x7e]+|(root))$/;

function readArn(node: JsonNode, form: "role" | "user", notes: Notes): AwsPrincipalText | undefined {
  const arn = textOf(node, form, notes);
  if (arn === undefined) return undefined;
  const [, kind, root] = IAM_ARN.exec(arn) ?? [];
  if (kind === form) return { kind: form, arn };
  if (root && form === "user") return { kind: "root", arn };
  const expected = `arn:aws:iam::111122223333:${form}/NAME`;
  const help = kind ? `write {"${kind}": …}` : `write it as ${expected}`;
  notes.add(node, "request/arn", `expected the ARN of a ${form}, found ${quote(arn)}`, { expected: [expected], help });
  return undefined;
}

function readAnonymous(node: JsonNode, notes: Notes): { readonly kind: "anonymous" } | undefined {
  if (node.kind === "boolean" && node.text === "true") return { kind: "anonymous" };
  notes.add(node, "request/type", '"anonymous" takes true, or is left out', { expected: ["true"] });
  return undefined;
}
