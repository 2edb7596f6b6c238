import { readPolicy } from "../../aws/policy/read";
import type { PolicyKind } from "../../aws/policy/syntax";
import type { Resource, Value } from "../../input";
import type { AttachedPolicy } from "../../simulate/aws/estate";
import type { Links } from "../links";
import { isUnknown, type Maybe } from "../maybe";

/** JSON in which a part isn't known. Never leaves this file. */
class Open extends Error {}

/** A policy document as it stands in an argument: a text, or the value that `jsonencode` or a data source encodes. */
export function documentOf(kind: PolicyKind, value: Value | undefined, holder: Resource, links: Links): Maybe<AttachedPolicy> {
  const { address } = holder;
  const unknown = (why: string): Maybe<AttachedPolicy> => ({ unknown: `the policy in "${address}" (${why})` });
  if (holder.uncertain !== undefined) return unknown(holder.uncertain);
  if (!value) return unknown("it isn't given");
  const source = sourceOf(value, links);
  if (isUnknown(source)) return unknown(source.unknown);
  const { document, diagnostics } = readPolicy(kind, source.json);
  return document ? { address, document } : unknown(diagnostics[0]?.message ?? "it can't be read");
}

/** The JSON, parsed or as a text. */
function sourceOf(value: Value, links: Links): Maybe<{ readonly json: unknown }> {
  if (value.kind !== "json") {
    const text = links.text(value);
    return isUnknown(text) ? text : { json: text };
  }
  try {
    return { json: plain(value.value, links) };
  } catch (error) {
    if (error instanceof Open) return { unknown: error.message };
    throw error;
  }
}

/** A value as plain JSON, references replaced by what they stand for. Its depth is bounded by the reader's. */
function plain(value: Value, links: Links): unknown {
  switch (value.kind) {
    case "literal":
      return value.value;
    case "list":
      return value.items.map((item) => plain(item, links));
    case "object":
      return Object.fromEntries([...value.entries].map(([name, item]) => [name, plain(item, links)]));
    default: {
      const text = links.text(value);
      if (isUnknown(text)) throw new Open(text.unknown);
      return text;
    }
  }
}
