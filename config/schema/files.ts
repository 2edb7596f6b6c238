import type { DeploymentConfig } from "./deployment";
import type { Problem } from "./rules/rule";

/** The text of a file beside the configuration, by its relative path; `undefined` where there is none. */
export type FilesBeside = (path: string) => string | undefined;

/** What a configuration takes from the files that it names. */
export interface NamedFiles {
  /** SAML metadata of the identity domain that people enter AWS by. */
  readonly signOnMetadata: string;
}

/** Reads the files that a configuration names, or says which are missing or something else. */
export function readNamedFiles({ aws }: DeploymentConfig, beside: FilesBeside): NamedFiles | readonly Problem[] {
  const path = ["aws", "signOn", "metadata"];
  const help = "save the SAML metadata that the identity domain publishes as identity provider under this name";
  const signOnMetadata = beside(aws.signOn.metadata);
  if (signOnMetadata === undefined) {
    const message = `there is no file "${aws.signOn.metadata}" beside the configuration`;
    return [{ code: "file/missing", path, message, help }];
  }
  if (!isIdentityProvider(signOnMetadata)) {
    const message = `"${aws.signOn.metadata}" is no SAML metadata of an identity provider`;
    return [{ code: "file/no-saml-metadata", path, message, help }];
  }
  return { signOnMetadata };
}

/** AWS reads the rest. Source: OASIS, Metadata for SAML 2.0, EntityDescriptor and IDPSSODescriptor. */
const isIdentityProvider = (text: string) => /<(\w+:)?EntityDescriptor\b/.test(text) && /<(\w+:)?IDPSSODescriptor\b/.test(text);
