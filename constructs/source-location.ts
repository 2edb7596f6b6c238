import { relative, sep } from "node:path";
import { type MetadataOptions, Node } from "constructs";

const MARK = Symbol.for("us-data-perimeter/source-locations");

/**
 * From here on, every Terraform element records the lines of TypeScript that made it: cdktf writes them as
 * `stackTrace` into the `//` metadata of the synthesized JSON, the innermost line first, relative to `project`.
 *
 * cdktf 0.21 asks for the trace (`addMetadata("stacktrace", "trace")`) and relies on the default of constructs before
 * 10.4, which captured it unasked. This restores that default for this one kind of metadata, as a supported option.
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

const LIMIT = 40;

function sourceLines(project: string): string[] {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = LIMIT;
  const { stack = "" } = new Error();
  Error.stackTraceLimit = before;
  return stack
    .split("\n")
    .map((line) => /\(?((?:file:\/\/)?\/[^()]*|[A-Za-z]:\\[^()]*):(\d+):(\d+)\)?$/.exec(line.trim()))
    .filter((match) => match !== null)
    .map(([, file, line]) => ({ file: relative(project, (file as string).replace(/^file:\/\//, "")), line }))
    .filter(
      ({ file }) =>
        !file.startsWith("..") &&
        !file.includes(`node_modules${sep}`) &&
        !file.startsWith("packages") &&
        !file.endsWith("source-location.ts"),
    )
    .map(({ file, line }) => `${file.split(sep).join("/")}:${line}`);
}
