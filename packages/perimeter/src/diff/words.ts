import type { FoundPrincipal } from "../verdict/verdict";
import type { AccessChange } from "./difference";

/** With its account, where a name is unique within one alone. */
export const shownPrincipal = ({ kind, name, account }: FoundPrincipal): string =>
  `${kind} ${name}${account === null ? "" : ` of ${account}`}`;

/** `group apac-eng (CN, SG) can now read "media"`. */
export function accessSentence({ change, capability, principal, residency, store }: AccessChange): string {
  const who = `${shownPrincipal(principal)} (${residency.join(", ") || "listed by no role"})`;
  const verb = VERBS[capability];
  switch (change) {
    case "gained":
      return `${who} can now ${verb} "${store}"`;
    case "lost":
      return `${who} can't ${verb} "${store}" any more`;
    case "widened":
      return `${who} can ${verb} "${store}" in more circumstances`;
    case "narrowed":
      return `${who} can ${verb} "${store}" in fewer circumstances`;
    case "changed":
      return `${who} can ${verb} "${store}" in other circumstances`;
    case "unknown":
      return `it can't be told whether ${who} can ${verb} "${store}" more than before`;
  }
}

const VERBS: Readonly<Record<AccessChange["capability"], string>> = {
  content: "read",
  administer: "administer",
  metadata: "list",
};
