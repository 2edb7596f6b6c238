import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { type Diagnostic, inReadingOrder, printDiagnostic, quote } from "./diagnostic";
import { type FilesBeside, readNamedFiles } from "./files";
import { type Deployment, resolveDeployment } from "./model";
import { expectedOneOf } from "./nearest";
import type { Locate } from "./positions";
import { readConfiguration } from "./read";
import { findProblems } from "./rules";

/** A configuration that holds together, with the places of its lines for what is found out later. */
export interface LoadedDeployment {
  readonly deployment: Deployment;
  /** The file as a message names it, relative to the project. */
  readonly file: string;
  readonly locate: Locate;
}

/** The user's configuration is wrong. Carries every problem that was found, in reading order. */
export class ConfigurationError extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(printDiagnostic).join("\n"));
    this.name = "ConfigurationError";
  }
}

/**
 * Loads `config/<name>.yaml` of the project.
 * @throws ConfigurationError with every problem, each at its file, line and column.
 */
export function loadDeployment(project: string, name: string): LoadedDeployment {
  const folder = join(project, "config");
  const file = join(folder, `${name}.yaml`);
  const shown = relative(project, file);
  const known = readdirSync(folder)
    .filter((entry) => entry.endsWith(".yaml"))
    .map((entry) => entry.slice(0, -".yaml".length));
  if (!known.includes(name))
    throw new ConfigurationError([
      {
        code: "config/no-file",
        file: shown,
        line: 1,
        column: 1,
        message: `there is no deployment ${quote(name)}`,
        help: expectedOneOf(name, known),
      },
    ]);
  return parseDeployment(shown, readFileSync(file, "utf8"), (path) => readIfThere(join(folder, path)));
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, "utf8") : undefined;
}

/**
 * Reads the text of a configuration, and the files beside it that it names.
 * @throws ConfigurationError with every problem, each at its line and column.
 */
export function parseDeployment(file: string, text: string, beside: FilesBeside): LoadedDeployment {
  const { config, diagnostics, locate } = readConfiguration(file, text);
  const files = config ? readNamedFiles(config, beside) : [];
  const problems = [...(config ? findProblems(config) : []), ...("signOnMetadata" in files ? [] : files)];
  const all: Diagnostic[] = [
    ...diagnostics,
    ...problems.map(({ code, path, part, message, help }) => ({ code, file, ...locate(path, part), message, help })),
  ];
  if (!config || !("signOnMetadata" in files) || all.length > 0) throw new ConfigurationError(inReadingOrder(all));
  return { deployment: resolveDeployment(config, files), file, locate };
}
