import * as fc from "fast-check";
import { type Condition, type CrossLocation, DEFINED, type PolicyStatement, type Value, VERBS } from "../../src/index";

/** Words that could be read as something else are rare among random texts, and what matters most. */
const TRICKY = ["to", "IN", "where", "id", "any", "all {x}", "a`b", "tenancy", "a.", "a:b", "a/b", "//", "__proto__", "‮x", "of"];

const text = fc
  .oneof(fc.string({ minLength: 1, maxLength: 10, unit: "binary" }), fc.constantFrom(...TRICKY))
  .filter((candidate) => !/['\r\n]|\\$/.test(candidate));
const name = text.filter((candidate) => !/^ocid1\./i.test(candidate));
const many = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { minLength: 1, maxLength: 3 });
const ocid = fc.stringMatching(/^ocid1\.[a-z]{1,8}\.oc1\.\.[a-z0-9]{1,6}$/);
const qualifiedName = fc.record({ domain: name, name }, { requiredKeys: ["name"] });
const item = fc.oneof(qualifiedName, fc.record({ id: ocid }));
const effect = fc.constantFrom("allow", "deny");

const subject = fc.oneof(
  fc.record({ kind: fc.constantFrom("any-user", "any-group") }),
  fc.record({ kind: fc.constantFrom("group", "dynamic-group"), names: many(item) }),
  fc.record({ kind: fc.constantFrom("service", "resource"), names: many(name) }),
);

const resourceType = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/).filter((type) => type !== "in");
const action = fc.oneof(
  fc.record({ kind: fc.constant("verb"), verb: fc.constantFrom(...VERBS), resourceType }),
  fc.record({ kind: fc.constant("permissions"), permissions: many(fc.stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/)) }),
);

const compartment = fc.oneof(
  fc.record({ kind: fc.constant("compartment"), path: many(name) }),
  fc.record({ kind: fc.constant("compartment-id"), id: ocid }),
);
const tenancy = fc.constant({ kind: "tenancy" });
const location = fc.oneof(tenancy, compartment);
const crossLocation = fc.oneof(
  location,
  fc.constant({ kind: "any-tenancy" }),
  fc.record({ kind: fc.constant("foreign"), tenancy: name, compartment }, { requiredKeys: ["kind", "tenancy"] }),
) as fc.Arbitrary<CrossLocation>;

const variable = fc.stringMatching(/^(request|target)(\.[A-Za-z0-9_@:-]{1,6}){1,3}$/);
const value = fc.oneof(
  text,
  fc.constant(""),
  fc.record({ kind: fc.constant("pattern"), pattern: text.filter((pattern) => !pattern.includes("/")) }),
  fc.record({ kind: fc.constant("variable"), variable }),
) as fc.Arbitrary<Value>;
const set = fc.oneof(value, fc.record({ kind: fc.constant("values"), values: many(value) }));

const atom = fc.oneof(
  fc.record({ kind: fc.constantFrom("equals", "not-equals"), variable, value }),
  fc.record({ kind: fc.constantFrom("in", "not-in"), variable, values: many(value) }),
  fc.record({ kind: fc.constantFrom("before", "after"), variable, time: text }),
  fc.record({ kind: fc.constant("between"), variable, from: text, to: text }),
  fc.record({ kind: fc.constantFrom("present", "absent"), variable }),
  fc.record({ kind: fc.constantFrom("sets-intersect", "sets-equal"), variable, set }),
);
const { condition } = fc.letrec((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    atom,
    fc.record({ kind: fc.constantFrom("all", "any"), conditions: many(tie("condition")) }),
  ),
})) as { condition: fc.Arbitrary<Condition> };

const anySource = fc.constant({ kind: "any-tenancy" });
const source = fc.record({ kind: fc.constant("foreign"), tenancy: name });
const joined = fc.record({ resourceType, location: crossLocation });
const anybody = fc.record({ kind: fc.constantFrom("any-user", "any-group") });
const half = <Kind extends string>(kind: Kind) => ({ kind: fc.constant(kind), effect, subject, action });
/** Any statement of the language. */
export const policyStatement = fc.oneof(
  fc.record({ effect, subject, action, location, condition }, { requiredKeys: ["effect", "subject", "action", "location"] }),
  fc.record({ kind: fc.constant("define"), what: fc.constantFrom(...DEFINED), name: qualifiedName, ocid }),
  conditioned({ ...half("endorse"), location: crossLocation }),
  conditioned({ ...half("admit"), source, location }),
  conditioned({ ...half("admit"), subject: anybody, source: anySource, location }),
  conditioned({ kind: fc.constant("associate"), half: fc.constant("endorse"), effect, subject, joins: joined, with: joined }),
  conditioned({
    kind: fc.constant("associate"),
    half: fc.constant("admit"),
    effect,
    subject,
    source,
    joins: joined,
    with: joined,
  }),
) as fc.Arbitrary<PolicyStatement>;

/** The statement with or without its source and condition. */
function conditioned(parts: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  const model: Record<string, fc.Arbitrary<unknown>> = { ...parts, condition };
  return fc.record(model, { requiredKeys: Object.keys(parts).filter((key) => key !== "source") });
}
