import { SERVING_SITES } from "../model";
import type { Problem, Rule } from "./rule";

/** Policies of the deployment itself; a role's policy has the role's name. */
const RESERVED_ROLES = ["services", "records", "cloud-guard", "guardrails", "state"];

/** A role's grants on the edge are a policy of their own. */
const edgePolicy = (role: string) => `${role}-edge`;

/** A role's name is also that of its group and its policy: none may be the deployment's own. */
export const roleNamesAreFree: Rule = function* ({ roles, stores }) {
  const databases = Object.keys(stores).filter((name) => stores[name]?.kind === "database");
  const taken = [
    ...RESERVED_ROLES,
    ...databases.map((name) => `${name}-database`),
    "admin",
    ...Object.keys(roles).map(edgePolicy),
  ];
  for (const name of Object.keys(roles)) if (taken.includes(name)) yield reserved(name);
};

const reserved = (name: string): Problem => ({
  code: "role/reserved-name",
  path: ["roles", name],
  part: "key",
  message: `role name "${name}" is used by the deployment itself`,
  help: "choose another name, such as that of the team",
});

/** Buckets of the evidence are named as a store of this name would be. */
const RESERVED_STORES = ["evidence", ...SERVING_SITES.map((site) => `evidence-${site}`)];

/** A store's name is part of its bucket's name: none may be that of the evidence. */
export const storeNamesAreFree: Rule = function* ({ stores }) {
  for (const name of Object.keys(stores))
    if (RESERVED_STORES.includes(name))
      yield {
        code: "store/reserved-name",
        path: ["stores", name],
        part: "key",
        message: `store name "${name}" is used by the deployment itself`,
        help: "choose another name: the evidence has a bucket of this name",
      };
};

/** Letters and digits of a database's name (Autonomous Database, CreateAutonomousDatabase: dbName). */
const DATABASE_NAME_LENGTH = 30;

/** A database's own name has no hyphens, so that two stores must not differ by hyphens alone. */
export const databaseNamesAreApart: Rule = function* ({ stores }) {
  const seen = new Map<string, string>();
  for (const [name, { kind }] of Object.entries(stores)) {
    if (kind !== "database") continue;
    const short = name.replaceAll("-", "");
    const other = seen.get(short);
    const at = { path: ["stores", name], part: "key" as const };
    if (other !== undefined)
      yield {
        ...at,
        code: "store/same-database-name",
        message: `databases "${other}" and "${name}" would have the same name "${short}"`,
        help: "a database's name has letters and digits only: let the names differ by more than hyphens",
      };
    if (short.length > DATABASE_NAME_LENGTH)
      yield {
        ...at,
        code: "store/database-name-too-long",
        message: `database name "${short}" has ${short.length} letters and digits`,
        help: `expected at most ${DATABASE_NAME_LENGTH}, hyphens not counted`,
      };
    seen.set(short, name);
  }
};
