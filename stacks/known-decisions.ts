/** The part of a synthesized stack that is looked at here. */
export interface StackJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, ResourceJson>>>>;
}
interface ResourceJson {
  readonly "//"?: { readonly metadata?: { readonly path?: string; readonly stackTrace?: readonly string[] } };
  readonly [argument: string]: unknown;
}

/** A place that decides access and can't be read before an apply. */
export interface UnknownDecision {
  /** `stack/type.name` */
  readonly address: string;
  readonly argument: string;
  /** The reference that makes it unknown. */
  readonly reference: string;
  /** The construct, and the line of TypeScript that made it, where they are recorded. */
  readonly construct: string | undefined;
  readonly source: string | undefined;
}

/** Arguments that decide who may do what, by resource type; names among them, since statements spell them. */
const DECIDING: Readonly<Record<string, readonly string[]>> = {
  oci_events_rule: ["condition"],
  oci_identity_compartment: ["compartment_id", "name"],
  oci_identity_domain: ["display_name"],
  oci_identity_domains_condition: ["attribute_value"],
  oci_identity_domains_dynamic_resource_group: ["display_name", "matching_rule"],
  oci_identity_domains_group: ["display_name"],
  oci_identity_domains_network_perimeter: ["ip_addresses"],
  oci_identity_domains_rule: ["condition", "condition_group", "return"],
  oci_identity_dynamic_group: ["matching_rule", "name"],
  oci_identity_group: ["name"],
  oci_identity_network_source: ["name", "public_source_list", "virtual_source_list"],
  oci_identity_policy: ["compartment_id", "statements"],
  oci_kms_vault_replication: ["replica_region"],
  oci_limits_quota: ["statements"],
  oci_objectstorage_bucket: ["name"],
  oci_objectstorage_replication_policy: ["bucket", "destination_bucket_name", "destination_region_name"],
  oci_ons_subscription: ["endpoint"],
  oci_sch_service_connector: ["target"],
  oci_vault_secret: ["secret_name"],
};

/** Whether the resource exists at all. */
const EXISTENCE = ["count", "for_each"];
/**
 * What decides access must be known without an apply: a literal, or a reference to a resource of the same stack, which
 * stands for that resource. Anything else (a variable, a data source, another stack) couldn't be proven.
 */
export function findUnknownDecisions(stack: string, json: StackJson): UnknownDecision[] {
  const made = new Set(
    Object.entries(json.resource ?? {}).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`)),
  );
  return Object.entries(DECIDING).flatMap(([type, args]) =>
    Object.entries(json.resource?.[type] ?? {}).flatMap(([name, resource]) =>
      [...args, ...EXISTENCE].flatMap((argument) =>
        templatesIn(resource[argument])
          .filter((expression) => !isReferenceTo(expression, made))
          .map((reference) => ({
            address: `${stack}/${type}.${name}`,
            argument,
            reference,
            construct: resource["//"]?.metadata?.path,
            source: resource["//"]?.metadata?.stackTrace?.[0],
          })),
      ),
    ),
  );
}

/**
 * The expressions inside `${…}` and the directives inside `%{…}`, anywhere in a value. `$${` and `%%{` are text; with
 * more signs before it, it counts as a template all the same.
 */
function templatesIn(value: unknown): string[] {
  if (typeof value === "string")
    return [...value.matchAll(/(\$+|%+)\{([^}]*)\}/g)]
      .filter(([, signs]) => (signs as string).length !== 2)
      .map(([, signs, inner]) => ((signs as string).startsWith("%") ? `%{${inner}}` : (inner as string)));
  if (Array.isArray(value)) return value.flatMap(templatesIn);
  if (value !== null && typeof value === "object") return Object.values(value).flatMap(templatesIn);
  return [];
}

function isReferenceTo(expression: string, made: ReadonlySet<string>): boolean {
  const match = /^\s*([a-z0-9_]+\.[A-Za-z0-9_-]+)\.[a-z0-9_]+\s*$/.exec(expression);
  return match !== null && made.has(match[1] as string);
}
