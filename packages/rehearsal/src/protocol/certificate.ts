import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";

export interface Certificate {
  /** PEM, for a TLS context. */
  readonly key: string;
  readonly cert: string;
  /** What the handshake announces. */
  readonly der: Buffer;
}

/** Tags of the elements in use. Source: ITU-T X.690; the last two are context-specific. */
const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  dnsName: 0x82,
  version: 0xa0,
  extensions: 0xa3,
} as const;

/** Object identifiers as their encoded contents. Sources: RFC 5280 (2.5.…, 1.3.6.1.5.5.7.…), RFC 5758 (ecdsa-with-SHA256). */
const OID = {
  commonName: "550403",
  basicConstraints: "551d13",
  keyUsage: "551d0f",
  extendedKeyUsage: "551d25",
  subjectAltName: "551d11",
  serverAuth: "2b06010505070301",
  clientAuth: "2b06010505070302",
  ecdsaWithSha256: "2a8648ce3d040302",
} as const;

/** The name that Terraform expects of a provider. Source: hashicorp/go-plugin, generateCert. */
const NAME = "localhost";

/** RFC 5280, 4.1.2.5: through 2049 UTCTime, from 2050 on GeneralizedTime. */
const LAST_UTC_YEAR = 2049;

/** digitalSignature, keyEncipherment, keyAgreement, keyCertSign (bits 0, 2, 4, 5); two bits of the byte are unused. Source: RFC 5280, 4.2.1.3. */
const KEY_USAGE = Buffer.of(2, 0b10101100);

/** RFC 5280, 4.1.2.2: positive, at most 20 octets. */
const SERIAL_BYTES = 16;

/**
 * A self-signed certificate for `localhost` with a new key on P-256, which may sign itself, serve and be a client.
 * Source: RFC 5280; hashicorp/go-plugin verifies the peer against this one certificate.
 */
export function selfSigned(notBefore: Date, notAfter: Date): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const algorithm = sequence(oid(OID.ecdsaWithSha256));
  const name = sequence(element(TAG.set, sequence(oid(OID.commonName), element(TAG.utf8, Buffer.from(NAME)))));
  const body = sequence(
    element(TAG.version, element(TAG.integer, Buffer.of(2))), // version 3
    element(TAG.integer, serial()),
    algorithm,
    name,
    sequence(time(notBefore), time(notAfter)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    element(TAG.extensions, sequence(...EXTENSIONS)),
  );
  const der = sequence(body, algorithm, bits(createSign("sha256").update(body).sign(privateKey)));
  return { key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(), cert: pem(der), der };
}

/** RFC 7468: lines of 64 characters, and no empty one, which OpenSSL refuses. */
export const pem = (der: Buffer): string =>
  ["-----BEGIN CERTIFICATE-----", ...(der.toString("base64").match(/.{1,64}/g) ?? []), "-----END CERTIFICATE-----", ""].join(
    "\n",
  );

function element(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), content]);
}

const sequence = (...contents: readonly Uint8Array[]) => element(TAG.sequence, ...contents);
const oid = (contents: string) => element(TAG.oid, Buffer.from(contents, "hex"));
/** A bit string of whole bytes: none of its last bits is unused. */
const bits = (contents: Uint8Array) => element(TAG.bits, Buffer.of(0), contents);

function serial(): Buffer {
  const random = randomBytes(SERIAL_BYTES);
  // Positive, and with no leading zero that DER would want removed.
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x40;
  return random;
}

function time(at: Date): Buffer {
  const digits = `${at.toISOString().replace(/\D/g, "").slice(0, 14)}Z`;
  return at.getUTCFullYear() <= LAST_UTC_YEAR
    ? element(TAG.utcTime, Buffer.from(digits.slice(2)))
    : element(TAG.generalizedTime, Buffer.from(digits));
}

const extension = (id: string, critical: boolean, value: Buffer) =>
  sequence(oid(id), ...(critical ? [element(TAG.boolean, Buffer.of(0xff))] : []), element(TAG.octets, value));

const EXTENSIONS = [
  extension(OID.basicConstraints, true, sequence(element(TAG.boolean, Buffer.of(0xff)))),
  extension(OID.keyUsage, true, element(TAG.bits, KEY_USAGE)),
  extension(OID.extendedKeyUsage, false, sequence(oid(OID.serverAuth), oid(OID.clientAuth))),
  extension(OID.subjectAltName, false, sequence(element(TAG.dnsName, Buffer.from(NAME)))),
];
