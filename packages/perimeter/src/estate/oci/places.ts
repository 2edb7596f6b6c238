import type { Resource, Value } from "../../input";
import { knownText } from "../../input/expression/text";
import type { CompartmentPath, OciCompartment } from "../../simulate/oci";
import { argument } from "../arguments";
import type { Links } from "../links";
import { isUnknown, type Maybe } from "../maybe";
import { tagsOf } from "./tags";

/** Where things lie in a tenancy. */
export interface Places {
  readonly compartments: readonly OciCompartment[];
  /** The path of the compartment that a value names, seen from the resource that holds it. */
  readonly pathOf: (compartment: Value | undefined, holder: Resource) => Maybe<CompartmentPath>;
}

/** Compartments nest six deep (OCI documentation, "Managing Compartments"); a longer chain is a circle. */
const DEEPEST = 32;

export function placesIn(resources: readonly Resource[], links: Links): Places {
  const compartments = resources.filter(({ type }) => type === "oci_identity_compartment");
  const paths = new Map<string, Maybe<CompartmentPath>>();

  function pathOfCompartment(compartment: Resource, depth: number): Maybe<CompartmentPath> {
    const known = paths.get(compartment.address);
    if (known) return known;
    if (depth > DEEPEST) return { unknown: `the parents of compartment "${compartment.address}" lead in a circle` };
    const name = links.text(argument(compartment, "name"));
    const parent = pathAt(argument(compartment, "compartment_id"), compartment, depth + 1);
    const path = isUnknown(parent)
      ? parent
      : isUnknown(name)
        ? { unknown: `the name of "${compartment.address}" isn't known: ${name.unknown}` }
        : [...parent, name];
    paths.set(compartment.address, path);
    return path;
  }

  function pathAt(value: Value | undefined, holder: Resource, depth: number): Maybe<CompartmentPath> {
    if (!value) return { unknown: `the compartment of "${holder.address}" isn't given` };
    const made = links.resource(value);
    if (made?.type === "oci_identity_compartment") return pathOfCompartment(made, depth);
    const text = knownText(value);
    if (text !== undefined && /^ocid1\.tenancy\./i.test(text)) return [];
    if (isTenancyOf(holder, value)) return [];
    if (text !== undefined) return { unknown: `no stack that was given makes the compartment "${text}" of "${holder.address}"` };
    const why = links.text(value);
    return { unknown: `the compartment of "${holder.address}" isn't known${isUnknown(why) ? `: ${why.unknown}` : ""}` };
  }

  return {
    pathOf: (value, holder) => pathAt(value, holder, 0),
    compartments: compartments.map((compartment) => ({
      path: pathOfCompartment(compartment, 0),
      id: links.id(compartment),
      tags: tagsOf(compartment, links),
    })),
  };
}

/** The same variable, or the same text, as the provider has for its tenancy: whatever it holds, it is the root. */
function isTenancyOf({ provider }: Resource, value: Value): boolean {
  const { tenancy } = provider;
  if (!tenancy) return false;
  if (value.kind === "unknown")
    return tenancy.kind === "unknown" && tenancy.reason === value.reason && /"var\./.test(value.reason);
  const text = knownText(value);
  return text !== undefined && text === knownText(tenancy);
}
