import type { CompartmentLocation, Location } from "oci-policy";
import { type CompartmentPath, isUnknown, type Maybe, type OciTenancy } from "./estate";
import { isWithin, quoted, samePath, sameText, shownPath } from "./names";
import { QUESTIONS } from "./questions";
import { isDoubt, type Truth } from "./truth";

/** The compartments that a location may mean. More than one where the documentation can be read in several ways. */
export interface Place {
  readonly meanings: readonly Meaning[];
  /** Why the service would refuse to save the statement; only then. */
  readonly refusal?: string;
}

/** This compartment and all below it; or some compartment in there, but which one isn't known. */
type Meaning = { readonly below: CompartmentPath } | { readonly somewhereIn: CompartmentPath; readonly doubt: string };

/**
 * Whether the place covers a compartment. A statement on a compartment covers all below it, and never what is above
 * ("Policy Inheritance").
 */
export function covers(place: Place, target: Maybe<CompartmentPath>): Truth {
  if (isUnknown(target))
    return place.meanings.every((meaning) => "below" in meaning && meaning.below.length === 0)
      ? true
      : { doubt: `which compartment holds the target, since ${target.unknown}` };
  const [only, ...others] = place.meanings;
  if (only && others.length === 0) return meaningCovers(only, target);
  const truths = place.meanings.map((meaning) => meaningCovers(meaning, target));
  const [first = false] = truths;
  return truths.every((truth) => truth === first) ? first : (truths.find(isDoubt) ?? { doubt: QUESTIONS.ownName });
}

function meaningCovers(meaning: Meaning, target: CompartmentPath): Truth {
  if ("below" in meaning) return isWithin(meaning.below, target);
  return isWithin(meaning.somewhereIn, target) ? { doubt: meaning.doubt } : false;
}

/**
 * What the location of a statement means: it starts at the compartment that the policy is attached to ("Policy
 * Attachment").
 */
export function placeOf(
  location: Location,
  attachment: Maybe<CompartmentPath>,
  tenancy: OciTenancy,
  aliases: ReadonlyMap<string, string> = new Map(),
): Place {
  if (isUnknown(attachment)) return somewhere([], `to which compartment the policy is attached, since ${attachment.unknown}`);
  switch (location.kind) {
    case "tenancy":
      return attachment.length === 0
        ? { meanings: [{ below: [] }] }
        : refused(attachment, `\`tenancy\` is above ${shownCompartment(attachment)}, where the policy is attached`);
    case "compartment-id":
      return byId(location.id, attachment, tenancy);
    case "compartment": {
      const [only = "", ...rest] = location.path;
      const ocid = rest.length === 0 ? aliases.get(only.toLowerCase()) : undefined;
      return ocid === undefined ? byPath(location, attachment, tenancy) : byId(ocid, attachment, tenancy);
    }
  }
}

/** By OCID; one that belongs to no compartment below the attachment is refused. */
function byId(id: string, attachment: CompartmentPath, tenancy: OciTenancy): Place {
  if (tenancy.id !== undefined && sameText(id, tenancy.id)) return somewhere(attachment, QUESTIONS.tenancyOcid);
  const compartment = tenancy.compartments.find((each) => each.id !== undefined && sameText(id, each.id));
  if (!compartment)
    return tenancy.complete
      ? refused(attachment, `no compartment has the id "${id}"`)
      : somewhere(attachment, `which compartment has the id "${id}"`);
  if (isUnknown(compartment.path))
    return somewhere(attachment, `where compartment "${id}" lies, since ${compartment.path.unknown}`);
  return isWithin(attachment, compartment.path)
    ? { meanings: [{ below: compartment.path }] }
    : refused(
        attachment,
        `${shownCompartment(compartment.path)} isn't below ${shownCompartment(attachment)}, where the policy is attached`,
      );
}

/**
 * By path: the first name is that of a direct child of the attachment, or of the attachment itself ("Policies and
 * Compartments", "Policy Attachment"). The root has no name there.
 */
function byPath(
  { path }: CompartmentLocation & { kind: "compartment" },
  attachment: CompartmentPath,
  tenancy: OciTenancy,
): Place {
  const [first = "", ...rest] = path;
  if (path.some((name) => /^ocid1\../i.test(name))) return somewhere(attachment, QUESTIONS.ocidInPath);
  const child = [...attachment, ...path];
  const beginsWithOwnName = attachment.length > 0 && sameText(first, attachment.at(-1) ?? "");
  if (!beginsWithOwnName) return existing(child, path, attachment, tenancy);
  if (rest.length === 0)
    return { meanings: [{ below: attachment }, ...(exists(child, tenancy) === true ? [{ below: child }] : [])] };
  const doubtful: Meaning = { somewhereIn: [...attachment, ...rest], doubt: QUESTIONS.ownName };
  return exists(child, tenancy) === false ? { meanings: [doubtful] } : { meanings: [doubtful, { below: child }] };
}

function existing(child: CompartmentPath, path: CompartmentPath, attachment: CompartmentPath, tenancy: OciTenancy): Place {
  if (exists(child, tenancy) !== false) return { meanings: [{ below: child }] };
  return refused(attachment, `compartment ${quoted(path.join(":"))} doesn't exist below ${shownCompartment(attachment)}`);
}

/** Whether the tenancy has such a compartment; `undefined` where it may have more than are listed. */
function exists(path: CompartmentPath, { compartments, complete }: OciTenancy): boolean | undefined {
  if (compartments.some((each) => !isUnknown(each.path) && samePath(each.path, path))) return true;
  return complete && !compartments.some((each) => isUnknown(each.path)) ? false : undefined;
}

function shownCompartment(path: CompartmentPath): string {
  return path.length === 0 ? "the root" : quoted(shownPath(path));
}

function somewhere(within: CompartmentPath, doubt: string): Place {
  return { meanings: [{ somewhereIn: within, doubt }] };
}

/** Nothing below the attachment is safe from a statement that nobody could save: what stands in its place isn't known. */
function refused(within: CompartmentPath, reason: string): Place {
  return { meanings: [{ somewhereIn: within, doubt: `what the statement means, since ${reason}` }], refusal: reason };
}
