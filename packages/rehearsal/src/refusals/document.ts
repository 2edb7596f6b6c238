import type { RefusalRow } from "./row";

/** What is refused, for a reader: a table for each service. */
export function refusalsDocument(rows: readonly RefusalRow[]): string {
  const services = new Map<string, RefusalRow[]>();
  for (const row of rows) {
    const service = serviceOf(row);
    services.set(service, [...(services.get(service) ?? []), row]);
  }
  const intro = `${rows.length} rows; each has a test with a neighbour that passes (\`packages/rehearsal/test/refusals\`).`;
  return [intro, ...[...services].map(([service, own]) => tableOf(service, own))].join("\n\n");
}

/** The cloud is that of the types: both have a service that is called `kms`. */
const serviceOf = ({ id, types }: RefusalRow): string =>
  `${types[0]?.startsWith("oci_") ? "Oracle Cloud" : "AWS"}: ${id.slice(0, id.indexOf("/"))}`;

function tableOf(service: string, rows: readonly RefusalRow[]): string {
  const lines = rows.map(({ id, code, on, isKnownAtPlan, source }) =>
    [id.slice(id.indexOf("/") + 1).replaceAll("-", " "), code, whenOf(on, isKnownAtPlan), source.replaceAll("|", "/")].join(
      " | ",
    ),
  );
  return `### ${service}\n\n| what | code | when | source |\n|---|---|---|---|\n${lines.map((line) => `| ${line} |`).join("\n")}`;
}

function whenOf(on: RefusalRow["on"], isKnownAtPlan = false): string {
  const occasions = (on ?? ["create", "update"]).join(", ");
  return isKnownAtPlan ? `${occasions}; already in the plan` : occasions;
}
