import { looksLikeOcid } from "./names";
import { printCondition } from "./print-condition";
import { printList, printName, printOcid, printQualifiedName, UnprintableStatementError } from "./print-name";
import type {
  Action,
  ById,
  CompartmentLocation,
  Condition,
  CrossLocation,
  Effect,
  Joined,
  PolicyStatement,
  QualifiedName,
  Source,
  Subject,
} from "./syntax";

export { UnprintableNameError, UnprintableStatementError } from "./print-name";

/**
 * The statement in its canonical form: keywords in lower case but for the first, single blanks, `, ` in lists, names
 * quoted only where the language demands it. Parsing it gives the same tree again.
 * @throws UnprintableStatementError for a name or value that no statement can hold, or a list with nothing in it.
 */
export function printStatement(statement: PolicyStatement): string {
  switch (statement.kind) {
    case undefined: {
      const { effect, subject, action, location, condition } = statement;
      return `${effect === "allow" ? "Allow" : "Deny"} ${printSubject(subject)} to ${printAction(action)} in ${printLocation(location)}${printWhere(condition)}`;
    }
    case "define":
      return `Define ${statement.what} ${printQualifiedName(statement.name)} as ${printOcid(statement.ocid)}`;
    case "endorse":
    case "admit": {
      const { action, location, condition } = statement;
      const head = printHead(statement.kind, statement);
      return `${head} to ${printAction(action)} in ${printLocation(location)}${printWhere(condition)}`;
    }
    case "associate": {
      const { joins, condition } = statement;
      const head = printHead(statement.half, statement);
      return `${head} to associate ${printJoined(joins)} with ${printJoined(statement.with)}${printWhere(condition)}`;
    }
  }
}

interface Head {
  readonly effect: Effect;
  readonly subject: Subject;
  readonly source?: Source;
}

function printHead(half: "endorse" | "admit", { effect, subject, source }: Head): string {
  const verb = effect === "deny" ? `Deny ${half}` : { endorse: "Endorse", admit: "Admit" }[half];
  const of = source ? ` of ${source.kind === "any-tenancy" ? "any-tenancy" : `tenancy ${printName(source.tenancy)}`}` : "";
  return `${verb} ${printSubject(subject)}${of}`;
}

/** A subject as statements write it. */
export function printSubject(subject: Subject): string {
  switch (subject.kind) {
    case "any-user":
    case "any-group":
      return subject.kind;
    case "group":
    case "dynamic-group":
      return `${subject.kind} ${printList(subject.names, printItem)}`;
    case "service":
      return `service ${printList(subject.names, printName)}`;
    case "resource":
      return `resource ${printList(subject.names, printName, " ")}`;
  }
}

function printItem(item: QualifiedName | ById): string {
  if ("id" in item) return `id ${printOcid(item.id)}`;
  if (looksLikeOcid(item.domain ?? item.name)) refuseOcidAsName(item.domain ?? item.name);
  return printQualifiedName(item);
}

/** The service reads such a name as the id that it looks like, and asks for `id` before it. */
function refuseOcidAsName(name: string): never {
  throw new UnprintableStatementError(`"${name}" can't stand in a policy statement as a name: it would be read as an OCID`);
}

/** An action as statements write it: `read buckets` or `{BUCKET_READ}`. */
export function printAction(action: Action): string {
  return action.kind === "verb"
    ? `${action.verb} ${action.resourceType}`
    : `{${printList(action.permissions, (permission) => permission)}}`;
}

/** A location as statements and reports write it: `tenancy` or `compartment a:b:c`. */
export function printLocation(location: CrossLocation): string {
  switch (location.kind) {
    case "tenancy":
    case "any-tenancy":
      return location.kind;
    case "compartment":
    case "compartment-id":
      return printCompartment(location);
    case "foreign": {
      const tenancy = `tenancy ${printName(location.tenancy)}`;
      return location.compartment ? `${printCompartment(location.compartment)} of ${tenancy}` : tenancy;
    }
  }
}

function printCompartment(location: CompartmentLocation): string {
  const [only, ...rest] = location.kind === "compartment" ? location.path : [];
  if (only !== undefined && rest.length === 0 && looksLikeOcid(only)) refuseOcidAsName(only);
  return location.kind === "compartment"
    ? `compartment ${printList(location.path, printName, ":")}`
    : `compartment id ${printOcid(location.id)}`;
}

function printJoined({ resourceType, location }: Joined): string {
  return `${resourceType} in ${printLocation(location)}`;
}

function printWhere(condition: Condition | undefined): string {
  return condition ? ` where ${printCondition(condition)}` : "";
}
