import { afterAll, expect, test } from "@jest/globals";
import { isWhollyKnown, type ObjectValue } from "../../src/schema/value";
import { rehearsedWorld } from "./worlds";

/** A sentence, a type, its arguments, what the service answers, and the provider configuration if it matters. */
export type Case = readonly [name: string, type: string, args: ObjectValue, values: ObjectValue, config?: ObjectValue];

export const US: ObjectValue = { region: "us-east-1", allowed_account_ids: ["111122223333"] };

/** Each case is a test in one world: what a case makes, later ones find. */
export function answers(cases: readonly Case[]): void {
  const { made, close } = rehearsedWorld();
  afterAll(close);
  test.each(cases)("%s (%s)", (_name, type, args, values, config = US) => expect(made(type, args, config)).toMatchObject(values));
}

/** What is known before anything is made. */
export function plans(cases: readonly Case[]): void {
  const { planned, close } = rehearsedWorld();
  afterAll(close);
  test.each(cases)("%s (%s)", (_name, type, args, values, config = US) => {
    const value = planned(type, args, config);
    expect(value).toMatchObject(values);
    expect(Object.keys(values).filter((name) => isWhollyKnown(value[name] ?? null))).toEqual(
      Object.keys(values).filter((name) => isWhollyKnown(values[name] ?? null)),
    );
  });
}
