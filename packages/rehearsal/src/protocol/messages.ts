import type { Value } from "../schema/value";
import { decode, encode } from "./msgpack";
import { bytes, bytesOf, integer, type Message, message, parse, text } from "./protobuf";

/** A step into a value: an attribute or block by name, an element by index. */
export type Step = string | number;

/** What Terraform shows the user; it finds file and line by the path. */
export interface Diagnostic {
  readonly summary: string;
  readonly detail?: string | undefined;
  readonly path?: readonly Step[] | undefined;
}

const ERROR = 1;

/** A DynamicValue. */
export const dynamicValue = (value: Value): Uint8Array => bytes(1, encode(value));

/** The value of a DynamicValue field; one that is absent is null. */
export function unpack(from: Message, field: number): Value {
  const wrapped = bytesOf(from, field);
  const packed = wrapped && bytesOf(parse(wrapped), 1);
  return packed ? decode(packed) : null;
}

/** An AttributePath. Its step is a oneof: written also when it is 0 or "". */
export const attributePath = (path: readonly Step[]): Uint8Array =>
  message(...path.map((step) => bytes(1, typeof step === "string" ? text(1, step) : integer(3, step))));

export const diagnostic = ({ summary, detail, path }: Diagnostic): Uint8Array =>
  message(
    integer(1, ERROR),
    text(2, summary),
    ...(detail === undefined ? [] : [text(3, detail)]),
    ...(path === undefined ? [] : [bytes(4, attributePath(path))]),
  );

/** Diagnostics as a repeated field. */
export const diagnostics = (field: number, all: readonly Diagnostic[]): Uint8Array =>
  message(...all.map((one) => bytes(field, diagnostic(one))));
