import { describe, expect, test } from "@jest/globals";
import { parseStatement } from "../../src/index";
import { refusal } from "../support/reading";
import refusals from "./refusals.json";

/** By the rule that is broken: text, column, message, and the help or null. */
const REFUSALS = refusals as unknown as Readonly<Record<string, readonly [string, number, string, string | null][]>>;

describe.each(Object.entries(REFUSALS))("%s", (_, rows) => {
  test.each(rows)("%s", (text, column, message, help) => {
    const { help: given, ...diagnostic } = refusal(text);
    expect({ ...diagnostic, help: given ?? null }).toMatchObject({ column, message, help });
  });
});

/** Each is one step away from a refused text above, and is read. */
const NEIGHBOURS = [
  "allow group a to read buckets in tenancy\n",
  "allow group a to read buckets in compartment 'b.'",
  "allow group a to read buckets in compartment a.b",
  "allow group a to read buckets in compartment '# all'",
  "allow group a to read buckets in compartment '// all'",
  "allow group a to read buckets in tenancy where request.region = /*/",
  "allow group 'größe' to read buckets in tenancy",
  "allow group '\"a\"' to read buckets in tenancy",
  "allow group 'o\\hara' to read buckets in tenancy",
  "allow group 'Night Shift' to read buckets in tenancy",
  "allow group Night, Shift to read buckets in tenancy",
  "allow group 'in' to read buckets in tenancy",
  "allow group inn to read buckets in tenancy",
  "allow group EU/a to read buckets in tenancy",
  "allow group user to read buckets in tenancy",
  "allow group 'id' to read buckets in tenancy",
  "allow group ocid to read buckets in tenancy",
  "allow group id ocid1.group.oc1..a to read buckets in tenancy",
  "allow group a{OBJECT_READ}in tenancy",
  "allow group a to read in-type in tenancy",
  "allow group a to read buckets in compartment id ocid1.compartment.oc1..a",
  "allow group a to read buckets in compartment ocid1.compartment.oc1..a:b",
  "allow group a to read buckets in compartment tenancy",
  "allow group a to read buckets in tenancy where request.region = ''",
  "allow group a to read buckets in tenancy where request.region = 'x' ",
  "allow group a to read buckets in tenancy where request.region = ocid1.x.oc1..a",
  "allow group a to read buckets in tenancy where request.region not in ('phx')",
  "allow group a to read buckets in tenancy where all {request.region = 'phx'}",
  "allow group a to read buckets in tenancy where sets-equal(request.region, ('b'))",
  "admit any-user of any-tenancy to read buckets in tenancy",
  "admit group a of tenancy b to read buckets in tenancy",
  "deny admit group a of tenancy b to read buckets in tenancy",
  "endorse group a to associate vcns in tenancy with vcns in tenancy b",
  "endorse group a to read buckets in tenancy b where request.region = 'phx'",
  "define tenancy b as id ocid1.tenancy.oc1..b",
];

test.each(NEIGHBOURS)("its neighbour is read: %s", (text) => expect(parseStatement(text).diagnostic).toBeUndefined());

test("a diagnostic lists what was expected, and where the wrong text stands", () => {
  expect(refusal("allow group a to read buckets in compartmnt stores")).toEqual({
    column: 34,
    span: { start: 33, end: 43 },
    message: "expected `tenancy` or `compartment`, found `compartmnt`",
    expected: ["`tenancy`", "`compartment`"],
    help: "did you mean `compartment`?",
  });
});
