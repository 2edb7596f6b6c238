import { describe, expect, test } from "@jest/globals";
import type { Answer } from "../../../src/simulate/answer";
import { scenarios } from "./oracle/scenarios";
import { type Json, type Scenario, simulate } from "./support/scenario";

const SCENARIOS = [...scenarios({ seed: 7, count: 200 })];
const OF_IDENTITIES = SCENARIOS.filter(({ request }) => /:(user|assumed-role)\//.test(request.principal));

const ALLOW_ALL = { Effect: "Allow", Action: "*", Resource: "*" };
const DENY_SOME = { Effect: "Deny", Action: "*", Resource: "*", Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } };

/** Changes the statements of every document of a kind. */
function mapDocuments(scenario: Scenario, change: (document: Json) => Json): Scenario {
  const each = (documents: readonly Json[] | undefined) => documents?.map(change);
  const levels = (all: readonly (readonly Json[])[] | undefined) => all?.map((level) => level.map(change));
  const { identity, boundary, session, resourcePolicy, scpLevels, rcpLevels, vpcEndpoint } = scenario;
  return defined({
    ...scenario,
    identity: each(identity),
    boundary: each(boundary),
    session: session && change(session),
    resourcePolicy: resourcePolicy && change(resourcePolicy),
    scpLevels: levels(scpLevels),
    rcpLevels: levels(rcpLevels),
    vpcEndpoint: each(vpcEndpoint),
  });
}

function defined(scenario: { readonly [Key in keyof Scenario]: Scenario[Key] | undefined }): Scenario {
  return Object.fromEntries(Object.entries(scenario).filter(([, value]) => value !== undefined)) as unknown as Scenario;
}

function statementsOf(document: Json): readonly Json[] {
  return document["Statement"] as readonly Json[];
}

function withStatement(scenario: Scenario, kind: "identity" | "boundary", statement: Json): Scenario {
  return { ...scenario, [kind]: [...(scenario[kind] ?? []), { Version: "2012-10-17", Statement: [statement] }] };
}

/** Those that are answered so; never none. */
function answered(among: readonly Scenario[], decision: Answer["decision"]): readonly Scenario[] {
  const found = among.filter((scenario) => simulate(scenario).decision === decision);
  expect(found.length).toBeGreaterThan(0);
  return found;
}

describe("laws of the evaluation", () => {
  test("reordering statements and documents changes nothing", () => {
    for (const scenario of SCENARIOS) {
      const reversed = mapDocuments(scenario, (document) => ({ ...document, Statement: [...statementsOf(document)].reverse() }));
      const { identity } = reversed;
      const both = identity ? { ...reversed, identity: [...identity].reverse() } : reversed;
      expect(simulate(both).decision).toBe(simulate(scenario).decision);
    }
  });

  test("naming statements changes nothing", () => {
    for (const scenario of SCENARIOS) {
      const named = mapDocuments(scenario, (document) => ({
        ...document,
        Statement: statementsOf(document).map((statement, index) => ({ Sid: `Renamed${index}`, ...statement })),
      }));
      expect(simulate(named).decision).toBe(simulate(scenario).decision);
    }
  });

  test("writing a single value as a list changes nothing", () => {
    for (const scenario of SCENARIOS) {
      const listed = mapDocuments(scenario, (document) => ({
        ...document,
        Statement: statementsOf(document).map((statement) =>
          Object.fromEntries(
            Object.entries(statement).map(([name, value]) => [
              name,
              /Action|Resource/.test(name) && typeof value === "string" ? [value] : value,
            ]),
          ),
        ),
      }));
      expect(simulate(listed).decision).toBe(simulate(scenario).decision);
    }
  });

  test("the case of an action changes nothing", () => {
    for (const scenario of SCENARIOS) {
      const action = scenario.request.action.replace(/:.*/, (name) => name.toUpperCase());
      expect(simulate({ ...scenario, request: { ...scenario.request, action } }).decision).toBe(simulate(scenario).decision);
    }
  });

  test("an allow more among identity policies never turns allowed into denied", () => {
    for (const scenario of answered(OF_IDENTITIES, "allowed"))
      expect(simulate(withStatement(scenario, "identity", ALLOW_ALL)).decision).toBe("allowed");
  });

  test("a deny more among identity policies never turns denied into allowed", () => {
    for (const scenario of answered(OF_IDENTITIES, "denied"))
      expect(simulate(withStatement(scenario, "identity", DENY_SOME)).decision).toBe("denied");
  });

  test("a deny of everything denies, whoever asks and whatever allows", () => {
    for (const scenario of OF_IDENTITIES) {
      const { decision, by } = simulate(withStatement(scenario, "identity", { ...ALLOW_ALL, Effect: "Deny" }));
      expect([decision, by.length]).toEqual(["denied", 1]);
    }
  });

  test("taking a boundary or a control policy away never turns allowed into denied", () => {
    for (const scenario of answered(SCENARIOS, "allowed")) {
      const { boundary: _boundary, scpLevels: _scp, rcpLevels: _rcp, ...wider } = scenario;
      expect(simulate(wider).decision).toBe("allowed");
    }
  });

  test("what denies by a statement is a deny", () => {
    for (const scenario of answered(SCENARIOS, "denied"))
      for (const { text } of simulate(scenario).by) expect(JSON.parse(text)).toMatchObject({ Effect: "Deny" });
  });

  test("what allows is made of allows, and of at least one", () => {
    for (const scenario of answered(OF_IDENTITIES, "allowed")) {
      const { by } = simulate(scenario);
      expect(by.length).toBeGreaterThan(0);
      for (const { text } of by) expect(JSON.parse(text)).toMatchObject({ Effect: "Allow" });
    }
  });
});
