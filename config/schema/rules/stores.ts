import { expectedOneOf } from "../nearest";
import type { ConfigPath } from "../positions";
import { outsideLimit, SERVICE_LIMITS, type ServiceLimit } from "../service-limits";
import type { Problem, Rule } from "./rule";

/** Durations and sizes that the services would refuse. */
export const storesStayInLimits: Rule = function* ({ stores, sites, oversight }) {
  for (const [name, store] of Object.entries(stores)) {
    const path = ["stores", name];
    if (store.kind === "bucket")
      yield* limited(
        [...path, "previousVersionsDays"],
        "retention of previous versions",
        store.previousVersionsDays,
        "days",
        SERVICE_LIMITS.previousVersionsDays,
      );
    if (store.kind === "database") {
      yield* limited(
        [...path, "backupDays"],
        "retention of backups",
        store.backupDays,
        "days",
        SERVICE_LIMITS.databaseBackupDays,
      );
      yield* limited([...path, "ecpus"], "compute", store.ecpus, "ECPUs", SERVICE_LIMITS.databaseEcpus);
    }
  }
  for (const [name, site] of Object.entries(sites))
    yield* limited(["sites", name, "retentionDays"], "retention", site.retentionDays, "days", SERVICE_LIMITS.objectLockDays);
  const { evidenceDays } = oversight;
  yield* limited(["oversight", "evidenceDays"], "retention of records", evidenceDays, "days", SERVICE_LIMITS.evidenceDays);
};

function* limited(path: ConfigPath, what: string, value: number, unit: string, limit: ServiceLimit): Iterable<Problem> {
  const bound = outsideLimit(value, limit);
  if (bound)
    yield {
      code: "limit/outside",
      path,
      message: `${what} of ${value} ${unit}: the service takes ${bound}`,
      help: `expected ${bound} (${limit.source})`,
    };
}

/** There is one state, and it has its place. */
export const stateIsDeclared: Rule = function* ({ stores }) {
  const states = Object.entries(stores).filter(([, store]) => store.kind === "state");
  if (!states.some(([name]) => name === "state"))
    yield {
      code: "state/missing",
      path: ["stores"],
      part: "key",
      message: "no store `state` is declared",
      help: "declare where Terraform's state rests: `state: { kind: state, backend: oci | s3 | local, … }`; it is a store like the others",
    };
  for (const [name] of states)
    if (name !== "state")
      yield {
        code: "state/second",
        path: ["stores", name],
        part: "key",
        message: `store "${name}" is of kind state, and not named so`,
        help: "name it `state`: there is one",
      };
};

/** Copies go to sites that exist, and come from somewhere. */
export const copiesHaveSites: Rule = function* ({ stores, sites }) {
  const names = Object.keys(sites);
  for (const [name, store] of Object.entries(stores)) {
    if (store.kind === "bucket")
      for (const [index, site] of store.backups.entries())
        if (!names.includes(site))
          yield {
            code: "store/unknown-site",
            path: ["stores", name, "backups", index],
            message: `unknown backup site "${site}"`,
            help: expectedOneOf(site, names),
          };
    if (store.kind === "database" && store.exportedTo !== undefined && stores[store.exportedTo]?.kind !== "bucket") {
      const buckets = Object.keys(stores).filter((other) => stores[other]?.kind === "bucket");
      yield {
        code: "store/unknown-export",
        path: ["stores", name, "exportedTo"],
        message: `"${store.exportedTo}" is no bucket store`,
        help: expectedOneOf(store.exportedTo, buckets),
      };
    }
  }
  for (const [name, site] of Object.entries(sites)) {
    const sources = ["primary", ...names.filter((other) => other !== name)];
    if (name === "primary")
      yield {
        code: "site/reserved",
        path: ["sites", name],
        part: "key",
        message: 'a backup site can\'t be called "primary": that is where the stores live',
        help: "choose another name, such as that of its place",
      };
    if (site.from !== name && !sources.includes(site.from))
      yield {
        code: "site/unknown-source",
        path: ["sites", name, "from"],
        message: `site "${name}" copies from unknown "${site.from}"`,
        help: expectedOneOf(site.from, sources),
      };
    if (site.from === "primary" && site.egressAddresses.length === 0)
      yield {
        code: "site/no-egress",
        path: ["sites", name],
        part: "key",
        message: `site "${name}" copies from the primary without fixed addresses`,
        help: "add `egressAddresses:`; the credential that crosses clouds works from these addresses only",
      };
    if (copiesFromItself(name, sites))
      yield {
        code: "site/circle",
        path: ["sites", name, "from"],
        message: `the copies of site "${name}" come from itself`,
        help: "one site of the circle must copy from primary",
      };
  }
};

function copiesFromItself(name: string, sites: Readonly<Record<string, { readonly from: string }>>): boolean {
  const seen = new Set<string>();
  for (let next = sites[name]?.from; next !== undefined && next !== "primary"; next = sites[next]?.from) {
    if (next === name) return true;
    if (seen.has(next)) return false;
    seen.add(next);
  }
  return false;
}
