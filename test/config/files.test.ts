import { describe, expect, test } from "@jest/globals";
import type { FilesBeside } from "../../config/schema/files";
import { ConfigurationError, parseDeployment } from "../../config/schema/load";
import { besideConfigurations, edit } from "../support/deployments";
import { PRODUCTION, problemsOf, unmark } from "./cases";

const HELP = "save the SAML metadata that the identity domain publishes as identity provider under this name";
const { text, places } = unmark(
  edit(PRODUCTION, ["metadata: saml/us.xml", "metadata: ▸saml/us.xml"], ["saml/international.xml", "▸saml/international.xml"]),
);

function problemsWith(beside: FilesBeside): readonly string[] {
  try {
    parseDeployment("config/test.yaml", text, beside);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.diagnostics.map(({ line, column, message, help }) => `${line}:${column} ${message} → ${help}`);
  }
}

const metadata = (role: string) => `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"><${role}/></EntityDescriptor>`;

describe("the file that sign-on is taken from", () => {
  test.each([
    ["that is missing", () => undefined, (file: string) => `there is no file "${file}" beside the configuration`],
    ["that is something else", () => "<html/>", (file: string) => `"${file}" is no SAML metadata of an identity provider`],
    [
      "of a service",
      () => metadata("SPSSODescriptor"),
      (file: string) => `"${file}" is no SAML metadata of an identity provider`,
    ],
    ["of an identity provider", () => metadata("IDPSSODescriptor"), undefined],
    ["of the repository", besideConfigurations, undefined],
  ] as const)("%s", (_name, beside, message) => {
    const files = message ? ["saml/us.xml", "saml/international.xml"] : [];
    expect(problemsWith(beside)).toEqual(files.map((file, at) => `${places[at]} ${message?.(file)} → ${HELP}`));
  });

  test.each(["/etc/passwd", "../secrets.xml", "saml/../../x"])("%s is refused: it isn't beside the configuration", (path) => {
    const made = unmark(edit(PRODUCTION, ["metadata: saml/us.xml", `metadata: ▸${path}`]));
    expect(problemsOf(made.text)).toEqual([
      expect.stringMatching(`^${made.places[0]} .*expected a file beside the configuration`),
    ]);
  });

  test("is carried as it stands", () =>
    expect(parseDeployment("config/test.yaml", text, besideConfigurations).deployment.signOnMetadata).toBe(
      besideConfigurations("saml/us.xml"),
    ));
});
