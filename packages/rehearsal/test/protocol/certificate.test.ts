import { X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { pem, selfSigned } from "../../src/protocol/certificate";

const TIMES = 1000;
const from = new Date("2026-01-01T00:00:00Z");
const to = new Date("2026-01-02T00:00:00Z");

test("a thousand certificates are read back, verify themselves and make a TLS context", () => {
  const serials = new Set<string>();
  for (let time = 0; time < TIMES; time++) {
    const { key, cert, der } = selfSigned(from, to);
    const read = new X509Certificate(cert);
    expect(read.raw.equals(der)).toBe(true);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
    expect(() => createSecureContext({ key, cert, ca: [cert] })).not.toThrow();
    serials.add(read.serialNumber);
  }
  expect(serials.size).toBe(TIMES);
}, 60_000);

test("it says what Terraform looks for", () => {
  const read = new X509Certificate(selfSigned(from, to).cert);
  expect({ subject: read.subject, issuer: read.issuer, names: read.subjectAltName, ca: read.ca, uses: read.keyUsage }).toEqual({
    subject: "CN=localhost",
    issuer: "CN=localhost",
    names: "DNS:localhost",
    ca: true,
    // extKeyUsage: server and client authentication
    uses: ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"],
  });
  expect([read.validFrom, read.validTo]).toEqual(["Jan  1 00:00:00 2026 GMT", "Jan  2 00:00:00 2026 GMT"]);
});

const CENTURIES: readonly [year: string, name: string][] = [
  ["2049", "the last year of the short form of time"],
  ["2050", "the first year of the long one"],
];
test.each(CENTURIES)("%s, %s, is read back", (year) => {
  const { cert } = selfSigned(from, new Date(`${year}-12-31T23:59:59Z`));
  expect(new X509Certificate(cert).validTo).toBe(`Dec 31 23:59:59 ${year} GMT`);
});

test("a PEM text of any length has full lines, no empty one, and says the same", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
      const lines = pem(Buffer.from(bytes)).split("\n").slice(1, -2);
      expect(lines.slice(0, -1).every(({ length }) => length === 64)).toBe(true);
      expect(lines.at(-1)).toMatch(/^.{1,64}$/);
      expect(Buffer.from(lines.join(""), "base64")).toEqual(Buffer.from(bytes));
    }),
  );
});

test.each([48, 96])("%i bytes fill their lines to the last character, and no empty line follows", (length) => {
  expect(pem(Buffer.alloc(length))).not.toContain("\n\n");
  expect(pem(Buffer.alloc(length)).split("\n")).toHaveLength(length / 48 + 3);
});
