import { describe, expect, test } from "@jest/globals";
import { readPolicy } from "../../../src/aws/policy/read";
import type { PolicyKind } from "../../../src/aws/policy/syntax";
import { type Change, changed, STATEMENTS } from "../support/policies";
import { rowsOf } from "../support/rows";

/** One mistake in a document that is otherwise right, and all that is said of it. */
interface Refusal extends Change {
  readonly kind: PolicyKind;
  readonly rule: string;
  readonly path?: string;
  readonly message: string;
  readonly help?: string;
}

const REFUSALS = rowsOf<Refusal>(__dirname, "refusals.jsonl");

describe.each([...new Set(REFUSALS.map(({ rule }) => rule))])("%s", (rule) => {
  const rows = REFUSALS.filter((row) => row.rule === rule).map((row) => {
    const { put, drop, document } = row;
    return [row.kind, JSON.stringify({ put, drop, document }), row] as const;
  });

  test.each(rows)("a policy of kind %s with %s is refused", (kind, _, { path, message, help, ...change }) => {
    const { diagnostics } = readPolicy(kind, changed(kind, change));
    expect(diagnostics?.map(({ expected, ...told }) => ({ ...told, expected: (expected ?? []).length > 0 }))).toEqual([
      {
        code: `policy/${rule}`,
        message,
        expected: true,
        ...(path === undefined ? {} : { path }),
        ...(help === undefined ? {} : { help }),
      },
    ]);
  });
});

test.each(Object.keys(STATEMENTS) as PolicyKind[])("their neighbour of kind %s, with nothing changed, is read", (kind) => {
  expect(readPolicy(kind, changed(kind, {})).diagnostics).toBeUndefined();
});

test("every message is one sentence on one line, in lower case and without a full stop", () => {
  for (const { message } of REFUSALS) expect(message).toMatch(/^expected [^\r\n]+[^.]$/);
});
