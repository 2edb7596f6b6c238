import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020";

/** What is wrong with a document by a schema; empty: it fits. */
export function mistakesBy(schema: object): (document: unknown) => readonly string[] {
  const isOld = /draft-0[4-7]/.test(String((schema as { $schema?: unknown }).$schema));
  // Draft 4 is what SARIF's schema is written in: of all that changed since it uses `id` alone.
  const { id: _, $schema: __, ...plain } = schema as Record<string, unknown>;
  const options = { allErrors: true, strict: false, formats: FORMATS, unicodeRegExp: !isOld };
  const validate = isOld ? new Ajv(options).compile(plain) : new Ajv2020(options).compile(schema);
  return (document) => {
    validate(document);
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
}

const FORMATS = {
  uri: (text: string) => URL.canParse(text),
  "uri-reference": (text: string) => !/[\s\\<>"{}|^`]/.test(text) && URL.canParse(text, "https://host.example/"),
  "date-time": (text: string) => !Number.isNaN(Date.parse(text)),
};
