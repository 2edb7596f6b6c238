import type { Diagnostic } from "../../diagnostic";
import { quote } from "../../quote";
import { itemsOf, membersOf, objectOf, refuseMissing, refuseType, textOf } from "./elements";
import { collectFindings, type Findings } from "./findings";
import { type JsonMember, type JsonNode, type JsonObject, jsonOf, readJson } from "./json";
import { type KindRules, rulesOf, type SizeLimit } from "./kinds";
import { readStatement } from "./statement";
import type { PolicyDocument, PolicyKind, PolicyStatement, PolicyVersion } from "./syntax";

export type ReadPolicy =
  | { readonly document: PolicyDocument; readonly diagnostics?: undefined }
  | { readonly diagnostics: readonly Diagnostic[]; readonly document?: undefined };

/**
 * Reads a policy document of a kind, from its JSON text or from JSON that is parsed already. What AWS wouldn't take for
 * such a policy is refused, with all its mistakes: each has a path, and from a text its line and column.
 * What is only suspicious is `warningsOf`'s.
 */
export function readPolicy(kind: PolicyKind, source: unknown): ReadPolicy {
  const text = typeof source === "string" ? source : undefined;
  const findings = collectFindings(text);
  const json = text === undefined ? jsonOf(source) : readJson(text);
  if ("mistake" in json) {
    const { expected, found } = json.mistake;
    findings.add(json.mistake, { rule: "json", expected: [expected], found: text === undefined ? found : quoteFound(found) });
    return { diagnostics: findings.list };
  }
  const document = readDocument(kind, json.root, findings);
  checkText(text ?? JSON.stringify(source), json.root, rulesOf(kind), findings);
  return findings.list.length > 0 || document === undefined ? { diagnostics: findings.list } : { document };
}

function quoteFound(found: string): string {
  return found === "" ? "the end of the text" : quote(found);
}

const ELEMENTS = ["Version", "Id", "Statement"] as const;

/** policy := { [Version], [Id], Statement: statement | [statement, …] } */
function readDocument(kind: PolicyKind, root: JsonNode, findings: Findings): PolicyDocument | undefined {
  const policy = objectOf(root, "a policy document", findings);
  if (policy === undefined) return undefined;
  const rules = rulesOf(kind);
  const members = membersOf(policy, ELEMENTS, "an element of a policy", findings);
  const version = readVersion(policy, members.get("Version"), rules, findings);
  const idMember = members.get("Id");
  const id = idMember && textOf(idMember.value, '"Id"', findings);
  const statement = members.get("Statement");
  if (statement === undefined) return refuseMissing(policy, '"Statement" in a policy', undefined, findings);
  const nodes = statementsOf(statement.value, findings);
  const statements = nodes.map((node) => readStatement(node, { rules, version, findings }));
  if (rules.strictSid) refuseSameSids(nodes, statements, findings);
  return { kind, version, ...(id === undefined ? {} : { id }), statements };
}

const VERSIONS = ["2012-10-17", "2008-10-17"] as const;

/** Without a version a document is of the older one (IAM User Guide, "IAM JSON policy elements: Version"). */
function readVersion(policy: JsonObject, member: JsonMember | undefined, rules: KindRules, findings: Findings): PolicyVersion {
  if (member === undefined) {
    if (rules.currentVersion) refuseMissing(policy, `"Version" in ${rules.name}`, 'write "Version": "2012-10-17"', findings);
    return "2008-10-17";
  }
  const text = textOf(member.value, '"Version"', findings);
  const taken = rules.currentVersion ? VERSIONS.slice(0, 1) : VERSIONS;
  const version = taken.find((each) => each === text);
  if (text !== undefined && version === undefined) {
    const expected = taken.map((each) => `"${each}"`);
    findings.add(member.value, {
      rule: "version",
      expected,
      found: quote(text),
      help: "it is the version of the language, not of the policy",
    });
  }
  return version ?? "2012-10-17";
}

function statementsOf(node: JsonNode, findings: Findings): readonly JsonObject[] {
  if (node.kind !== "object" && node.kind !== "array") {
    refuseType(node, 'an object or a list of objects for "Statement"', findings);
    return [];
  }
  return itemsOf(node, '"Statement"', findings).flatMap((item) => objectOf(item, "a statement", findings) ?? []);
}

/** IAM User Guide, "IAM JSON policy elements: Sid". */
function refuseSameSids(nodes: readonly JsonObject[], statements: readonly PolicyStatement[], findings: Findings): void {
  const seen = new Set<string>();
  for (const [index, { sid }] of statements.entries()) {
    const member = nodes[index]?.members.find(({ name }) => name === "Sid");
    if (sid !== undefined && member !== undefined && seen.has(sid))
      findings.add(member.value, { rule: "sid", expected: ['a "Sid" of its own'], found: `${quote(sid)} again` });
    if (sid !== undefined) seen.add(sid);
  }
}

/** Size and characters of the whole document (IAM User Guide, "IAM and AWS STS quotas", and each service's own). */
function checkText(text: string, root: JsonNode, rules: KindRules, findings: Findings): void {
  if (rules.size) {
    const { most, unit } = rules.size;
    const size = sizeOf(text, rules.size);
    if (size > most)
      findings.add(root, { rule: "size", expected: [`at most ${most} ${unit} in ${rules.name}`], found: String(size) });
  }
  const stray = rules.latin ? /[^\t\n\r\u0020-\u00ff]/u.exec(text) : null;
  if (stray === null) return;
  const expected = ["only characters up to U+00FF"];
  findings.add({ path: "", offset: stray.index }, { rule: "character", expected, found: quote(stray[0]) });
}

function sizeOf(text: string, { unit, countsBlanks }: SizeLimit): number {
  if (unit === "bytes") return Buffer.byteLength(text);
  return countsBlanks ? text.length : text.replace(/\s/g, "").length;
}
