import type { DeploymentConfig } from "./deployment";
import type { Problem } from "./rules/rule";

/** The text of a file beside the configuration, by its relative path; `undefined` where there is none. */
export type FilesBeside = (path: string) => string | undefined;

/** What a configuration takes from the files that it names. */
export interface NamedFiles {
  /** SAML metadata of the identity domain that people enter AWS by. */
  readonly signOnMetadata: string;
  /** That of the domain of people from elsewhere, where one is named. */
  readonly foreignSignOnMetadata?: string;
}

/** Reads the files that a configuration names, or says which are missing or something else. */
export function readNamedFiles({ aws }: DeploymentConfig, beside: FilesBeside): NamedFiles | readonly Problem[] {
  const { metadata, foreignMetadata } = aws.signOn;
  const own = readMetadata("metadata", metadata, beside);
  const foreign = foreignMetadata === undefined ? undefined : readMetadata("foreignMetadata", foreignMetadata, beside);
  const problems = [own, foreign].filter((each) => typeof each === "object");
  if (typeof own !== "string" || typeof foreign === "object") return problems;
  return { signOnMetadata: own, ...(foreign === undefined ? {} : { foreignSignOnMetadata: foreign }) };
}

/** The file's text, or what is wrong with it. */
function readMetadata(key: string, file: string, beside: FilesBeside): string | Problem {
  const path = ["aws", "signOn", key];
  const help = "save the SAML metadata that the identity domain publishes as identity provider under this name";
  const text = beside(file);
  if (text === undefined)
    return { code: "file/missing", path, message: `there is no file "${file}" beside the configuration`, help };
  if (!isIdentityProvider(text))
    return { code: "file/no-saml-metadata", path, message: `"${file}" is no SAML metadata of an identity provider`, help };
  return text;
}

/** AWS reads the rest. Source: OASIS, Metadata for SAML 2.0, EntityDescriptor and IDPSSODescriptor. */
const isIdentityProvider = (text: string) => /<(\w+:)?EntityDescriptor\b/.test(text) && /<(\w+:)?IDPSSODescriptor\b/.test(text);
