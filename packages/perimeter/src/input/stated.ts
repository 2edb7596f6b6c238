import { placeOf } from "./arn";
import { entry, type JsonObject } from "./body";
import type { Declarations } from "./configured";
import { valueOfJson } from "./expression/text";
import { impliedProvider } from "./provider";
import type { Provider, Resource } from "./resource";
import { type Recorded, recordedIn } from "./state";
import { literal } from "./value";
import type { World } from "./world";

/** Declares what a state holds. Where a configuration or a plan says what it is, it leaves its outputs to them. */
export function declareState(
  world: World,
  stack: string,
  state: JsonObject,
  deleted: ReadonlySet<string>,
  isKnownOtherwise: boolean,
): Declarations {
  const values = entry(state, "values");
  const records = recordedIn(entry(values, "root_module")).filter(({ managed, address }) => managed && !deleted.has(address));
  const account =
    records.map(({ values: given }) => placeOf(given)?.account).find((one) => one !== undefined && one !== "") ??
    world.defaults.account;
  const resources = records.map((one): Resource => {
    const provider = providerOf(one, account);
    return { stack, address: `${stack}/${one.address}`, type: one.type, provider, arguments: one.values, source: null };
  });
  for (const { address, type, provider, arguments: given } of resources)
    if (!world.declared.has(address)) world.declared.set(address, { type, arguments: () => given, provider: () => provider });
  const output = (name: string) => {
    const value = entry(entry(entry(values, "outputs"), name), "value");
    return value === undefined ? undefined : valueOfJson(value);
  };
  if (!isKnownOtherwise) world.states.push({ stack, backends: () => [], output });
  return { resources: () => resources, unread: [] };
}

/** A state doesn't say how its providers are configured: their region and account are in what they made. */
function providerOf({ type, providerName, values }: Recorded, account: string | undefined): Provider {
  const name = providerName.split("/").at(-1) || impliedProvider(type);
  const arn = placeOf(values);
  const region = values.entries.get("region") ?? (arn?.region ? literal(arn.region) : undefined);
  const own = arn?.account || account;
  return { name, ...(region ? { region } : {}), ...(name === "aws" && own ? { account: literal(own) } : {}) };
}
