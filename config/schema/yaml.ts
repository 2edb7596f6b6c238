import { type Document, type ErrorCode, isCollection, isScalar, parseDocument, visit } from "yaml";
import { type Diagnostic, quote } from "./diagnostic";
import { type Locate, locator, positionAt } from "./positions";

/** The text as YAML. `data` is there only where nothing is wrong with it. */
export interface YamlReading {
  readonly document: Document.Parsed;
  readonly data?: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
}

/** Something that isn't YAML, or that would be lost or read differently from how it looks. */
interface YamlProblem {
  readonly code: string;
  readonly offset: number;
  readonly message: string;
  readonly help: string;
}

/** Reads one YAML document. Never throws for what the user wrote. */
export function readYaml(file: string, text: string): YamlReading {
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true, logLevel: "error" });
  const locate = locator(document, text);
  const result = (problems: readonly YamlProblem[]): YamlReading => ({
    document,
    locate,
    diagnostics: problems.map(({ code, offset, message, help }) => ({
      code: `yaml/${code}`,
      file,
      ...positionAt(text, offset),
      message,
      help,
    })),
  });
  // A tag or a directive that isn't known is a warning of the library; here it would change what is read.
  const broken = [...document.errors, ...document.warnings].map(({ code, message, pos }) =>
    describe(document, code, message, pos[0]),
  );
  if (broken.length > 0) return result(firstAtEachPlace(broken));
  const unusable = unusableNodes(document);
  if (unusable.length > 0) return result(unusable);
  try {
    return { ...result([]), data: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    return result([
      {
        code: "TOO_MANY_ALIASES",
        offset: document.contents?.range?.[0] ?? 0,
        message: `this can't be read: ${inOurStyle((error as Error).message)}`,
        help: "write values out instead of repeating them by alias",
      },
    ]);
  }
}

const WORDS: Partial<Record<ErrorCode, { readonly message: string; readonly help: string }>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    message: "this is not YAML: a key where a value is already",
    help: "put a text that holds `: ` in quotes, and indent the next key as the keys beside it",
  },
  MULTIPLE_DOCS: {
    message: "a second document begins here",
    help: "a deployment is one document: take away the `---` and what follows, or give it a file of its own",
  },
  NON_STRING_KEY: { message: "a list or a group of keys stands where a key should", help: "expected a name, then a colon" },
  RESOURCE_EXHAUSTION: { message: "this is nested too deeply to be read", help: "check brackets here" },
};

function describe(document: Document.Parsed, code: ErrorCode, message: string, offset: number): YamlProblem {
  if (code === "DUPLICATE_KEY")
    return {
      code,
      offset,
      message: `duplicate key ${quote(keyAt(document, offset))}`,
      help: "keep one of the two: the other would be lost silently",
    };
  if (code === "TAG_RESOLVE_FAILED" || code === "BAD_DIRECTIVE")
    return {
      code,
      offset,
      message: inOurStyle(message),
      help: "write the value as it is: tags and directives of YAML are not carried out here",
    };
  return {
    code,
    offset,
    message: `this is not YAML: ${inOurStyle(message)}`,
    help: "check indentation, quotes and brackets here",
    ...WORDS[code],
  };
}

/** One slip often makes several errors at its place; the first says what it is. */
function firstAtEachPlace(problems: readonly YamlProblem[]): YamlProblem[] {
  return problems.filter((problem, index) => problems.findIndex(({ offset }) => offset === problem.offset) === index);
}

/** Aliases that lead nowhere or into themselves, and the one key that JavaScript drops instead of reading it. */
function unusableNodes(document: Document.Parsed): YamlProblem[] {
  const problems: YamlProblem[] = [];
  visit(document, {
    Alias(_, alias, ancestors) {
      const target = alias.resolve(document);
      const help = `write the value out, or put an anchor \`&${alias.source}\` on a value before this line`;
      const offset = alias.range?.[0] ?? 0;
      if (!target) problems.push({ code: "BAD_ALIAS", offset, message: `alias "*${alias.source}" has no anchor`, help });
      else if (isCollection(target) && ancestors.includes(target))
        problems.push({ code: "BAD_ALIAS", offset, message: `alias "*${alias.source}" stands inside its own anchor`, help });
    },
    Pair(_, { key }) {
      if (isScalar(key) && key.value === "__proto__")
        problems.push({
          code: "BAD_KEY",
          offset: key.range?.[0] ?? 0,
          message: 'key "__proto__" has no meaning here',
          help: "choose another name",
        });
    },
  });
  return problems;
}

function keyAt(document: Document.Parsed, offset: number): string {
  let found = "";
  visit(document, {
    Pair(_, { key }) {
      if (!isScalar(key) || key.range?.[0] !== offset) return undefined;
      found = String(key.value);
      return visit.BREAK;
    },
  });
  return found;
}

/** The library's sentence as ours look: lower case, one line, no full stop, also where it ends in the user's text. */
const inOurStyle = (text: string) =>
  `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    .replace(/\s+/g, " ")
    .replace(/closing ["']quote/, "closing quote")
    .replace(/[\s.]+$/, "");
