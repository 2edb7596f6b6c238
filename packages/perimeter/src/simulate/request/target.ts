import type { JsonMember, JsonNode } from "../../aws/policy/json";
import { quote } from "../../quote";
import type { Notes } from "./notes";
import type { AwsTargetText, OciTargetText } from "./request";
import { membersOf, readAddress, textOf } from "./shape";

const FORMS = ["compartment", "address", "arn"] as const;
type Form = (typeof FORMS)[number];

const WHAT = "the target";

/** How the root of a tenancy is written. */
export const ROOT = "tenancy";

function formOf(node: JsonNode, own: readonly Form[], notes: Notes): (JsonMember & { readonly name: Form }) | undefined {
  const members = membersOf(node, WHAT, FORMS, notes);
  if (!members) return undefined;
  const [form, other] = [...members.values()] as (JsonMember & { readonly name: Form })[];
  if (!form && node.kind === "object" && node.members.length === 0)
    notes.add(node, "request/missing", `${WHAT} says nothing`, { expected: own, help: `name one of ${own.join(", ")}` });
  if (form && other) {
    const message = `${WHAT} is named by ${quote(form.name)} and by ${quote(other.name)}`;
    notes.add(other, "request/contradiction", message, { help: "leave one of them out" });
  }
  return form;
}

/** Upon what on Oracle Cloud. `undefined` when that was noted as wrong. */
export function readOciTarget(node: JsonNode, notes: Notes): OciTargetText | undefined {
  const form = formOf(node, ["compartment", "address"], notes);
  switch (form?.name) {
    case undefined:
      return undefined;
    case "compartment":
      return readCompartment(form.value, notes);
    case "address":
      return readAddress(form.value, notes);
    case "arn":
      notes.add(form, "request/contradiction", "an ARN is of AWS, and a permission of OCI", {
        help: 'OCI asks about {"compartment": "path:of:compartment"}',
      });
      return undefined;
  }
}

/** Upon what on AWS. `undefined` when that was noted as wrong. */
export function readAwsTarget(node: JsonNode, notes: Notes): AwsTargetText | undefined {
  const form = formOf(node, ["arn", "address"], notes);
  switch (form?.name) {
    case undefined:
      return undefined;
    case "arn":
      return readArn(form.value, notes);
    case "address":
      return readAddress(form.value, notes);
    case "compartment":
      notes.add(form, "request/contradiction", "a compartment is of OCI, and an action of AWS", {
        help: 'AWS asks about {"arn": "arn:aws:s3:::bucket/key"}',
      });
      return undefined;
  }
}

function readCompartment(node: JsonNode, notes: Notes): OciTargetText | undefined {
  const text = textOf(node, "compartment", notes);
  if (text === undefined) return undefined;
  const path = compartmentPath(text);
  if (path) return { kind: "compartment", path };
  notes.add(node, "request/compartment", `expected the path of a compartment, found ${quote(text)}`, {
    expected: ["path:of:compartment", ROOT],
    help: "write the names from below the root, joined by colons, or tenancy for the root itself",
  });
  return undefined;
}

/**
 * The names in `path:of:compartment`; none for `tenancy`, the root. `undefined` if one is empty or holds a character that
 * no compartment's name may have (OCI documentation, "Creating Compartments": letters, digits, periods, hyphens and
 * underscores).
 */
export function compartmentPath(text: string): readonly string[] | undefined {
  if (text.toLowerCase() === ROOT) return [];
  const path = text.split(":");
  return path.every((name) => /^[\w.-]{1,100}$/.test(name)) ? path : undefined;
}

/** arn:partition:service:region:account:resource (AWS General Reference, "Amazon Resource Names"). */
const ARN = /^arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:[0-9]{0,12}:\S/;

function readArn(node: JsonNode, notes: Notes): AwsTargetText | undefined {
  const arn = textOf(node, "arn", notes);
  if (arn === undefined) return undefined;
  if (arn === "*" || ARN.test(arn)) return { kind: "arn", arn };
  const expected = ["arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE", "*"];
  const help = "write it as arn:aws:s3:::bucket/key; * is for actions that know no resource";
  notes.add(node, "request/arn", `expected an ARN, found ${quote(arn)}`, { expected, help });
  return undefined;
}
