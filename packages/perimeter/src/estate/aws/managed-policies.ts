import { readPolicy } from "../../aws/policy/read";
import type { PolicyKind } from "../../aws/policy/syntax";
import type { AttachedPolicy } from "../../simulate/aws/estate";
import type { Maybe } from "../maybe";

/**
 * Managed policies of AWS whose text doesn't change. Of all others AWS changes the text when it likes.
 * Source: AWS Managed Policy Reference Guide, "AdministratorAccess".
 */
const TEXTS: Readonly<Record<string, unknown>> = {
  AdministratorAccess: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
};

/** What an AWS managed policy says, by its ARN. `undefined`: it is no such ARN. */
export function managedPolicy(kind: PolicyKind, arn: string): Maybe<AttachedPolicy> | undefined {
  const name = /^arn:[^:]+:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
  if (name === undefined) return undefined;
  const text = Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
  const { document } = text === undefined ? {} : readPolicy(kind, text);
  return document ? { address: arn, document } : { unknown: `the text of AWS's own policy "${name}"` };
}
