import { openIn, type Reference, type Resource, reasonOf, type Value } from "../input";
import { knownText } from "../input/expression/text";
import type { Maybe } from "./maybe";
import { standIn, standInId } from "./stand-in";

/** What values refer to, in an estate whose resources may be named by reference or by what they are called. */
export interface Links {
  /** The resource that this value is, by reference or by an id that a plan or a state knows. */
  readonly resource: (value: Value | undefined) => Resource | undefined;
  /** The id that stands for a resource in texts: its own, or a stand-in of the same form. */
  readonly id: (resource: Resource) => string;
  /** The value as a text, each reference replaced by what it stands for. */
  readonly text: (value: Value | undefined) => Maybe<string>;
}

/** Where a resource keeps the OCID that policies know it by, if not in `id`. */
const OCID_ATTRIBUTE: ReadonlyMap<string, string> = new Map([["oci_objectstorage_bucket", "bucket_id"]]);

const ocidAttribute = (type: string) => (type.startsWith("oci_identity_domains_") ? "ocid" : (OCID_ATTRIBUTE.get(type) ?? "id"));

export function linksIn(resources: readonly Resource[]): Links {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  const byId = new Map<string, Resource>();
  for (const resource of resources)
    for (const name of ["id", "ocid", "arn", "bucket_id", "url"]) {
      const known = knownAttribute(resource, name);
      if (known !== undefined && isTelling(known)) byId.set(known, resource);
    }

  const id = (resource: Resource) => knownAttribute(resource, ocidAttribute(resource.type)) ?? standInId(resource);

  /** What a reference stands for, or why that isn't known. */
  function referred(reference: Reference): Maybe<string> {
    if (reference.value !== undefined) return String(reference.value);
    const resource = byAddress.get(reference.to);
    const attribute = reference.attribute.join(".");
    if (!resource) return { unknown: `"${reference.to}" isn't among what was given` };
    if (resource.type.startsWith("oci_") && attribute === ocidAttribute(resource.type)) return id(resource);
    return knownAttribute(resource, attribute) ?? standIn(resource, attribute);
  }

  return {
    id,
    resource: (value) => {
      if (value?.kind === "reference") return byAddress.get(value.to) ?? byKnown(value.value);
      return value?.kind === "literal" ? byKnown(value.value) : undefined;
    },
    text: (value) => {
      if (!value) return { unknown: "a value isn't given" };
      const known = knownText(value);
      if (known !== undefined) return known;
      if (value.kind === "reference") return referred(value);
      if (value.kind === "template")
        return joined(value.parts.map((part) => (part.kind === "reference" ? referred(part) : textOf(part))));
      return textOf(value);
    },
  };

  function byKnown(value: unknown): Resource | undefined {
    return typeof value === "string" ? byId.get(value) : undefined;
  }
}

/** Plain names are ids of many things: only what is unique by its form tells a resource. */
const isTelling = (id: string) =>
  (id.length > 20 && /^(ocid1\.|arn:|https:\/\/|[0-9a-f-]{32,})/.test(id)) || isOfOrganization(id);

/** Organizations, roots, units and policies (Organizations API Reference, patterns of their ids). */
const isOfOrganization = (id: string) =>
  /^(o-[a-z0-9]{10,32}|r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|p-[0-9a-zA-Z_]{8,128})$/.test(id);

function knownAttribute(resource: Resource, name: string): string | undefined {
  const value = resource.arguments.entries.get(name);
  return value && knownText(value);
}

function textOf(value: Value): Maybe<string> {
  const open = openIn(value);
  const known = knownText(value);
  if (known !== undefined) return known;
  return { unknown: open ? reasonOf(open) : "something else stands where a text should" };
}

function joined(parts: readonly Maybe<string>[]): Maybe<string> {
  const open = parts.find((part) => typeof part !== "string");
  return open ?? parts.join("");
}
