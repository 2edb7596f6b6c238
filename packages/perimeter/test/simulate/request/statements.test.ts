import { describe, expect, test } from "@jest/globals";
import { readStatements } from "../../../src/simulate/request/statements";

const READ = "Allow group readers to read objects in compartment stores";
const WRITE = "Allow group writers to manage objects in compartment stores";

/** The policies as `compartment: line, line`. */
function policiesIn(text: string): readonly string[] {
  const read = readStatements(text, "f");
  if ("diagnostics" in read) throw new Error(JSON.stringify(read.diagnostics));
  return read.policies.map(({ attachment, statements }) => {
    const lines = "unknown" in statements ? [] : statements.map(({ address }) => address.replace("f:", ""));
    return `${"unknown" in attachment ? "?" : attachment.join(":")}: ${lines.join(", ")}`;
  });
}

describe("a file of statements", () => {
  // biome-ignore format: one case a line
  test.each<[string, string, readonly string[]]>([
    ["of nothing has no policy", "", []],
    ["of blank lines has none", "\n \n\t\n", []],
    ["of one line has one", `us\t${READ}`, ["us: 1"]],
    ["of a compartment below another", `us:stores\t${READ}\n`, ["us:stores: 1"]],
    ["of the root", `tenancy\t${READ}\n`, [": 1"]],
    ["of the root in capitals", `TENANCY\t${READ}\n`, [": 1"]],
    ["of a compartment with several statements has one policy", `us\t${READ}\nus\t${WRITE}\n`, ["us: 1, 2"]],
    ["of two compartments has two", `us\t${READ}\neu\t${WRITE}\nus\t${WRITE}\n`, ["us: 1, 3", "eu: 2"]],
    ["takes a compartment's name in any case", `us\t${READ}\nUS\t${WRITE}\n`, ["us: 1, 2"]],
    ["takes blanks around the compartment", ` us \t${READ}\n`, ["us: 1"]],
    ["counts blank lines", `\n\nus\t${READ}\n\nus\t${WRITE}\n`, ["us: 3, 5"]],
    ["ends lines with CRLF", `us\t${READ}\r\nus\t${WRITE}\r\n`, ["us: 1, 2"]],
    ["has compartments of any name", `__proto__\t${READ}\nconstructor\t${WRITE}\n`, ["__proto__: 1", "constructor: 2"]],
    ["takes tabs for blanks in a statement", `us\t${READ.replace(" to ", "\tto\t")}\n`, ["us: 1"]],
  ])("%s", (_, text, expected) => expect(policiesIn(text)).toEqual(expected));

  test("keeps the statement as it stands there, without what is around it", () => {
    const read = readStatements(`us\t  ${READ} \n`, "f");
    expect(read).toEqual({
      policies: [{ attachment: ["us"], address: "f:1", statements: [{ text: READ, address: "f:1" }] }],
    });
  });
});

describe("a line is refused", () => {
  const AS_PATH = "write the names from below the root, joined by colons, or tenancy for the root itself";
  // biome-ignore format: one case a line
  test.each<[string, string, number, string, string | undefined]>([
    ["without a tab", READ, READ.length + 1, "expected a tab behind the compartment", "write COMPARTMENT, a tab, STATEMENT; the root is tenancy"],
    ["without a compartment", `\t${READ}`, 1, 'expected the path of a compartment, found ""', AS_PATH],
    ["with an empty name in its path", `us::a\t${READ}`, 1, 'expected the path of a compartment, found "us::a"', AS_PATH],
    ["with an OCID for its compartment", `ocid1.compartment/x\t${READ}`, 1, 'expected the path of a compartment, found "ocid1.compartment/x"', AS_PATH],
    ["without a statement", "us\t", 4, "expected `allow`, `deny`, `define`, `endorse` or `admit`, found the end of the statement", undefined],
    ["with a slip in its statement", `us\t${READ.replace(" read ", " raed ")}`, 27, "expected `inspect`, `read`, `use`, `manage` or `{`, found `raed`", "did you mean `read`?"],
    ["with a full stop", `us\t${READ}.`, 3 + READ.length + 1, "expected the end of the statement, found a full stop", "a statement has no terminator: leave the full stop out, or quote the name that ends in it"],
  ])("%s", (_, line, column, message, help) => {
    const read = readStatements(`us\t${WRITE}\n${line}\n`, "f");
    const [diagnostic, ...others] = "diagnostics" in read ? read.diagnostics : [];
    expect(diagnostic).toMatchObject({ file: "f", line: 2, column, message });
    expect([diagnostic?.help, others]).toEqual([help, []]);
  });

  test("with every other one that is wrong", () => {
    const read = readStatements(`x\nus\t${READ}\nus\ty\n::\t${READ}`, "f");
    expect("diagnostics" in read && read.diagnostics.map(({ line, code }) => [line, code])).toEqual([
      [1, "statements/tab"],
      [3, "statements/syntax"],
      [4, "statements/compartment"],
    ]);
  });

  test("at once, however many there are", () => {
    const read = readStatements("us\tnothing\n".repeat(100_000), "f");
    expect("diagnostics" in read && read.diagnostics.length).toBe(100_000);
  });
});
