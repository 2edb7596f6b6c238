import { isList, UNKNOWN, type Value } from "../schema/value";

/**
 * MessagePack as Terraform uses it (go-cty, package msgpack): an unknown is any extension value, written as code 0;
 * a number that no form holds exactly is a decimal string. No schema is needed: strings stay strings.
 */
export function encode(value: Value): Uint8Array {
  const parts: Uint8Array[] = [];
  write(value, parts);
  return Buffer.concat(parts);
}

const NIL = Uint8Array.of(0xc0);
const FALSE = Uint8Array.of(0xc2);
const TRUE = Uint8Array.of(0xc3);
const UNKNOWN_BYTES = Uint8Array.of(0xd4, 0, 0);

function write(value: Value, to: Uint8Array[]): void {
  if (value === null) to.push(NIL);
  else if (value === UNKNOWN) to.push(UNKNOWN_BYTES);
  else if (typeof value === "boolean") to.push(value ? TRUE : FALSE);
  else if (typeof value === "number") to.push(number(value));
  else if (typeof value === "string") writeBytes(Buffer.from(value, "utf8"), [0xa0, 32, 0xd9, 0xda, 0xdb], to);
  else if (value instanceof Uint8Array) writeBytes(value, [0, 0, 0xc4, 0xc5, 0xc6], to);
  else if (isList(value)) {
    to.push(head(value.length, [0x90, 16, 0, 0xdc, 0xdd]));
    for (const element of value) write(element, to);
  } else {
    const entries = Object.entries(value);
    to.push(head(entries.length, [0x80, 16, 0, 0xde, 0xdf]));
    for (const [name, of] of entries) {
      write(name, to);
      write(of, to);
    }
  }
}

/** First bytes of a form: the short one and its limit, then those with one, two and four bytes of length; 0: none. */
type Forms = readonly [short: number, limit: number, one: number, two: number, four: number];

function head(length: number, [short, limit, one, two, four]: Forms): Uint8Array {
  if (length < limit) return Uint8Array.of(short | length);
  if (one && length < 0x100) return Uint8Array.of(one, length);
  const wide = length >= 0x10000;
  const out = Buffer.alloc(wide ? 5 : 3);
  out[0] = wide ? four : two;
  if (wide) out.writeUInt32BE(length, 1);
  else out.writeUInt16BE(length, 1);
  return out;
}

function writeBytes(value: Uint8Array, forms: Forms, to: Uint8Array[]): void {
  to.push(head(value.length, forms), value);
}

function number(value: number): Uint8Array {
  if (Number.isSafeInteger(value) && value >= -32 && value < 128) return Uint8Array.of(value & 0xff);
  const out = Buffer.alloc(9);
  if (Number.isSafeInteger(value)) {
    out[0] = 0xd3;
    out.writeBigInt64BE(BigInt(value), 1);
  } else {
    out[0] = 0xcb;
    out.writeDoubleBE(value, 1);
  }
  return out;
}

/** The value of a MessagePack text. Throws a RangeError when it is cut short or goes on. */
export function decode(data: Uint8Array): Value {
  const reader = new Reader(Buffer.from(data.buffer, data.byteOffset, data.length));
  const value = reader.value();
  if (reader.at !== data.length) throw new RangeError(`${data.length - reader.at} bytes follow the value`);
  return value;
}

/** A whole number: itself where JavaScript holds it, else its decimal text. */
const whole = (value: bigint) => (Number.isSafeInteger(Number(value)) ? Number(value) : value.toString());

class Reader {
  at = 0;
  constructor(private readonly data: Buffer) {}

  value(): Value {
    const first = this.unsigned(1);
    if (first < 0x80) return first;
    if (first < 0x90) return this.map(first & 15);
    if (first < 0xa0) return this.list(first & 15);
    if (first < 0xc0) return this.text(first & 31);
    if (first >= 0xe0) return first - 256;
    return this.long(first);
  }

  private long(first: number): Value {
    if (first === 0xc0) return null;
    if (first === 0xc2 || first === 0xc3) return first === 0xc3;
    if (first >= 0xc4 && first <= 0xc6) return Uint8Array.from(this.take(this.unsigned(1 << (first - 0xc4))));
    if (first >= 0xc7 && first <= 0xc9) return this.extension(this.unsigned(1 << (first - 0xc7)));
    if (first === 0xca) return this.take(4).readFloatBE();
    if (first === 0xcb) return this.take(8).readDoubleBE();
    if (first >= 0xcc && first <= 0xce) return this.unsigned(1 << (first - 0xcc));
    if (first === 0xcf) return whole(this.take(8).readBigUInt64BE());
    if (first >= 0xd0 && first <= 0xd2) return this.signed(1 << (first - 0xd0));
    if (first === 0xd3) return whole(this.take(8).readBigInt64BE());
    if (first >= 0xd4 && first <= 0xd8) return this.extension(1 << (first - 0xd4));
    if (first >= 0xd9 && first <= 0xdb) return this.text(this.unsigned(1 << (first - 0xd9)));
    if (first === 0xdc || first === 0xdd) return this.list(this.unsigned(first === 0xdc ? 2 : 4));
    if (first === 0xde || first === 0xdf) return this.map(this.unsigned(first === 0xde ? 2 : 4));
    throw new RangeError(`byte 0x${first.toString(16)} begins no value`);
  }

  private take(length: number): Buffer {
    if (this.at + length > this.data.length) throw new RangeError("value is cut short");
    this.at += length;
    return this.data.subarray(this.at - length, this.at);
  }

  private readonly unsigned = (length: number): number => this.take(length).readUIntBE(0, length);
  private readonly signed = (length: number): number => this.take(length).readIntBE(0, length);
  private readonly text = (length: number): string => this.take(length).toString("utf8");

  private extension(length: number): Value {
    this.take(length + 1);
    return UNKNOWN;
  }

  private list(length: number): Value {
    const elements: Value[] = [];
    for (let i = 0; i < length; i++) elements.push(this.value());
    return elements;
  }

  private map(length: number): Value {
    const entries: [string, Value][] = [];
    for (let i = 0; i < length; i++) entries.push([String(this.value()), this.value()]);
    return Object.fromEntries(entries);
  }
}
