import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { attributePath, diagnostic } from "../../src/protocol/messages";
import { bytes, bytesOf, entry, flag, integer, message, parse, text, textOf } from "../../src/protocol/protobuf";

const hex = (data: Uint8Array) => Buffer.from(data).toString("hex");

describe("Protocol Buffers, as the encoding guide spells it", () => {
  const written: readonly [name: string, data: Uint8Array, hex: string][] = [
    ["field 1, the number 150", integer(1, 150), "089601"],
    ["field 2, the text testing", text(2, "testing"), "120774657374696e67"],
    ["a message inside field 3", bytes(3, integer(1, 150)), "1a03089601"],
    ["a field above 15 takes two bytes", integer(16, 1), "800101"],
    ["a negative number takes ten", integer(1, -1), "08ffffffffffffffffff01"],
    ["true", flag(4, true), "2001"],
    ["false is not written", flag(4, false), ""],
    ["an empty message is", bytes(1, message()), "0a00"],
    ["an entry of a map", entry(2, "a", text(1, "b")), "12080a016112030a0162"],
  ];
  test.each(written)("%s", (_name, data, expected) => {
    expect(hex(data)).toBe(expected);
  });

  test("the last of several values counts, and all are kept", () => {
    const parsed = parse(message(text(1, "a"), text(1, "b")));
    expect([textOf(parsed, 1), parsed.get(1)?.length, bytesOf(parsed, 2)]).toEqual(["b", 2, undefined]);
  });

  test.each(["0a05", "08", "0d0000", "0b"])("%s is refused", (data) => {
    expect(() => parse(Buffer.from(data, "hex"))).toThrow(RangeError);
  });

  test("any number and any bytes are read back", () => {
    const field = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(field, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (n, value) => {
        expect(parse(integer(n, value)).get(n)).toEqual([value]);
      }),
    );
    fc.assert(
      fc.property(field, fc.uint8Array({ maxLength: 300 }), (n, value) => {
        expect(hex(bytesOf(parse(bytes(n, value)), n) ?? message())).toBe(hex(value));
      }),
    );
  });
});

describe("what Terraform shows", () => {
  test("a step is written also when it is 0", () => {
    expect(hex(attributePath(["rule", 0]))).toBe("0a060a0472756c650a021800");
  });
  test("an error without a place has no path", () => {
    expect([...parse(diagnostic({ summary: "no" })).keys()]).toEqual([1, 2]);
  });
});
