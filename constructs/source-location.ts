import { findSourceMap, type SourceMap } from "node:module";
import { isAbsolute, relative, sep } from "node:path";
import { type MetadataOptions, Node } from "constructs";

const MARK = Symbol.for("us-data-perimeter/source-locations");

/**
 * From here on, every Terraform element records the lines of TypeScript that made it: cdktf writes them as
 * `stackTrace` into the `//` metadata of the synthesized JSON, the innermost line first, relative to `project`.
 *
 * cdktf 0.21 asks for the trace (`addMetadata("stacktrace", "trace")`) and relies on the default of earlier releases
 * of constructs, which captured it unasked. This restores that default for this one kind of metadata.
 */
export function recordSourceLocations(project: string): void {
  const prototype = Node.prototype as Node & { [MARK]?: true };
  if (prototype[MARK]) return;
  prototype[MARK] = true;
  const addMetadata = prototype.addMetadata;
  prototype.addMetadata = function (type: string, data: unknown, options?: MetadataOptions) {
    const lines = type === "stacktrace" ? sourceLines(project) : [];
    return addMetadata.call(this, type, data, lines.length > 0 ? { ...options, stackTraceOverride: lines } : options);
  };
}

/** Deep enough for a resource in a construct in a construct in a stack. */
const FRAMES = 40;

function sourceLines(project: string): string[] {
  return callSites()
    .map((site) => ({ file: site.getFileName(), line: site.getLineNumber() ?? 1, column: site.getColumnNumber() ?? 1 }))
    .flatMap(({ file, line, column }) => (file && isOurs(project, file) ? [shown(project, file, line, column)] : []));
}

/** The raw frames: mapping every frame of every library to its TypeScript would take longer than the synthesis. */
function callSites(): NodeJS.CallSite[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  Error.prepareStackTrace = (_, sites) => sites;
  const sites = new Error().stack as unknown as NodeJS.CallSite[];
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  return sites;
}

function isOurs(project: string, file: string): boolean {
  const path = relative(project, file);
  return (
    // Node's own frames, such as node:internal/vm, have no path.
    isAbsolute(file) &&
    !path.startsWith("..") &&
    !path.includes(`node_modules${sep}`) &&
    !path.startsWith(`packages${sep}`) &&
    file !== __filename
  );
}

/** Node parses a map anew at every look-up. */
const sourceMaps = new Map<string, SourceMap | undefined>();

function sourceMapOf(file: string): SourceMap | undefined {
  if (!sourceMaps.has(file)) sourceMaps.set(file, findSourceMap(file));
  return sourceMaps.get(file);
}

function shown(project: string, file: string, line: number, column: number): string {
  const entry = sourceMapOf(file)?.findEntry(line - 1, column - 1);
  const original = entry && "originalLine" in entry ? entry.originalLine + 1 : line;
  return `${relative(project, file).split(sep).join("/")}:${original}`;
}
