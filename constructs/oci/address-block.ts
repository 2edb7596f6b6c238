/** The `index`-th of sixteen equal parts of an IPv4 block; `undefined` where it can't be divided so. */
export function sixteenth(text: string, index: number): string | undefined {
  const block = readBlock(text);
  if (!block || block.bits < 16 || block.bits > 22) return undefined;
  return `${printAddress(block.first + index * 2 ** (28 - block.bits))}/${block.bits + 4}`;
}

/**
 * The `index`-th address of a subnet that is free to be given out; `undefined` past the last one. The network keeps
 * three for itself: the first, the gateway after it, and the last (OCI documentation, "Networking: Three IP Addresses
 * in Each Subnet Reserved").
 */
export function hostAddress(subnet: string, index: number): string | undefined {
  const block = readBlock(subnet);
  if (!block || index + 3 >= 2 ** (32 - block.bits)) return undefined;
  return printAddress(block.first + 2 + index);
}

/** An IPv4 block that begins on its own boundary. */
function readBlock(text: string): { readonly first: number; readonly bits: number } | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(text);
  if (!match || match.slice(1).some((number) => Number(number) > 255 || /^0\d/.test(number))) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, bits = 0] = match.slice(1).map(Number);
  const first = ((a * 256 + b) * 256 + c) * 256 + d;
  return bits <= 32 && first % 2 ** (32 - bits) === 0 ? { first, bits } : undefined;
}

const printAddress = (address: number) => [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
