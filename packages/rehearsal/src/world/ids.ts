import { createHash } from "node:crypto";

const digest = (seed: string, round = 0) => createHash("sha512").update(`${seed}#${round}`).digest();

/** So many characters of an alphabet, the same for the same seed. */
export function characters(seed: string, length: number, alphabet: string): string {
  let out = "";
  for (let round = 0; out.length < length; round++) {
    for (const byte of digest(seed, round)) out += alphabet[byte % alphabet.length];
  }
  return out.slice(0, length);
}

export const hex = (seed: string, length: number) => characters(seed, length, "0123456789abcdef");
export const digits = (seed: string, length: number) => characters(seed, length, "0123456789");

/** A UUID of version 4 by its form. */
export function uuid(seed: string): string {
  const all = hex(seed, 32);
  return [all.slice(0, 8), all.slice(8, 12), `4${all.slice(13, 16)}`, `a${all.slice(17, 20)}`, all.slice(20)].join("-");
}

/** So that a person sees at once that an id never existed in the cloud. */
const INFIX = "aaaaaaaarehearsal";
const UNIQUE_LENGTH = 60;

/** An OCID: `ocid1.<type>.<realm>.[region].<unique>`. Source: Oracle Cloud documentation, Resource Identifiers. */
export const ocid = (kind: string, realm: string, region: string, seed: string) =>
  `ocid1.${kind}.${realm}.${region}.${INFIX}${characters(`${kind} ${seed}`, UNIQUE_LENGTH - INFIX.length, "abcdefghijklmnopqrstuvwxyz234567")}`;
