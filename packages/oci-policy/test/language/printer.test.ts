import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  type Action,
  type Condition,
  type Location,
  printLocation,
  printStatement,
  type Statement,
  type Subject,
  UnprintableNameError,
  UnprintableStatementError,
} from "../../src/index";

fc.configureGlobal({ seed: 4 });

const READERS: Subject = { kind: "group", names: [{ name: "readers" }] };
const READ: Action = { kind: "permissions", permissions: ["OBJECT_READ"] };
const TENANCY: Location = { kind: "tenancy" };

const print = (part: Partial<Statement>) =>
  printStatement({ effect: "allow", subject: READERS, action: READ, location: TENANCY, ...part });
const inPath = (...path: string[]): Location => ({ kind: "compartment", path });
const equals = (variable: string, value: string): Condition => ({ kind: "equals", variable, value });

describe("each form is printed to the letter", () => {
  const named = (kind: "group" | "dynamic-group", ...names: { domain?: string; name: string }[]): Subject => ({ kind, names });

  test.each<[string, Partial<Statement>, string]>([
    ["an allow", {}, "Allow group readers to {OBJECT_READ} in tenancy"],
    ["a deny", { effect: "deny" }, "Deny group readers to {OBJECT_READ} in tenancy"],
    ["everybody", { subject: { kind: "any-user" } }, "Allow any-user to {OBJECT_READ} in tenancy"],
    [
      "a group of a domain",
      { subject: named("group", { domain: "us", name: "readers" }) },
      "Allow group 'us'/'readers' to {OBJECT_READ} in tenancy",
    ],
    [
      "several groups, each with or without its domain",
      { subject: named("group", { domain: "us", name: "a" }, { name: "b" }) },
      "Allow group 'us'/'a', b to {OBJECT_READ} in tenancy",
    ],
    [
      "a dynamic group",
      { subject: named("dynamic-group", { name: "app" }) },
      "Allow dynamic-group app to {OBJECT_READ} in tenancy",
    ],
    [
      "services",
      { subject: { kind: "service", names: ["objectstorage-us-phoenix-1", "cloudguard"] } },
      "Allow service objectstorage-us-phoenix-1, cloudguard to {OBJECT_READ} in tenancy",
    ],
    [
      "a verb",
      { action: { kind: "verb", verb: "inspect", resourceType: "all-resources" } },
      "Allow group readers to inspect all-resources in tenancy",
    ],
    [
      "several permissions",
      { action: { kind: "permissions", permissions: ["OBJECT_INSPECT", "OBJECT_READ"] } },
      "Allow group readers to {OBJECT_INSPECT, OBJECT_READ} in tenancy",
    ],
    ["a path", { location: inPath("us", "stores") }, "Allow group readers to {OBJECT_READ} in compartment us:stores"],
    [
      "a comparison",
      { condition: equals("target.bucket.name", "media") },
      "Allow group readers to {OBJECT_READ} in tenancy where target.bucket.name = 'media'",
    ],
    [
      "a comparison that must not hold",
      { condition: { kind: "not-equals", variable: "request.region", value: "fra" } },
      "Allow group readers to {OBJECT_READ} in tenancy where request.region != 'fra'",
    ],
    [
      "a list of values",
      { condition: { kind: "in", variable: "request.region", values: ["phx", "iad"] } },
      "Allow group readers to {OBJECT_READ} in tenancy where request.region in ('phx', 'iad')",
    ],
    [
      "a window of time",
      { condition: { kind: "between", variable: "request.utc-timestamp.time-of-day", from: "22:00:00Z", to: "04:00:00Z" } },
      "Allow group readers to {OBJECT_READ} in tenancy where request.utc-timestamp.time-of-day between '22:00:00Z' and '04:00:00Z'",
    ],
    [
      "conditions inside conditions",
      {
        condition: {
          kind: "all",
          conditions: [equals("a", "1"), { kind: "any", conditions: [equals("b", "2"), equals("c", "3")] }],
        },
      },
      "Allow group readers to {OBJECT_READ} in tenancy where all {a = '1', any {b = '2', c = '3'}}",
    ],
    [
      "one condition in a list",
      { condition: { kind: "all", conditions: [equals("a", "1")] } },
      "Allow group readers to {OBJECT_READ} in tenancy where all {a = '1'}",
    ],
  ])("%s", (_, part, expected) => expect(print(part)).toBe(expected));
});

