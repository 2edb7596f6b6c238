import { isInside } from "../config/schema/jurisdictions";
import { KEY_PURPOSES, type Role } from "../config/schema/model";
import type { Synthesis } from "./synthesize";

/** Who reads a store's content, and in which scenarios. */
interface Reader {
  readonly role: Role;
  readonly scenarios: readonly string[];
  /** Only copies at backup sites, nothing in the primary. */
  readonly copiesOnly: boolean;
}

/** What a synthesis made, for the person who ran it: stacks, stores, keys, roles, and who of them may read content. */
export function summarize(synthesis: Synthesis): string {
  return [stacks, stores, standby, traffic, keys, records, roles, unenforced]
    .map((part) => part(synthesis))
    .filter((part) => part !== "")
    .join("\n\n");
}

function stacks({ estate }: Synthesis): string {
  const rows = estate.stacks.map(({ name, cloud, region, resourceCount, purpose }, index) => [
    `${index + 1}`,
    name,
    `${cloud} ${region.region}`,
    `${resourceCount} resources`,
    purpose,
  ]);
  return section("stacks, in order of deployment", table(rows));
}

function stores({ deployment }: Synthesis): string {
  const { buckets, databases, prefix, state } = deployment;
  const rows = [...buckets, ...databases].map(({ name, kind }) => [
    name,
    kind,
    `${prefix}:stores:${name}`,
    readersOf(name, deployment.roles).map(printReader).join(", ") || "nobody",
  ]);
  const stateReaders = readersOf(state.name, deployment.roles).map(printReader).join(", ") || "nobody";
  return section(
    "stores, and who may read content",
    table([
      ...rows,
      [state.name, "state", state.backend === "local" ? `folder ${state.folder}` : state.compartment, stateReaders],
    ]),
  );
}

/** Copies are read by whoever reads the store: the statements select both. */
function standby({ deployment, estate }: Synthesis): string {
  const { region, replicas, peers, app } = estate.standby;
  const at = (store: string) => `${deployment.prefix}:stores:${store}`;
  const rows = [
    ...[...replicas.keys()].map((store) => [store, "replica", at(store), "current objects, written by the replication alone"]),
    ...[...peers.keys()].map((store) => [store, "standby database", at(store), "kept current by Data Guard"]),
    ...(app ? [["app", "app tier", `${deployment.prefix}:app`, `at rest, instances that run: ${app.addresses.length}`]] : []),
  ];
  return section(`standby, OCI ${region.region}; read by whoever reads the store`, table(rows));
}

/** Where each name can lead, in the order of preference, and what answers there. */
function traffic({ deployment, estate }: Synthesis): string {
  const places = Object.entries(estate.traffic.edges);
  const rows = [
    ...deployment.routing.hostnames.map((name) => [name, "→", places.map(([site]) => site).join(", else "), "nothing else"]),
    ...places.map(([site, { region, backends }]) => [
      site,
      "→",
      `OCI ${region.region}, reserved address, TLS 1.2 and up`,
      `web firewall → app at ${backends.join(", ") || "no instance"}`,
    ]),
  ];
  return section("traffic: where names lead, whatever fails", table(rows));
}

/** Where there is a key of each purpose; what isn't at the standby is replicated with the primary's vault. */
function keys({ deployment, estate }: Synthesis): string {
  const { prefix, roles } = deployment;
  const rows = KEY_PURPOSES.map((purpose) => {
    const holders = roles.filter(({ scenarios }) =>
      scenarios.some((scenario) => scenario.keys.includes(purpose) && scenario.capability === "administer"),
    );
    return [
      purpose,
      "AES-256, HSM",
      `${prefix}:keys:${purpose}`,
      purpose in estate.standby.keys ? "one in each region" : "one, replicated to the standby",
      `rotated by ${holders.map(({ name }) => name).join(", ") || "nobody"}; decrypts: the service of its data only`,
    ];
  });
  return section("keys", table(rows));
}

function records({ deployment, estate }: Synthesis): string {
  const { prefix, oversight, roles: everybody } = deployment;
  const { evidenceDays, lockedFrom, recipients } = oversight;
  const readers = everybody.filter(({ scenarios }) =>
    scenarios.some(({ records: given, capability }) => given && capability !== "administer"),
  );
  const rows = Object.entries(estate.oversight.records).map(([site, { region }]) => [
    site,
    region.region,
    `${prefix}:evidence:${site}`,
    `kept ${evidenceDays} days, locked from ${lockedFrom}; read by ${readers.map(({ name }) => name).join(", ") || "nobody"}; altered by nobody`,
  ]);
  const { region, bucket, readers: onAws } = estate.guardrails;
  const ofAws = [
    "aws",
    region.region,
    bucket.name,
    `kept and locked ${evidenceDays} days; read by ${onAws.join(", ") || "nobody"}; altered by nobody`,
  ];
  return section("records of reads and changes", table([...rows, ofAws, ["alarms", "", "", `told to ${recipients.join(", ")}`]]));
}

function roles({ deployment }: Synthesis): string {
  const userData = new Set([...deployment.buckets, ...deployment.databases].map(({ name }) => name));
  const rows = deployment.roles.map((role) => {
    const content = new Set(
      role.scenarios
        .filter(({ capability }) => capability === "content")
        .flatMap(({ stores: names }) => names.filter((name) => userData.has(name))),
    );
    const inside = isInside(deployment.jurisdiction, role.countries);
    return [
      role.name,
      `${role.residency}${inside ? "" : " (foreign)"}`,
      content.size > 0 ? `reads ${[...content].join(", ")}` : "reads no content",
      role.scenarios.map(({ name }) => name).join(", "),
    ];
  });
  return section("roles, residency and scenarios", table(rows));
}

/** What the configuration asks for and no statement can hold, so that nobody takes it for granted. */
function unenforced({ estate }: Synthesis): string {
  const remarks = new Map<string, Set<string>>();
  for (const { because, remarks: said } of estate.access.grants)
    for (const remark of said) remarks.set(remark, (remarks.get(remark) ?? new Set()).add(because));
  const rows = [...remarks].map(([remark, scenarios]) => [remark, [...scenarios].join(", ")]);
  return rows.length > 0 ? section("circumstances that no policy statement checks", table(rows)) : "";
}

function readersOf(store: string, registry: readonly Role[]): Reader[] {
  return registry.flatMap((role) => {
    const reading = role.scenarios.filter((scenario) => scenario.capability === "content" && scenario.stores.includes(store));
    return reading.length > 0
      ? [{ role, scenarios: reading.map(({ name }) => name), copiesOnly: reading.every(({ at }) => !at.includes("primary")) }]
      : [];
  });
}

function printReader({ role, scenarios, copiesOnly }: Reader): string {
  return `${role.name} (${scenarios.join(", ")}${copiesOnly ? ", copies only" : ""})`;
}

/** A heading and its lines, indented below it. */
export const section = (title: string, lines: readonly string[]) => [title, ...lines.map((line) => `  ${line}`)].join("\n");

/** Columns padded to the widest cell; the last one runs free. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join("  "),
  );
}
