import type { SynthesizedJson, SynthesizedResource } from "./synthesized";

/** One thing that tells people: what it sees, and whom it tells. */
interface Teller {
  readonly name: string;
  /** Event types, audit operations, or the query of a metric. */
  readonly sees: readonly string[];
  readonly topic: string;
}

/**
 * Who is told of what, as a reviewer reads it: for each region its topics with their subscribers, and below each the
 * rules, audit watches and alarms that tell it, with every event, operation or query that makes them speak.
 */
export function renderAlarms({ resource = {} }: SynthesizedJson): string {
  const topics = listed(resource, "oci_ons_notification_topic");
  const subscriptions = listed(resource, "oci_ons_subscription");
  const tellers = tellersIn(resource);
  const blocks = topics.map(({ reference, args }) => {
    const subscribers = subscriptions
      .filter((each) => refersTo(each.args["topic_id"], reference))
      .map((each) => text(each.args["endpoint"]));
    const told = tellers.filter(({ topic }) => refersTo(topic, reference));
    return [
      `${siteOf(args)} · topic ${text(args["name"])} → ${subscribers.join(", ") || "nobody"}`,
      ...told.flatMap(({ name, sees }) => [`  ${name}`, ...sees.map((each) => `    ${each}`)]),
    ].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}

type Resources = NonNullable<SynthesizedJson["resource"]>;

function tellersIn(resource: Resources): Teller[] {
  const rules = listed(resource, "oci_events_rule").map(({ args }) =>
    teller("rule", args, eventTypesOf(args), at(args["actions"], "actions", 0, "topic_id")),
  );
  const watches = listed(resource, "oci_sch_service_connector")
    .filter(({ args }) => at(args["target"], "kind") === "notifications")
    .map(({ args }) => teller("audit watch", args, operationsOf(args), at(args["target"], "topic_id")));
  const alarms = listed(resource, "oci_monitoring_alarm").map(({ args }) =>
    teller("alarm", args, [`${text(args["namespace"])}: ${text(args["query"])}`], at(args["destinations"], 0)),
  );
  return [...rules, ...watches, ...alarms];
}

const teller = (kind: string, args: SynthesizedResource, sees: readonly string[], topic: unknown): Teller => ({
  name: `${kind} ${text(args["display_name"])}: ${text(args["description"] ?? args["body"])}`,
  sees,
  topic: text(topic),
});

const eventTypesOf = (args: SynthesizedResource): string[] =>
  (JSON.parse(text(args["condition"])) as { readonly eventType: readonly string[] }).eventType.map((type) => `event ${type}`);

const operationsOf = (args: SynthesizedResource): string[] =>
  [...text(at(args["tasks"], 0, "condition")).matchAll(/data\.eventName='([^']*)'/g)].map(([, name]) => `operation ${name}`);

function listed(resource: Resources, type: string) {
  return Object.entries(resource[type] ?? {}).map(([name, args]) => ({ reference: `${type}.${name}.`, args }));
}

/** The second part of a construct's path: `primary` of `oversight/primary/changes/Topic`. */
const siteOf = (args: SynthesizedResource) => args["//"]?.metadata?.path?.split("/")[1] ?? "";

const refersTo = (value: unknown, reference: string) => text(value).includes(`\${${reference}`);

/** What lies at a path of keys and indices. */
function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((found, key) => (found as Readonly<Record<string | number, unknown>> | undefined)?.[key], value);
}

const text = (value: unknown) => String(value ?? "");
