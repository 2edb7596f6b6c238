import type { Side } from "../../support/difference-of";
import { plan } from "../../support/plans";
import type { Documents } from "../../support/stacks";

/** A way to write the same estate otherwise. `of`: to which clouds it does something. */
export interface Refactoring {
  readonly name: string;
  readonly of: "oci" | "aws" | "both";
  readonly change: (side: Side) => Side;
}

type Json = { [name: string]: unknown };
type Body = Json & { resource: Record<string, Record<string, Json>> };
interface Writable {
  readonly type: string;
  readonly name: string;
  readonly body: Json;
}

/** Changes each file by itself. */
const inFiles =
  (change: (file: Body) => Body | undefined) =>
  ({ documents, model }: Side): Side => ({
    model,
    documents: Object.fromEntries(
      Object.entries(documents).map(([name, file]) => {
        const copy = structuredClone(file) as Body;
        return [name, change(copy) ?? copy];
      }),
    ),
  });

const resourcesIn = ({ resource }: Body): readonly Writable[] =>
  Object.entries(resource).flatMap(([type, all]) => Object.entries(all).map(([name, body]) => ({ type, name, body })));

/** Changes the texts of both, model and documents. */
const inTexts =
  (change: (text: string) => string) =>
  ({ documents, model }: Side): Side => ({
    documents: Object.fromEntries(
      Object.entries(documents).map(([name, file]) => [name, JSON.parse(change(JSON.stringify(file)))]),
    ),
    model: change(model),
  });

/** Every resource under another name in Terraform, wherever something refers to it. */
function readdressed(side: Side, called: (name: string) => string): Side {
  const names = Object.values(side.documents).flatMap((file) => resourcesIn(file as Body));
  const moved = names.map(({ type, name }) => [type, name, called(name)] as const);
  const renamed = inFiles((file) => {
    const resource: Body["resource"] = {};
    for (const { type, name, body } of resourcesIn(file)) resource[type] = { ...resource[type], [called(name)]: body };
    return { ...file, resource };
  })(side);
  const reference = /\b(oci|aws)_(\w+)\.(\w+)\b/g;
  const known = new Map(moved.map(([type, name, other]) => [`${type}.${name}`, `${type}.${other}`]));
  return inTexts((text) => text.replace(reference, (found) => known.get(found) ?? found))(renamed);
}

const withMoved = (side: Side, before: Side): Side => {
  const [old, now] = [before, side].map(({ documents }) => resourcesIn(Object.values(documents)[0] as Body));
  const blocks = (now ?? []).map(({ type, name }, at) => ({
    from: `${old?.[at]?.type}.${old?.[at]?.name}`,
    to: `${type}.${name}`,
  }));
  return inFiles((file) => ({ ...file, moved: blocks }))(side);
};

const reversed = <One>(all: readonly One[]) => [...all].reverse();
const entriesReversed = (one: object) => Object.fromEntries(reversed(Object.entries(one)));

/** Changes the statements of each policy of Oracle Cloud that are written out. */
const inStatements = (change: (statements: readonly string[]) => readonly string[]) =>
  inFiles((file) => {
    for (const { type, body } of resourcesIn(file))
      if (type === "oci_identity_policy" && Array.isArray(body["statements"])) body["statements"] = change(body["statements"]);
    return file;
  });
const inEachStatement = (change: (statement: string) => string) => inStatements((all) => all.map(change));

/** Changes each document of AWS that is written out. */
type Statement = Json & { Action?: string | string[]; Resource?: string | string[] };
interface Document {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}
const POLICIES = ["policy", "assume_role_policy"];
const inDocuments = (change: (document: Document) => unknown, text: (document: unknown) => unknown = JSON.stringify) =>
  inFiles((file) => {
    for (const { body } of resourcesIn(file))
      for (const name of POLICIES) {
        const written = body[name];
        if (typeof written === "string" && written.startsWith("{")) body[name] = text(change(JSON.parse(written)));
      }
    return file;
  });

const listed = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat());

