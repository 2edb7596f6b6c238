import type { Scope } from "../engine/cloud";
import { render } from "../engine/template";
import { textOf } from "../schema/value";

/** Where an id means something: in one account, and for most services in one region of it. */
export const IN_ACCOUNT = "{account}|";
export const IN_REGION = "{account}|{region}|";

/** A form of ours, such as an ARN's, filled in by what a provider configuration says. */
export const inScope = (form: string, scope: Scope): string => textOf(render(form, (name) => scope[name]));

/** The id under which the world holds an object of that place. */
export const placed = (place: typeof IN_ACCOUNT | typeof IN_REGION, scope: Scope, id: string): string =>
  `${inScope(place, scope)} ${id}`;
