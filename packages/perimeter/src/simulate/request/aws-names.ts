import { didYouMeanAction, findAction } from "../../aws/catalogue/actions";
import { didYouMeanKey, findConditionKey } from "../../aws/catalogue/condition-keys";
import { didYouMeanService, isService } from "../../aws/catalogue/services";
import { quote } from "../../quote";
import type { KnownNames } from "./variables";

/** What is wrong with a text that should be an action, and what was probably meant. */
interface ActionMistake {
  readonly message: string;
  readonly help: string | undefined;
}

/** Why this is no action of AWS; `undefined` if it is one. */
export function actionMistake(text: string): ActionMistake | undefined {
  const [, service = "", name = ""] = /^([a-z0-9-]+):([a-z0-9]+)$/i.exec(text) ?? [];
  if (service === "")
    return { message: `expected an action, found ${quote(text)}`, help: "write it as s3:GetObject, without wildcards" };
  if (!isService(service)) return { message: `unknown service ${quote(service)}`, help: didYouMeanService(service) };
  if (findAction(service, name)) return undefined;
  return { message: `unknown action ${quote(text)}`, help: didYouMeanAction(service, name) };
}

/** What providers of web identities say of whom they vouch for (IAM User Guide, "Available keys for AWS OIDC federation"). */
const OF_PROVIDERS = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^:]+)?:(aud|sub|amr|email|oaud)$/i;

/** Condition keys, global and of services. */
export const CONDITION_KEYS: KnownNames = {
  has: (name) => findConditionKey(name) !== undefined || OF_PROVIDERS.test(name),
  didYouMean: didYouMeanKey,
};