/** Each statement in a policy of its own. */
const splitOci = inFiles((file) => {
  const policies = file.resource["oci_identity_policy"] ?? {};
  for (const [name, body] of Object.entries(policies)) {
    const statements = body["statements"];
    if (!Array.isArray(statements) || statements.length < 2) continue;
    delete policies[name];
    for (const [at, statement] of statements.entries())
      policies[`${name}_${at}`] = { ...body, name: `${body["name"]}-${at}`, statements: [statement] };
  }
  return file;
});

/** All statements of policies that hang in the same compartment in one. */
const mergeOci = inFiles((file) => {
  const policies = Object.entries(file.resource["oci_identity_policy"] ?? {});
  const written = policies.filter(([, { statements }]) => Array.isArray(statements));
  const merged: Record<string, Json> = Object.fromEntries(policies.filter((one) => !written.includes(one)));
  for (const [name, body] of written) {
    const other = Object.values(merged).find(
      (one) => one["compartment_id"] === body["compartment_id"] && Array.isArray(one["statements"]),
    );
    if (other) other["statements"] = [...(other["statements"] as string[]), ...(body["statements"] as string[])];
    else merged[name] = body;
  }
  if (file.resource["oci_identity_policy"]) file.resource["oci_identity_policy"] = merged;
  return file;
});

const splitAws = inFiles((file) => {
  const policies = file.resource["aws_iam_role_policy"] ?? {};
  for (const [name, body] of Object.entries(policies)) {
    const text = String(body["policy"]);
    if (!text.startsWith("{")) continue;
    const { Version, Statement: all } = JSON.parse(text) as Document;
    delete policies[name];
    for (const [at, one] of all.entries())
      policies[`${name}_${at}`] = {
        ...body,
        name: `${body["name"]}-${at}`,
        policy: JSON.stringify({ Version, Statement: [one] }),
      };
  }
  return file;
});

/** A managed policy and its attachment in place of an inline one. */
const managedAws = inFiles((file) => {
  const inline = file.resource["aws_iam_role_policy"] ?? {};
  for (const [name, { role, policy, name: called }] of Object.entries(inline)) {
    file.resource["aws_iam_policy"] = {
      ...file.resource["aws_iam_policy"],
      [`own_${name}`]: { name: `${called}-${name}`, policy },
    };
    file.resource["aws_iam_role_policy_attachment"] = {
      ...file.resource["aws_iam_role_policy_attachment"],
      [`own_${name}`]: { role, policy_arn: `\${aws_iam_policy.own_${name}.arn}` },
    };
  }
  delete file.resource["aws_iam_role_policy"];
  return file;
});

/** Documents as data sources. */
const asDataSources = inFiles((file) => {
  const data = { ...((file["data"] as Json)?.["aws_iam_policy_document"] as Json) };
  for (const { type, name, body } of resourcesIn(file)) {
    const text = body["policy"];
    if (type !== "aws_iam_role_policy" || typeof text !== "string" || !text.startsWith("{")) continue;
    const { Statement: all } = JSON.parse(text) as Document;
    data[`of_${name}`] = { statement: all.map(asBlock) };
    body["policy"] = `\${data.aws_iam_policy_document.of_${name}.json}`;
  }
  return { ...file, data: { ...(file["data"] as Json), aws_iam_policy_document: data } };
});

function asBlock({ Effect, Action, Resource, Condition }: Statement): Json {
  const conditions = Object.entries((Condition as Record<string, Record<string, string | string[]>>) ?? {});
  return {
    effect: Effect ?? "Allow",
    actions: listed(Action),
    resources: listed(Resource),
    condition: conditions.flatMap(([test, keys]) =>
      Object.entries(keys).map(([variable, values]) => ({ test, variable, values: listed(values) })),
    ),
  };
}