describe("a name", () => {
  test.each([
    ["is bare where it can be", "us-sre", "us-sre"],
    ["is bare with every sign that a word may hold", "a.B_c@d$e+f-9", "a.B_c@d$e+f-9"],
    ["is quoted with a full stop at its end", "a.", "'a.'"],
    ["is bare with a full stop inside, its neighbour", "a.b", "a.b"],
    ["is quoted with a blank", "Night Shift", "'Night Shift'"],
    ["is quoted with a slash", "a/b", "'a/b'"],
    ["is quoted with a colon", "a:b", "'a:b'"],
    ["is quoted with a comma", "a,b", "'a,b'"],
    ["is quoted with letters beyond ASCII", "größe", "'größe'"],
    ["is quoted with a blank that looks like none", "a\u200Bb", "'a\u200Bb'"],
    ["is quoted with a double quote", 'a"b', "'a\"b'"],
    ["is quoted with a backslash inside", "a\\b", "'a\\b'"],
    ["is quoted where it is a word of the grammar", "id", "'id'"],
    ["is quoted where it is such a word in capitals", "Where", "'Where'"],
    ["is bare where it only begins with such a word", "identity", "identity"],
  ])("%s: %s", (_, name, expected) => {
    expect(printLocation(inPath(name))).toBe(`compartment ${expected}`);
    expect(print({ subject: { kind: "group", names: [{ name }] } })).toBe(`Allow group ${expected} to {OBJECT_READ} in tenancy`);
  });

  test.each(["to", "in", "where", "of", "with", "as", "id", "any", "all"])(
    "%s is a word of the grammar, so it is quoted",
    (word) => {
      expect(printLocation(inPath("us", word))).toBe(`compartment us:'${word}'`);
    },
  );

  test("is quoted with its domain, whatever it is", () => {
    const subject: Subject = { kind: "group", names: [{ domain: "Default", name: "Night Shift" }] };
    expect(print({ subject })).toBe("Allow group 'Default'/'Night Shift' to {OBJECT_READ} in tenancy");
  });
});

describe("a name that the language can't hold", () => {
  const UNPRINTABLE = [
    ["nothing", ""],
    ["a single quote", "o'hara"],
    ["a line break", "two\nlines"],
    ["a carriage return", "two\rlines"],
    ["a backslash before the closing quote", "back\\"],
  ] as const;
  const places: [string, (name: string) => Partial<Statement>][] = [
    ["a group", (name) => ({ subject: { kind: "group", names: [{ name }] } })],
    ["a domain", (domain) => ({ subject: { kind: "group", names: [{ domain, name: "readers" }] } })],
    ["a group of a domain", (name) => ({ subject: { kind: "dynamic-group", names: [{ domain: "us", name }] } })],
    ["a service", (name) => ({ subject: { kind: "service", names: ["ok", name] } })],
    ["a compartment", (name) => ({ location: inPath("us", name) })],
  ];
  const valuePlaces: typeof places = [
    ["a value", (value) => ({ condition: equals("target.bucket.name", value) })],
    ["a value that must not be", (value) => ({ condition: { kind: "not-equals", variable: "v", value } })],
    ["a value in a list", (value) => ({ condition: { kind: "in", variable: "v", values: ["ok", value] } })],
    [
      "a value deep inside",
      (value) => ({ condition: { kind: "any", conditions: [{ kind: "all", conditions: [equals("v", value)] }] } }),
    ],
  ];
  const timePlaces: typeof places = [
    ["a start", (from) => ({ condition: { kind: "between", variable: "v", from, to: "04:00:00Z" } })],
    ["an end", (to) => ({ condition: { kind: "between", variable: "v", from: "04:00:00Z", to } })],
  ];

  describe.each([...places, ...valuePlaces, ...timePlaces])("as %s", (_, part) => {
    // No name is empty, but a value may be: `!= ''` asks for a key.
    const refused = valuePlaces.some(([, place]) => place === part) ? UNPRINTABLE.slice(1) : UNPRINTABLE;
    test.each(refused)("is refused: %s", (_, name) => expect(() => print(part(name))).toThrow(UnprintableNameError));
    test("is printed with a double quote, its neighbour", () => expect(print(part('o"hara'))).toContain("'o\"hara'"));
  });

  test.each(valuePlaces)("is not the empty text as %s, as their neighbour", (_, part) => expect(print(part(""))).toContain("''"));

  test("is named in the message", () => {
    expect(() => print({ location: inPath("o'hara") })).toThrow(
      `"o'hara" can't stand in a policy statement: a name needs at least one character and may not hold ' or a line break, nor end in \\`,
    );
  });
});

