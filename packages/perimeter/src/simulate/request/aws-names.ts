import { quote } from "../../quote";
import type { KnownNames } from "./variables";

/** Why this is no action, and which one was probably meant; `undefined` if it is one. */
export function actionMistake(text: string): { readonly message: string; readonly meant?: string } | undefined {
  return /^[a-z0-9-]+:[A-Za-z0-9]+$/i.test(text) ? undefined : { message: `expected SERVICE:ACTION, found ${quote(text)}` };
}

/** Condition keys of AWS. */
export const CONTEXT_KEYS: KnownNames = { has: (name) => /^[a-z0-9-]+:\S/i.test(name), nearest: () => undefined };
