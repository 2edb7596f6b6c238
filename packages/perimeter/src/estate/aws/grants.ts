import type { Resource, Value } from "../../input";
import { knownText } from "../../input/expression/text";
import type { KeyGrant } from "../../simulate/aws/estate";
import { argument, fieldsOf, itemsOf, textArgument } from "../arguments";
import type { Links } from "../links";
import { isUnknown, type Maybe } from "../maybe";
import type { Parts } from "./resources";

/** The grants of a key that stacks make; services make others when they are asked to use the key. */
export function grantsOf(key: Resource, parts: Parts, links: Links): readonly Maybe<KeyGrant>[] {
  return parts.of(key, "aws_kms_grant", "key_id").map(({ part, open }) => (open ? unknownGrant(part) : grant(part, links)));
}

const unknownGrant = ({ address }: Resource) => ({ unknown: `what the grant in "${address}" allows` });

function grant(part: Resource, links: Links): Maybe<KeyGrant> {
  const grantee = links.text(argument(part, "grantee_principal"));
  const operations = itemsOf(argument(part, "operations"))?.map(knownText);
  const constraint = fieldsOf(itemsOf(argument(part, "constraints"))?.[0]);
  const [equals, subset] = ["encryption_context_equals", "encryption_context_subset"].map((name) =>
    textsOf(constraint.get(name)),
  );
  const retiring = textArgument(part, "retiring_principal");
  const isWhole = operations?.every((operation) => operation !== undefined) && equals !== null && subset !== null;
  if (isUnknown(grantee) || !isWhole || part.uncertain !== undefined) return unknownGrant(part);
  return {
    address: part.address,
    grantee,
    operations: operations.filter((operation) => operation !== undefined),
    ...(retiring === undefined ? {} : { retiring }),
    ...(equals ? { encryptionContextEquals: equals } : {}),
    ...(subset ? { encryptionContextSubset: subset } : {}),
  };
}

/** A map of texts; null where it isn't known, `undefined` where there is none. */
function textsOf(value: Value | undefined): ReadonlyMap<string, string> | null | undefined {
  if (!value) return undefined;
  if (value.kind !== "object") return null;
  const entries = [...value.entries].map(([name, one]) => [name, knownText(one)] as const);
  return entries.every((one): one is readonly [string, string] => one[1] !== undefined) ? new Map(entries) : null;
}
