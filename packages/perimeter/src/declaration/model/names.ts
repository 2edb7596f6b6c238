import { quote } from "../../quote";
import { didYouMean } from "../near";
import type { Notes } from "../notes";
import type { Placed } from "../written";
import type { Model } from "./model";
import { ALL } from "./roles";

/** Notes names that nothing in the model has, and parts that contradict each other. */
export function noteWrongNames({ stores, roles, budget, recovery, oversight, ...places }: Model["content"], notes: Notes): void {
  const store = known("store", stores, notes);
  for (const { value: role } of roles?.values() ?? []) {
    const named = [...(role.metadata ?? []), ...(role.administer ?? []), ...(role.content ?? []).map(({ store: one }) => one)];
    for (const one of named) if (one.value !== ALL) store(one);
  }
  for (const [name, { place }] of budget ?? []) if (name !== "default") store({ value: name, place });
  for (const [name, { place }] of recovery?.stores ?? []) store({ value: name, place });
  if (oversight) known("role", roles ?? new Map(), notes)(oversight.auditor);
  noteWrongPlaces(places, notes);
}

/** Says of a name that is none of these which is near. */
function known(what: string, names: ReadonlyMap<string, unknown>, notes: Notes): (name: Placed<string>) => void {
  return ({ value, place }) => {
    if (names.has(value)) return;
    const few = [...names.keys()].slice(0, 8).join(", ");
    notes.add(place, `model/unknown-${what}`, `there is no ${what} ${quote(value)} in this model`, () => ({
      help: didYouMean(value, names.keys()) ?? `the ${what}s of this model are ${few || "none"}`,
    }));
  };
}

/** The primary, its standby and every site that isn't retired are among the places where data may rest. */
function noteWrongPlaces({ rests, primary, sites }: Pick<Model["content"], "rests" | "primary" | "sites">, notes: Notes): void {
  const within = (cloud: "oci" | "aws", what: string, { value, place }: Placed<string>) => {
    if (rests[cloud]?.some((one) => one.value === value)) return;
    const help = `add it to rests.${cloud}, or take it away here`;
    notes.add(place, "model/not-in-rests", `${what} ${quote(value)} is not among rests.${cloud}`, { help });
  };
  for (const region of primary?.oci ?? []) within("oci", "the primary's region", region);
  for (const region of primary?.standby ?? []) within("oci", "the standby's region", region);
  for (const [name, { value }] of sites ?? [])
    if (value.phase !== "retired") within("aws", `the region of site ${quote(name)}`, value.aws);
}
