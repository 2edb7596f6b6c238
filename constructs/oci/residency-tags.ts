import { IdentityTag } from "@cdktf/provider-oci/lib/identity-tag";
import { IdentityTagDefault } from "@cdktf/provider-oci/lib/identity-tag-default";
import { IdentityTagNamespace } from "@cdktf/provider-oci/lib/identity-tag-namespace";
import { Construct } from "constructs";
import type { Jurisdiction } from "../../config/schema/jurisdictions";
import type { Compartment, Tenancy } from "./compartment";

/** Defined tags as the provider takes them: `namespace.key` to value. */
export type TagValues = Readonly<Record<string, string>>;

const DATA_CLASSES = ["user-data", "evidence", "state", "none"] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** `us-data`: the namespace that marks what belongs to a jurisdiction. */
const tagNamespaceOf = (jurisdiction: Jurisdiction) => `${jurisdiction.toLowerCase()}-data`;

/** The tags of something that holds a store's data: where it must stay, what class it is, which store. */
export function residencyTags(jurisdiction: Jurisdiction, dataClass: DataClass, store?: string): TagValues {
  const namespace = tagNamespaceOf(jurisdiction);
  return {
    [`${namespace}.residency`]: jurisdiction,
    [`${namespace}.data-class`]: dataClass,
    ...(store ? { [`${namespace}.store`]: store } : {}),
  };
}

export interface ResidencyTagNamespaceProps {
  readonly tenancy: Tenancy;
  readonly jurisdiction: Jurisdiction;
  readonly stores: readonly string[];
}

/**
 * The tag namespace of a jurisdiction. Its values are closed lists: a tag says where data must stay, and no statement
 * of ours grants anything by a tag, since whoever can tag could then grant.
 */
export class ResidencyTagNamespace extends Construct {
  private readonly residency: IdentityTag;
  private readonly jurisdiction: Jurisdiction;

  constructor(scope: Construct, id: string, { tenancy, jurisdiction, stores }: ResidencyTagNamespaceProps) {
    super(scope, id);
    this.jurisdiction = jurisdiction;
    const namespace = new IdentityTagNamespace(this, "Resource", {
      compartmentId: tenancy.id,
      name: tagNamespaceOf(jurisdiction),
      description: `what belongs to the user data of ${jurisdiction}`,
      lifecycle: { preventDestroy: true },
    });
    const tag = (name: string, description: string, values: readonly string[]) =>
      new IdentityTag(this, name, {
        tagNamespaceId: namespace.id,
        name,
        description,
        validator: { validatorType: "ENUM", values: [...values] },
      });
    this.residency = tag("residency", "jurisdiction whose soil the data may not leave", [jurisdiction]);
    tag("data-class", "what kind of data rests here", DATA_CLASSES);
    tag("store", "store that the data belongs to", stores);
  }

  /** From here on, whatever is made in `compartment` carries the residency. */
  markEverythingIn(compartment: Compartment): void {
    new IdentityTagDefault(this, `default-${compartment.name}`, {
      compartmentId: compartment.id,
      tagDefinitionId: this.residency.id,
      value: this.jurisdiction,
      isRequired: false,
    });
  }
}
