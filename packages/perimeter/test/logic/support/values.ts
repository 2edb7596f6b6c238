import { type AddressBlock, addressPlace } from "../../../src/logic";

/** `10.0.0.0/8` as bits; IPv4 only, well formed. */
export function block(cidr: string): AddressBlock {
  const [address = "", prefix = "32"] = cidr.split("/");
  const bits = address.split(".").reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
  return { family: 4, bits, prefix: Number(prefix) };
}

export const place = (address: string) => addressPlace(4, block(address).bits);
const minutes = ([hour = 0, minute = 0]: readonly number[]) => (hour * 60 + minute) * 60_000;
/** `18:30` as milliseconds since midnight. */
export const clock = (text: string) => minutes(text.split(":").map(Number));
