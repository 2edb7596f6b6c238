import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decode, encode } from "../../src/protocol/msgpack";
import { UNKNOWN, type Value } from "../../src/schema/value";

const fromHex = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));

describe("MessagePack, as the specification spells each form", () => {
  const forms: readonly [name: string, hex: string, value: Value][] = [
    ["nil", "c0", null],
    ["false", "c2", false],
    ["true", "c3", true],
    ["positive fixint", "7f", 127],
    ["negative fixint", "e0", -32],
    ["uint 8", "cc ff", 255],
    ["uint 16", "cd 01 00", 256],
    ["uint 32", "ce 00 01 00 00", 65536],
    ["uint 64 that JavaScript holds", "cf 00 00 00 00 00 00 00 05", 5],
    ["uint 64 that it doesn't: its decimal text", "cf ff ff ff ff ff ff ff ff", "18446744073709551615"],
    ["int 8", "d0 80", -128],
    ["int 16", "d1 ff 00", -256],
    ["int 32", "d2 80 00 00 00", -2147483648],
    ["int 64", "d3 ff ff ff ff 00 00 00 00", -4294967296],
    ["int 64 beyond 2^53", "d3 80 00 00 00 00 00 00 00", "-9223372036854775808"],
    ["float 32", "ca 3f 00 00 00", 0.5],
    ["float 64", "cb 3f f8 00 00 00 00 00 00", 1.5],
    ["fixstr", "a2 68 69", "hi"],
    ["str 8", "d9 01 61", "a"],
    ["str 16", "da 00 01 61", "a"],
    ["str 32", "db 00 00 00 01 61", "a"],
    ["a string beyond ASCII", "a2 c3 a9", "é"],
    ["bin 8", "c4 02 01 02", Uint8Array.of(1, 2)],
    ["fixarray", "92 01 c0", [1, null]],
    ["array 16", "dc 00 01 01", [1]],
    ["array 32", "dd 00 00 00 01 01", [1]],
    ["fixmap", "81 a1 61 01", { a: 1 }],
    ["map 16", "de 00 01 a1 61 01", { a: 1 }],
    ["map 32", "df 00 00 00 01 a1 61 01", { a: 1 }],
    ["fixext 1, Terraform's unknown", "d4 00 00", UNKNOWN],
    ["ext 8 of code 12, a refined unknown", "c7 03 0c 81 01 c2", UNKNOWN],
    ["fixext 16 of any code", `d8 05${" 00".repeat(16)}`, UNKNOWN],
  ];
  test.each(forms)("%s", (_name, hex, value) => {
    expect(decode(fromHex(hex))).toEqual(value);
  });

  const refused: readonly [name: string, hex: string, message: string][] = [
    ["nothing", "", "value is cut short"],
    ["half a string", "a3 61", "value is cut short"],
    ["two values", "01 02", "1 bytes follow the value"],
    ["the byte that is never used", "c1", "byte 0xc1 begins no value"],
  ];
  test.each(refused)("%s is refused", (_name, hex, message) => {
    expect(() => decode(fromHex(hex))).toThrow(new RangeError(message));
  });
});

describe("what is written is read back", () => {
  const leaf: fc.Arbitrary<Value> = fc.oneof(
    fc.constant(null),
    fc.constant<Value>(UNKNOWN),
    fc.boolean(),
    fc.string({ unit: "binary" }),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true }).filter((number) => !Object.is(number, -0)),
  );
  const { value } = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie("value"), { maxLength: 20 }),
      fc.dictionary(fc.string(), tie("value"), { maxKeys: 20, noNullPrototype: true }),
    ),
  }));
  test("for any value", () => {
    fc.assert(fc.property(value, (of) => expect(decode(encode(of))).toEqual(of)));
  });

  test.each([0, 15, 16, 31, 32, 255, 256, 65535, 65536])("for a string and a list of length %i", (length) => {
    expect(decode(encode("x".repeat(length)))).toBe("x".repeat(length));
    expect(decode(encode(new Array(length).fill(7)))).toHaveLength(length);
  });

  test("an unknown is written as code 0", () => {
    expect(Buffer.from(encode([UNKNOWN])).toString("hex")).toBe("91d40000");
  });
});
