import { IdentityCompartment } from "@cdktf/provider-oci/lib/identity-compartment";
import { Construct } from "constructs";
import type { Location } from "oci-policy";
import type { TagValues } from "./residency-tags";

/** The tenancy: the root of all compartments, made by Oracle. */
export interface Tenancy {
  readonly name: string;
  readonly id: string;
}

export interface CompartmentProps {
  readonly parent: Compartment | Tenancy;
  readonly name: string;
  readonly description: string;
  /** @default - no tags of the jurisdiction */
  readonly tags?: TagValues;
}

/**
 * A compartment that is never adopted and never destroyed: a name that is taken is an error, so that nobody can plant
 * a compartment (with policies of their own) where a boundary is to be.
 */
export class Compartment extends Construct {
  readonly name: string;
  /** Names from below the root, as policy statements at the root write them. */
  readonly path: readonly string[];
  readonly id: string;

  constructor(scope: Construct, id: string, { parent, name, description, tags }: CompartmentProps) {
    super(scope, id);
    this.name = name;
    this.path = parent instanceof Compartment ? [...parent.path, name] : [name];
    this.id = new IdentityCompartment(this, "Resource", {
      compartmentId: parent.id,
      name,
      description,
      // False would adopt an existing compartment of this name instead of failing.
      enableDelete: true,
      ...(tags ? { definedTags: { ...tags } } : {}),
      lifecycle: { preventDestroy: true },
    }).id;
  }

  /** This compartment and all below it, as a statement's location. */
  get location(): Location {
    return { kind: "compartment", path: this.path };
  }
}
