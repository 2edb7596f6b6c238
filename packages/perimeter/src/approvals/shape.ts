import { date } from "../declaration/model/places";
import { listOf, record } from "../declaration/shape/collection";
import { exactly, text, word } from "../declaration/shape/scalar";
import { described, type JsonSchema, placed, type ReadBy, type Shape } from "../declaration/shape/shape";

const fields = record(
  {
    reason: described("why this is accepted", text(/\S/, "why this is accepted")),
    approver: described("who answers for it", text(/\S/, "who answers for it")),
    expires: described("the last day on which it counts, a year ahead at most", placed(date)),
  },
  {
    fingerprint: described(
      "the finding, by the 16 hex digits that reports print",
      text(/^[0-9a-f]{16}$/, "a fingerprint, 16 hex digits in quotes"),
    ),
    role: described("a role of the model, or a principal's name", text(/\S/, "the name of a role or principal")),
    store: described("a store of the model", text(/\S/, "the name of a store")),
    capability: described("what the role may do with the store", word(["content", "administer"], "a capability")),
    approved: described("the day on which it was approved; left out: today, each time", placed(date)),
  },
);

/** What is approved is named in one of two ways; the reader says which is missing. */
const NAMED_ONCE: JsonSchema = {
  oneOf: [
    { required: ["fingerprint"], properties: { role: false, store: false, capability: false } },
    { required: ["role", "store", "capability"], properties: { fingerprint: false } },
  ],
};

const approval: Shape<ReadBy<typeof fields>> = { schema: { ...fields.schema, ...NAMED_ONCE }, read: fields.read };

/** `approvals.yaml`: findings that somebody answers for, for a time. Keys are only ever added. */
export const approvalsShape = record(
  {
    version: described("version of this format", exactly(1, "this version reads approvals of version 1")),
    approvals: described("findings that somebody answers for", listOf(placed(approval), "approvals", { least: 0 })),
  },
  {},
);

export type WrittenApproval = ReadBy<typeof approval>;

/** What editors are told of the file: made of the same shapes that read it. */
export const approvalsSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "approvals.yaml",
  ...approvalsShape.schema,
};
