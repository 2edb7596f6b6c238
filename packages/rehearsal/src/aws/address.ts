const OCTETS = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** The first four addresses and the last one of a subnet are AWS's own. Source: VPC User Guide, Subnet sizing. */
const RESERVED = 4;

const dotted = (address: number) => [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");

/** An address of a network in CIDR notation, the one that a number falls on; none of those that AWS keeps. */
export function addressIn(cidr: string, number: number): string | undefined {
  const [, a, b, c, d, prefix] = OCTETS.exec(cidr)?.map(Number) ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined || prefix === undefined || prefix > 30)
    return undefined;
  const size = 2 ** (32 - prefix);
  const first = Math.floor((((a * 256 + b) * 256 + c) * 256 + d) / size) * size;
  return dotted(first + RESERVED + (number % Math.max(1, size - RESERVED - 1)));
}

/** An address that nobody routes. Source: RFC 5737, TEST-NET-3. */
export const documentationAddress = (number: number) => `203.0.113.${1 + (number % 254)}`;

/** `ip-10-0-0-5.ec2.internal`; in other regions than the first the region is in it. Source: EC2 User Guide, instance hostnames. */
export const privateName = (address: string, region: string) =>
  `ip-${address.replaceAll(".", "-")}.${region === "us-east-1" ? "ec2.internal" : `${region}.compute.internal`}`;

export const publicName = (address: string, region: string, suffix: string) =>
  `ec2-${address.replaceAll(".", "-")}.${region === "us-east-1" ? "compute-1" : `${region}.compute`}.${suffix}`;
