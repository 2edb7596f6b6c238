/** A field of a message as it stands on the wire. */
export type Field = Uint8Array | bigint;

/** A message by field number; a repeated field has several entries. Source: Protocol Buffers, Encoding. */
export type Message = ReadonlyMap<number, readonly Field[]>;

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

function varint(value: number | bigint): Uint8Array {
  // Nearly all numbers are tags and short lengths: they need no big arithmetic.
  if (typeof value === "number" && value >= 0 && value < 128) return Uint8Array.of(value);
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

const tag = (field: number, wire: number) => varint((field << 3) | wire);

/** A number, always written: inside a oneof a zero means something. */
export const integer = (field: number, value: number | bigint): Uint8Array => Buffer.concat([tag(field, VARINT), varint(value)]);

/** Bytes or a message, always written: an empty one is there. */
export const bytes = (field: number, value: Uint8Array): Uint8Array =>
  Buffer.concat([tag(field, BYTES), varint(value.length), value]);

export const text = (field: number, value: string): Uint8Array => bytes(field, Buffer.from(value, "utf8"));

/** A flag; false is the default and isn't written. */
export const flag = (field: number, value: boolean | undefined): Uint8Array => (value ? integer(field, 1) : new Uint8Array(0));

export const message = (...fields: readonly Uint8Array[]): Uint8Array => Buffer.concat(fields);

/** An entry of a map field: key 1, value 2. */
export const entry = (field: number, key: string, value: Uint8Array): Uint8Array =>
  bytes(field, message(text(1, key), bytes(2, value)));

/** The fields of a message. Throws a RangeError when it is cut short. */
export function parse(data: Uint8Array): Message {
  const fields = new Map<number, Field[]>();
  let at = 0;
  const readVarint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = data[at++];
      if (byte === undefined) throw new RangeError("message is cut short");
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
    throw new RangeError("number is longer than ten bytes");
  };
  const take = (length: number): Uint8Array => {
    if (at + length > data.length) throw new RangeError("message is cut short");
    at += length;
    return data.subarray(at - length, at);
  };
  while (at < data.length) {
    const key = Number(readVarint());
    const field = key >>> 3;
    const value = readField(key & 7, readVarint, take);
    const known = fields.get(field);
    if (known) known.push(value);
    else fields.set(field, [value]);
  }
  return fields;
}

function readField(wire: number, readVarint: () => bigint, take: (length: number) => Uint8Array): Field {
  if (wire === VARINT) return readVarint();
  if (wire === BYTES) return take(Number(readVarint()));
  if (wire === FIXED64) return take(8);
  if (wire === FIXED32) return take(4);
  throw new RangeError(`wire type ${wire} is not known`);
}

/** The last value of a bytes field, which is the one that counts, or none. */
export function bytesOf(from: Message, field: number): Uint8Array | undefined {
  const value = from.get(field)?.at(-1);
  return value instanceof Uint8Array ? value : undefined;
}

export const textOf = (from: Message, field: number): string => Buffer.from(bytesOf(from, field) ?? []).toString("utf8");
