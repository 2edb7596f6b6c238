import { filled, listOf, record } from "../shape/collection";
import { text } from "../shape/scalar";
import { described, either, isList, isText, mapped, placed, type ReadBy, type Shape } from "../shape/shape";
import type { Written } from "../written";

/** What resources or principals are meant: those that everything given here fits. */
export interface Selector {
  /** A Terraform type. */
  readonly type?: string;
  /** The name inside the cloud; `*` stands for any signs but `/`. */
  readonly name?: string;
  /** `namespace.key=value` of defined tags, `key=value` of others. */
  readonly tag?: string;
  /** `stack/type.name`, or `type.name`. */
  readonly address?: string;
}

/** `stack/type.name`, or `type.name`; in modules and loops as Terraform writes it. */
const address = text(/^([^/\s]+\/)?[^/\s.]+\..+$/, "an address, such as primary/oci_objectstorage_bucket.media");

const criteria: Shape<Selector> = filled(
  record(
    {},
    {
      type: described("Terraform type", text(/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/, "a Terraform type, such as aws_s3_bucket")),
      name: described(
        "name inside the cloud, of a domain's group domain/group; * stands for any signs but /",
        text(/\S/, "a name"),
      ),
      tag: described("namespace.key=value of defined tags, key=value of others", text(/^[^=]+=/, "a tag, key=value")),
      address: described("Terraform address", address),
    },
  ),
  "type, name, tag, address",
);

/** An address, or what all must match. */
const selector: Shape<Selector> = either(
  isText,
  mapped(address, (found): Selector => ({ address: found })),
  criteria,
);

export const placedSelector = placed(selector);

/** All principals of another tenancy, or a group there; what they are called here is up to the statement that admits them. */
const strangers = record(
  { tenancy: described("OCID of the tenancy", ocid("tenancy")) },
  { group: described("OCID of a group there", ocid("group")) },
);
export type Strangers = ReadBy<typeof strangers>;

/** ocid1.<type>.<realm>.[region].<id> (OCI documentation, "Resource Identifiers"). */
function ocid(type: string): Shape<string> {
  return text(new RegExp(`^ocid1\\.${type}\\.[a-z0-9]+\\.[a-z0-9-]*\\.[A-Za-z0-9._-]+$`), `the OCID of a ${type}`);
}

const isOfAnotherTenancy = (written: Written) =>
  written.kind === "map" && written.entries.some(({ key }) => key === "tenancy" || key === "group");

const principal = placed(
  either(
    isOfAnotherTenancy,
    mapped(strangers, (found) => ({ strangers: found })),
    mapped(selector, (found) => ({ selector: found })),
  ),
);
export type WrittenPrincipal = ReadBy<typeof principal>;

/** One, or a list. */
export const oneOrMore = <T>(one: Shape<T>, what: string): Shape<readonly T[]> =>
  either(
    isList,
    listOf(one, what),
    mapped(one, (found): readonly T[] => [found]),
  );

export const principals = oneOrMore(principal, "principals");
