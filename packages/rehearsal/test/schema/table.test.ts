import { describe, expect, test } from "@jest/globals";
import { identityOf, loadFacts, loadSchema, schemaText } from "../../src/schema/load";
import { lazyTable } from "../../src/schema/table";

const TEXT = `{
  "other": {
    "a": {"wrong":true}
  },
  "table": {
    "a": {"b":[1,2]},
    "c": {"}": "{"},
    "broken": {
  }
}
`;

describe("a table with a member a line", () => {
  const table = lazyTable<unknown>(TEXT, "table");
  test("has its members and nobody else's", () => expect(Object.keys(table)).toEqual(["a", "c", "broken"]));
  test("gives each as JSON has it, the same each time", () => {
    expect([table["a"], table["c"]]).toEqual([{ b: [1, 2] }, { "}": "{" }]);
    expect(table["a"]).toBe(table["a"]);
  });
  test("parses a member only when it is asked for", () => expect(() => table["broken"]).toThrow(SyntaxError));
  test.each(["constructor", "__proto__", "toString"])("has no %s of a prototype", (name) => expect(table[name]).toBeUndefined());
  test("that isn't there is named", () =>
    expect(() => lazyTable(TEXT, "tables")).toThrow('no object "tables" with a member a line'));
});

describe.each(["oci", "aws"] as const)("the schema of %s", (name) => {
  const { address } = identityOf(name);
  const whole = JSON.parse(schemaText(name)).provider_schemas[address];
  test("is all there, read line by line", () => expect({ ...loadSchema(name, address) }).toEqual(whole));
  test("knows types that its facts are about", () => {
    const types = Object.keys(loadSchema(name, address).resource_schemas);
    expect(types).toEqual(expect.arrayContaining(Object.keys(loadFacts(name))));
  });
});

test.each([
  ["oci", { address: "registry.terraform.io/oracle/oci", version: "8.28.0" }],
  ["aws", { address: "registry.terraform.io/hashicorp/aws", version: "6.25.0" }],
] as const)("%s is found under the address and version of its schema", (name, identity) =>
  expect(identityOf(name)).toEqual(identity),
);
