import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Block, type Literal, UNREAD } from "../../src/configuration/block";
import { hclBlocks } from "../../src/configuration/hcl";
import { SyntaxRefusal } from "../../src/configuration/tokens";

/** A block as a line: its header, its literals, what is in it. */
const shown = ({ type, labels, attributes, blocks }: Block): string =>
  `${[type, ...labels].join(" ")}{${[...[...attributes].map(([name, of]) => `${name}=${literal(of)}`), ...blocks.map(shown)].join(" ")}}`;

const literal = (value: Literal): string => JSON.stringify(value, (_, of) => (of === UNREAD ? "?" : of)) ?? "?";

const read = (text: string) => hclBlocks(text, "main.tf").map(shown).join(" ");

describe("a file of blocks", () => {
  const cases: readonly [name: string, text: string, blocks: string][] = [
    ["labels are quoted or bare", 'data "a" b {}', "data a b{}"],
    ["one line holds a whole block", 'provider "aws" { region = "r" }', 'provider aws{region="r"}'],
    ["blocks are in blocks", 'terraform {\n backend "s3" {\n }\n}', "terraform{backend s3{}}"],
    ["literals are read", 'x {\n a = true\n b = null\n c = "t"\n}', 'x{a=true b=null c="t"}'],
    ["an escape is read", 'x {\n a = "q\\"\\u0061"\n}', 'x{a="q\\"a"}'],
    ["an object is read", 'x {\n a = { s = "h/aws", v: "1" }\n}', 'x{a={"s":"h/aws","v":"1"}}'],
    ["an object over lines is read", 'x {\n a = {\n s = "h"\n # c\n "t" = "u",\n }\n}', 'x{a={"s":"h","t":"u"}}'],
    ["an expression is not", "x {\n a = 1 + 2\n b = var.c\n}", 'x{a="?" b="?"}'],
    ["a template is not", 'x {\n a = "${b}"\n}', 'x{a="?"}'],
    ["a template that is escaped is", 'x {\n a = "$${b}"\n}', 'x{a="${b}"}'],
    ["an object by a loop is not", "x {\n a = { for k, v in b : k => v }\n}", 'x{a="?"}'],
    ["an object's expression is not", 'x {\n a = { b = "c", d = [1, 2] }\n}', 'x{a={"b":"c","d":"?"}}'],
    ["brackets hold lines together", "x {\n a = f(\n 1,\n { b = 2 }\n )\n b = true\n}", 'x{a="?" b=true}'],
    ["quotes inside a template end nothing", 'x {\n a = "${f("}")} {"\n b = true\n}', 'x{a="?" b=true}'],
    ["a heredoc hides what it says", 'x {\n a = <<-E\n  module "m" {\n  E\n b = true\n}', 'x{a="?" b=true}'],
    ["comments of all kinds hide what they say", "# x {\n// y {\n/* z {\n */ w {}", "w{}"],
    ["a condition spans its brackets", 'x {\n a = (b ?\n "c" : "d")\n}', 'x{a="?"}'],
    ["a marked order of bytes is passed over", "\ufeffx {}", "x{}"],
    ["carriage returns are line ends with the feed", "x {\r\n a = true\r\n}\r\n", "x{a=true}"],
    ["nothing is nothing", "\n# only a comment", ""],
  ];
  test.each(cases)("%s", (_name, text, blocks) => expect(read(text)).toBe(blocks));

  test("a block knows its line", () =>
    expect(hclBlocks("\n/*\n*/ x {\n  y {}\n}", "main.tf").map(({ place, blocks }) => [place, blocks[0]?.place])).toEqual([
      ["main.tf:3", "main.tf:4"],
    ]));
});

describe("what is no block is refused with its line", () => {
  const cases: readonly [text: string, line: number, message: string][] = [
    ["x {\n", 2, "expected `}`, found the end of the file"],
    ["x\n", 1, "expected `=` or a block in braces, found the end of the line"],
    ["}", 1, 'expected a block, found "}"'],
    ["\n= 1", 2, 'expected a block, found "="'],
    ['x "a', 1, "expected the end of a quoted text, found the end of the line"],
    ['x "${a}" {}', 1, 'expected a label that is a plain text, found "…"'],
    ["x {\n a = [1\n", 3, "expected a closing bracket, found the end of the file"],
    ["x {\n a = <<E\n b\n", 2, 'expected a line "E" that ends the text, found the end of the file'],
    ["/* x", 1, "expected the end of a comment, found the end of the file"],
    ["x {".repeat(200), 1, "expected no more than 100 blocks inside each other"],
  ];
  test.each(cases)("%j at line %i", (text, line, message) => {
    try {
      hclBlocks(text, "main.tf");
      throw new Error("it was read");
    } catch (error) {
      expect(error).toBeInstanceOf(SyntaxRefusal);
      expect(error).toMatchObject({ line, message: expect.stringContaining(message) });
    }
  });
});

test("whatever the text, it is read or refused", () => {
  const piece = fc.constantFrom(
    '"',
    "{",
    "}",
    "${",
    "$${",
    "\n",
    "<<E\n",
    "E",
    "/*",
    "*/",
    "#",
    "=",
    "x",
    " ",
    "\\",
    "(",
    "]",
    "é",
    "\u202e",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      try {
        hclBlocks(pieces.join(""), "main.tf");
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxRefusal);
      }
    }),
  );
});

test.each(["/*", "{", '"${', "(", "x=", "<<E\n"])("a hundred thousand times %j are refused", (piece) => {
  expect(() => hclBlocks(`x {\n a = ${piece.repeat(100_000)}`, "main.tf")).toThrow(SyntaxRefusal);
});