const asHcl = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(asHcl).join(", ")}]`
    : typeof value === "object" && value !== null
      ? `{ ${Object.entries(value)
          .map(([name, one]) => `"${name}" = ${asHcl(one)}`)
          .join(", ")} }`
      : JSON.stringify(value);

/** What was applied, as a plan without changes shows it: every id is known. */
function applied(side: Side): Side {
  // A plan has no locals and no data sources left; what would make them one isn't here.
  if (/"(locals|data)":/.test(JSON.stringify(side.documents))) return side;
  const documents: Documents = Object.fromEntries(
    Object.entries(side.documents).map(([file, body]) => [file.replace(".tf.json", ".json"), appliedPlan(body as Body)]),
  );
  return { ...side, documents };
}

function appliedPlan(file: Body): object {
  const resources = resourcesIn(file);
  const ids = new Map<string, string>(
    resources.flatMap((one) => idsOf(one).map(([attribute, id]) => [`${one.type}.${one.name}.${attribute}`, id] as const)),
  );
  const known = (text: string): string =>
    text.replace(/\$\{((?:oci|aws)_\w+\.\w+)\.(\w+)\}/g, (whole, address: string, attribute: string) => {
      const [type = "", name = ""] = address.split(".");
      const own = file.resource[type]?.[name]?.[attribute];
      return ids.get(`${address}.${attribute}`) ?? (typeof own === "string" ? known(own) : whole);
    });
  const valued = (value: unknown): unknown =>
    typeof value === "string"
      ? known(value)
      : Array.isArray(value)
        ? value.map(valued)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, valued(one)]))
          : value;
  const changes = resources.map(({ type, name, body: { provider: _, ...body } }) => {
    const own = Object.fromEntries(ids.size === 0 ? [] : idsOf({ type, name, body }).map(([attribute, id]) => [attribute, id]));
    const after = { ...own, ...(valued(body) as object) };
    return { address: `${type}.${name}`, actions: ["no-op"], before: after, after };
  });
  const providers = Object.entries((file["provider"] ?? {}) as Record<string, Json[] | Json>).flatMap(([name, all]) =>
    [all]
      .flat()
      .map(({ alias, ...given }): [string, object] => [
        alias === undefined ? name : `${name}.${alias}`,
        Object.fromEntries(Object.entries(given).map(([argument, value]) => [argument, { constant_value: value }])),
      ]),
  );
  const root = Object.fromEntries(resources.map(({ type, name }) => [`${type}.${name}`, { expressions: {} }]));
  const shown = plan({ changes, providers: Object.fromEntries(providers), root }) as {
    configuration: { root_module: { resources: (Json & { address: string })[] } };
  };
  for (const one of shown.configuration.root_module.resources) {
    const [type = "", name = ""] = one.address.split(".");
    const provider = file.resource[type]?.[name]?.["provider"];
    if (provider !== undefined) one["provider_config_key"] = provider;
  }
  return shown;
}

/** What the clouds give to what is made; a key has no name that tells its id. */
function idsOf({ type, name, body }: Writable): readonly (readonly [string, string])[] {
  if (type.startsWith("oci_")) {
    const own = type === "oci_objectstorage_bucket" ? "bucket_id" : "id";
    return [[own, `ocid1.${type.split("_").at(-1)}.oc1..${`${name}${type}`.replaceAll("_", "")}aaaaaaaaaa`]];
  }
  const uuid = `${[...name]
    .map((sign) => sign.charCodeAt(0).toString(16))
    .join("")
    .padEnd(8, "0")
    .slice(0, 8)}-1111-2222-3333-444455556666`;
  if (type === "aws_kms_key")
    return [
      ["id", uuid],
      ["key_id", uuid],
      ["arn", `arn:aws:kms:us-east-1:111122223333:key/${uuid}`],
    ];
  if (type === "aws_s3_bucket")
    return [
      ["id", String(body["bucket"])],
      ["arn", `arn:aws:s3:::${body["bucket"]}`],
    ];
  if (type === "aws_iam_role")
    return [
      ["id", String(body["name"])],
      ["arn", `arn:aws:iam::111122223333:role/${body["name"]}`],
    ];
  return [];
}

export const REFACTORINGS: readonly Refactoring[] = [
  { name: "every address is another", of: "both", change: (side) => readdressed(side, (name) => `${name}_renamed`) },
  { name: "addresses change places", of: "both", change: (side) => readdressed(side, swapped(side)) },
  {
    name: "addresses move, and `moved` blocks say so",
    of: "both",
    change: (side) =>
      withMoved(
        readdressed(side, (name) => `the_${name}`),
        side,
      ),
  },
  {
    name: "stacks have other names",
    of: "both",
    change: ({ documents, model }) => ({
      model,
      documents: Object.fromEntries(Object.entries(documents).map(([file, body]) => [`other-${file}`, body])),
    }),
  },
  {
    name: "resources in another order",
    of: "both",
    change: inFiles((file) => ({
      ...file,
      resource: Object.fromEntries(
        reversed(Object.entries(file.resource)).map(([type, all]) => [type, entriesReversed(all) as Record<string, Json>]),
      ),
    })),
  },
  {
    name: "arguments in another order",
    of: "both",
    change: inFiles((file) => {
      for (const { type, name, body } of resourcesIn(file)) (file.resource[type] as Json)[name] = entriesReversed(body);
      return file;
    }),
  },
  {
    name: "other words of description, and freeform tags",
    of: "both",
    change: inFiles((file) => {
      for (const { type, body } of resourcesIn(file)) {
        if ("description" in body) body["description"] = `${body["description"]}, told anew`;
        if (type === "oci_objectstorage_bucket") body["freeform_tags"] = { team: "storage" };
      }
      return file;
    }),
  },
  {
    name: "more of what has nothing to do with data",
    of: "both",
    change: inFiles((file) => ({
      ...file,
      output: { version: { value: "2" } },
      resource: {
        ...file.resource,
        ...("oci" in (file["provider"] as object)
          ? { oci_core_vcn: { more: { compartment_id: "ocid1.compartment.oc1..x", cidr_blocks: ["10.0.0.0/16"] } } }
          : {
              aws_cloudwatch_metric_alarm: {
                more: { alarm_name: "more", comparison_operator: "GreaterThanThreshold", evaluation_periods: 1 },
              },
            }),
      },
    })),
  },
  {
    name: "texts by way of locals",
    of: "both",
    change: inFiles((file) => {
      const locals: Json = { ...(file["locals"] as Json) };
      for (const { type, name, body } of resourcesIn(file))
        for (const argument of ["name", "bucket", "namespace"]) {
          const text = body[argument];
          if (typeof text !== "string" || text.includes("${")) continue;
          locals[`${type}_${name}_${argument}`] = text;
          body[argument] = `\${local.${type}_${name}_${argument}}`;
        }
      return { ...file, locals };
    }),
  },
  { name: "a plan of what was applied in place of the configuration", of: "both", change: applied },
  { name: "a policy is split into one for each statement", of: "oci", change: splitOci },
  { name: "policies are merged", of: "oci", change: mergeOci },
  {
    name: "split, and merged again in another order",
    of: "oci",
    change: (side) => mergeOci(inStatements(reversed)(splitOci(side))),
  },
  { name: "statements in another order", of: "oci", change: inStatements(reversed) },
  { name: "a statement is there twice", of: "oci", change: inStatements((all) => [...all, ...all.slice(0, 1)]) },
  {
    name: "words in capitals",
    of: "oci",
    change: inEachStatement((text) =>
      text.replace(/\b(allow|deny|group|to|in|compartment|tenancy|where|read|inspect|manage)\b/gi, (word) => word.toUpperCase()),
    ),
  },
  {
    name: "more blanks between words",
    of: "oci",
    change: inEachStatement((text) => text.replace(/^(\w+) /, "$1   ").replace(" to ", "\t to  ")),
  },
  {
    name: "groups with their domain",
    of: "oci",
    change: inEachStatement((text) => text.replace(/\bgroup ([\w-]+) to/, (_, name) => `group 'Default'/'${name}' to`)),
  },
  {
    name: "verbs spelled as permissions",
    of: "oci",
    change: inEachStatement((text) =>
      text.replace("to inspect buckets", "to {BUCKET_INSPECT}").replace(/to read objects/i, "to {OBJECT_INSPECT, OBJECT_READ}"),
    ),
  },
  {
    name: "a condition in braces",
    of: "oci",
    change: inEachStatement((text) => text.replace(/ where (?!all|any)(.*)$/i, " where all {$1}")),
  },
  {
    name: "conditions in another order",
    of: "oci",
    change: inEachStatement((text) => text.replace(/where all \{([^,{}]+), ([^,{}]+)\}/i, "where all {$2, $1}")),
  },
  {
    name: "names in conditions in capitals",
    of: "oci",
    change: inEachStatement((text) =>
      text.replace(/target\.bucket\.name = '([^'$]+)'/, (_, name) => `TARGET.BUCKET.NAME = '${name.toUpperCase()}'`),
    ),
  },
  {
    name: "a compartment by its id",
    of: "oci",
    change: inFiles((file) => {
      const [own] =
        Object.entries(file.resource["oci_identity_compartment"] ?? {}).find(([, { name }]) => name === "stores") ?? [];
      for (const { type, body } of resourcesIn(file))
        if (own !== undefined && type === "oci_identity_policy" && Array.isArray(body["statements"]))
          body["statements"] = body["statements"].map((text: string) =>
            text.replace(/in compartment stores\b/, `in compartment id \${oci_identity_compartment.${own}.id}`),
          );
      return file;
    }),
  },
  {
    name: "statements of documents in another order",
    of: "aws",
    change: inDocuments(({ Version, Statement: all }) => ({ Version, Statement: reversed(all) })),
  },
  { name: "a policy is split into one for each statement of AWS", of: "aws", change: splitAws },
  { name: "managed policies in place of inline ones", of: "aws", change: managedAws },
  { name: "data sources in place of texts", of: "aws", change: asDataSources },
  {
    name: "jsonencode in place of texts",
    of: "aws",
    change: inDocuments(
      (document) => document,
      (document) => {
        const text = asHcl(document);
        return text.includes("${") ? JSON.stringify(document) : `\${jsonencode(${text})}`;
      },
    ),
  },
  {
    name: "lists in place of single actions",
    of: "aws",
    change: inDocuments(({ Version, Statement: all }) => ({
      Version,
      Statement: all.map((one) => ({
        ...one,
        ...(one.Action ? { Action: listed(one.Action) } : {}),
        ...(one.Resource ? { Resource: listed(one.Resource) } : {}),
      })),
    })),
  },
  {
    name: "a statement for each action",
    of: "aws",
    change: inDocuments(({ Version, Statement: all }) => ({
      Version,
      Statement: all.flatMap((one) => listed(one.Action).map((Action) => ({ ...one, Action }))),
    })),
  },
  {
    name: "actions in other case",
    of: "aws",
    change: inDocuments(({ Version, Statement: all }) => ({
      Version,
      Statement: all.map((one) => ({ ...one, Action: listed(one.Action).map((action) => action.toLowerCase()) })),
    })),
  },
  {
    name: "statements get a Sid",
    of: "aws",
    change: inDocuments(({ Version, Statement: all }) => ({
      Version,
      Statement: all.map((one, at) => ({ ...one, Sid: `S${at}` })),
    })),
  },
  {
    name: "an action is listed beside the pattern that has it",
    of: "aws",
    change: inDocuments(({ Version, Statement: all }) => ({
      Version,
      Statement: all.map((one) => ({
        ...one,
        Action: listed(one.Action).flatMap((action) => (action === "s3:GetObject" ? [action, "s3:GetObjec?"] : [action])),
      })),
    })),
  },
  {
    name: "ARNs by reference",
    of: "aws",
    change: inFiles((file) => {
      const [own] = Object.entries(file.resource["aws_s3_bucket"] ?? {}).find(([, { bucket }]) => bucket === "user-media") ?? [];
      for (const { body } of resourcesIn(file))
        if (own !== undefined && String(body["policy"]).startsWith("{"))
          body["policy"] = String(body["policy"]).replaceAll("arn:aws:s3:::user-media", `\${aws_s3_bucket.${own}.arn}`);
      return file;
    }),
  },
];

/** Each name is that of the next resource of its type. */
function swapped({ documents }: Side): (name: string) => string {
  const names = [...new Set(Object.values(documents).flatMap((file) => resourcesIn(file as Body).map(({ name }) => name)))];
  return (name) => names[(names.indexOf(name) + 1) % names.length] ?? name;
}