describe("a list with nothing in it", () => {
  const everybody: Partial<Statement>[] = [
    { subject: { kind: "group", names: [] } },
    { subject: { kind: "dynamic-group", names: [] } },
    { subject: { kind: "service", names: [] } },
    { action: { kind: "permissions", permissions: [] } },
    { location: inPath() },
    { condition: { kind: "all", conditions: [] } },
    { condition: { kind: "any", conditions: [{ kind: "all", conditions: [] }] } },
    { condition: { kind: "in", variable: "v", values: [] } },
  ];
  test.each(everybody)("is refused: %j", (part) => {
    expect(() => print(part)).toThrow(new UnprintableStatementError("a policy statement can't hold an empty list"));
  });
});

describe("a name that looks like an OCID", () => {
  const OCID = "ocid1.group.oc1..a";
  const lookalikes: Partial<Statement>[] = [
    { subject: { kind: "group", names: [{ name: OCID }] } },
    { subject: { kind: "dynamic-group", names: [{ domain: OCID, name: "readers" }] } },
    { location: inPath(OCID) },
  ];
  test.each(lookalikes)("is refused, since it would be read as one: %j", (part) => {
    expect(() => print(part)).toThrow(`"${OCID}" can't stand in a policy statement as a name: it would be read as an OCID`);
  });

  test("is printed inside a path, where the service takes ids for names", () => {
    expect(print({ location: inPath("us", OCID) })).toContain(`in compartment us:${OCID}`);
  });
});

describe("laws", () => {
  const name = fc.string({ minLength: 1, maxLength: 12, unit: "binary" }).filter((text) => !/['\r\n]|\\$/.test(text));
  // Words of the grammar are rare among random texts, and what matters most.
  const tricky = fc.oneof(name, fc.constantFrom("to", "IN", "where", "id", "any", "all {x}", "a`b", "tenancy"));

  test("a printed name is a bare word that is no word of the grammar, or quoted whole", () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const printed = printLocation(inPath(text)).slice("compartment ".length);
        const bare =
          /^[A-Za-z0-9_.@$+-]*[A-Za-z0-9_@$+-]$/.test(printed) && !/^(to|in|where|of|with|as|id|any|all)$/i.test(printed);
        expect(printed).toBe(bare ? text : `'${text}'`);
      }),
    );
  });

  test("every path comes back from its print: nothing in a name ends it", () => {
    fc.assert(
      fc.property(fc.array(tricky, { minLength: 1, maxLength: 4 }), (path) => {
        expect(segmentsOf(printLocation(inPath(...path)))).toEqual(path);
      }),
    );
  });

  test("no value can add a condition: outside of the quotes a statement is the same for all values", () => {
    const skeleton = (value: string) => print({ condition: equals("target.bucket.name", value) }).replace(/'[^']*'/g, "''");
    fc.assert(fc.property(tricky, (value) => expect(skeleton(value)).toBe(skeleton("media"))));
  });

  test("a text is either printed or refused, and refused only for a quote, a line break or a backslash at its end", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 8 }), fc.constantFrom("", "'", "\n", "\\"), (text, end) => {
        const value = text + end;
        const printable = !/['\r\n]/.test(value) && !value.endsWith("\\");
        const attempt = () => print({ condition: equals("v", value) });
        if (printable) expect(attempt()).toBe(`Allow group readers to {OBJECT_READ} in tenancy where v = '${value}'`);
        else expect(attempt).toThrow(UnprintableNameError);
      }),
    );
  });
});

/** The names of a printed path, read as a lexer would that takes `\'` for a quote. */
function segmentsOf(printed: string): string[] {
  const found: string[] = [];
  const token = /(?:'((?:\\'|[^'])*)'|([A-Za-z0-9_.@$+-]+))(:|$)/uy;
  token.lastIndex = "compartment ".length;
  for (let match = token.exec(printed); match; match = token.exec(printed)) {
    found.push(match[1] ?? (match[2] as string));
    if (match[3] === "") return found;
  }
  throw new Error(`not a path: ${printed}`);
}
