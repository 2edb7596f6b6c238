/** JSON Schema (draft 2020-12), as far as a verdict needs it. */
type Schema = { readonly [keyword: string]: unknown };

/** An object that has all of these keys, may have those, and has no other. */
const object = (required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): Schema => ({
  type: "object",
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});

const listOf = (items: Schema): Schema => ({ type: "array", items });
const oneOf = (...words: readonly string[]): Schema => ({ enum: words });
const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });
const told = (description: string, schema: Schema): Schema => ({ description, ...schema });
const definition = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

const TEXT: Schema = { type: "string" };
const TRUTH: Schema = { type: "boolean" };
const COUNT: Schema = { type: "integer", minimum: 0 };
const LINE: Schema = { type: "integer", minimum: 1 };
const DAY: Schema = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const ADDRESS = told("`stack/type.name`; in modules and loops Terraform's own form stands after the slash", TEXT);
const OUTCOME = oneOf("holds", "violated", "undecided");
const RESIDENCY = told("jurisdictions or countries; empty: no role lists it", listOf(TEXT));

const principal = object({
  kind: TEXT,
  name: told("the name that the cloud knows", TEXT),
  account: told("AWS: the account that it is of", nullable(TEXT)),
  address: nullable(ADDRESS),
  residency: RESIDENCY,
});

const asset = object({
  kind: told("store or copy; more may come", TEXT),
  name: told("the store's name in the model", TEXT),
  address: ADDRESS,
  jurisdiction: TEXT,
});

const source = object({
  file: nullable(TEXT),
  line: nullable(LINE),
  construct: told("the path of the construct", nullable(TEXT)),
});

const step = object({
  step: told("grant, deny, membership, escalation, flow, credential, key, route, public, link; more may come", TEXT),
  address: TEXT,
  text: TEXT,
});

const edit = object({ address: TEXT, argument: TEXT, before: TEXT, after: nullable(TEXT) });

const approved = object({
  reason: TEXT,
  approver: TEXT,
  expires: told("the last day on which it counts", DAY),
  line: told("of the file of approvals", LINE),
});

const finding = object(
  {
    rule: told("docs/rules.md has the catalogue", { type: "string", pattern: "^[a-z]+/[a-z-]+$" }),
    severity: oneOf("critical", "high", "medium", "low"),
    principal: nullable(definition("principal")),
    asset: nullable(definition("asset")),
    source: told("where the resource was made", nullable(definition("source"))),
    fingerprint: told("the same over lines, texts and versions", { type: "string", pattern: "^[0-9a-f]{16}$" }),
    path: listOf(definition("step")),
    witness: told("a request as `perimeter simulate` takes it, one for each step, or null", {}),
    message: told("one plain sentence", TEXT),
    fix: nullable(object({ text: TEXT, edits: listOf(edit) })),
  },
  { approved: told("who answers for it: it fails nothing", definition("approved")) },
);

const guarantee = object({
  id: oneOf("access", "residency", "routing", "oversight", "recovery"),
  verdict: oneOf("holds", "violated", "undecided", "not-declared"),
  findings: listOf(definition("finding")),
  notes: told("like findings, and fail nothing", listOf(definition("finding"))),
  undecided: told("what couldn't be read or known", listOf(object({ address: nullable(TEXT), reason: TEXT }))),
});

const accessRow = object({
  principal: definition("principal"),
  role: told("the role of the model that lists it", nullable(TEXT)),
  residency: RESIDENCY,
  asset: definition("asset"),
  capability: oneOf("none", "metadata", "content", "administer"),
  scenarios: listOf(TEXT),
  trusted: told("whether it may change the boundary itself", TRUTH),
  when: told("`always`, `never`, or what a request has to bring", TEXT),
});

const layers = object({
  principal: definition("principal"),
  role: nullable(TEXT),
  asset: definition("asset"),
  allowList: TRUTH,
  guardrail: TRUTH,
  structure: TRUTH,
});

/** What `--format json` prints. Keys are only ever added, and with them a version of this schema. */
export const verdictSchema: Schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "the verdict of perimeter check",
  ...object(
    {
      schemaVersion: { const: 1 },
      verdict: told("violated if one guarantee is, else undecided if one is", OUTCOME),
      at: told("the day on which the question is asked", DAY),
      restsOnDenials: told("whether it holds only because of deny statements that may not be in force", TRUTH),
      guarantees: listOf(definition("guarantee")),
      access: told("who can do what with which store or copy", listOf(accessRow)),
      trustBase: told(
        "who could change the boundary itself",
        listOf(object({ principal: definition("principal"), declared: TRUTH, because: TEXT })),
      ),
      layers: told("which layers keep each foreign role out, each by itself", listOf(layers)),
      inputs: object({ stacks: COUNT, resources: COUNT, statements: COUNT, principals: COUNT, assets: COUNT }),
    },
    {
      approvals: told(
        "what became of a file of approvals",
        object({ file: TEXT, stale: listOf(object({ rule: TEXT, line: LINE, message: TEXT })) }),
      ),
    },
  ),
  $defs: { principal, asset, source, step, approved, finding, guarantee },
};
