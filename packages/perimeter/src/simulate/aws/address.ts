import type { AddressRange } from "../../aws/policy/syntax";

/** An IPv4 or IPv6 address as a range of one; `undefined` for any other text. */
export function readAddress(text: string): AddressRange | undefined {
  const bits = text.includes(":") ? readIpv6(text) : readIpv4(text);
  if (bits === undefined) return undefined;
  return text.includes(":") ? { family: 6, bits, prefix: 128 } : { family: 4, bits, prefix: 32 };
}

function readIpv4(text: string): bigint | undefined {
  const bytes = text.split(".");
  if (bytes.length !== 4 || !bytes.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) < 256)) return undefined;
  return bytes.reduce((bits, byte) => (bits << 8n) | BigInt(byte), 0n);
}

/** Eight groups of 16 bits; `::` stands for as many zero groups as are missing (RFC 4291, 2.2). */
function readIpv6(text: string): bigint | undefined {
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return undefined;
  const before = readGroups(head);
  const after = tail === undefined ? [] : readGroups(tail);
  if (before === undefined || after === undefined) return undefined;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...new Array<bigint>(missing).fill(0n), ...after];
  return groups.reduce((bits, group) => (bits << 16n) | group, 0n);
}

function readGroups(text: string): readonly bigint[] | undefined {
  if (text === "") return [];
  const groups = text.split(":").map((group) => (/^[0-9a-f]{1,4}$/i.test(group) ? BigInt(`0x${group}`) : undefined));
  return groups.every((group) => group !== undefined) ? groups : undefined;
}
