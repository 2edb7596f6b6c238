import type { AddressRange } from "./syntax";

const BITS = { 4: 32, 6: 128 } as const;

/**
 * range := address [ "/" prefix ], IPv4 as four decimal numbers, IPv6 with one `::` and perhaps an IPv4 address at its end.
 * An address alone is the range that holds only it. `undefined` for what is neither.
 * Source: IAM User Guide, "IP address condition operators"; RFC 4291, section 2.2.
 */
export function parseAddressRange(text: string): AddressRange | undefined {
  const { address = "", prefix } = /^(?<address>[0-9A-Fa-f.:]{2,45})(?:\/(?<prefix>0|[1-9]\d{0,2}))?$/.exec(text)?.groups ?? {};
  const family = address.includes(":") ? 6 : 4;
  const bits = family === 6 ? ipv6(address) : ipv4(address);
  const length = prefix === undefined ? BITS[family] : Number(prefix);
  if (bits === undefined || length > BITS[family]) return undefined;
  const free = BigInt(BITS[family] - length);
  return { family, bits: (bits >> free) << free, prefix: length };
}

/** Whether `range` holds every address of `other`; never across the families. */
export function containsRange(range: AddressRange, other: AddressRange): boolean {
  const free = BigInt(BITS[range.family] - range.prefix);
  return range.family === other.family && range.prefix <= other.prefix && other.bits >> free === range.bits >> free;
}

function ipv4(text: string): bigint | undefined {
  const numbers = text.split(".");
  if (numbers.length !== 4 || !numbers.every((number) => /^(?:0|[1-9]\d{0,2})$/.test(number) && Number(number) < 256))
    return undefined;
  return numbers.reduce((bits, number) => (bits << 8n) | BigInt(number), 0n);
}

function ipv6(text: string): bigint | undefined {
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return undefined;
  const before = groupsOf(head, tail === undefined);
  const after = tail === undefined ? [] : groupsOf(tail, true);
  if (before === undefined || after === undefined) return undefined;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array<bigint>(missing).fill(0n), ...after];
  return groups.reduce((bits, group) => (bits << 16n) | group, 0n);
}

/** Groups of sixteen bits; the last two may be written as an IPv4 address where the text ends. */
function groupsOf(text: string, isEnd: boolean): readonly bigint[] | undefined {
  if (text === "") return [];
  const parts = text.split(":");
  const groups: bigint[] = [];
  for (const [index, part] of parts.entries()) {
    const embedded = isEnd && index === parts.length - 1 && part.includes(".") ? ipv4(part) : undefined;
    if (embedded !== undefined) groups.push(embedded >> 16n, embedded & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return groups;
}
