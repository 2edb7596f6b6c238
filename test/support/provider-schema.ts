import { readFileSync } from "node:fs";
import type { Block, Facts } from "rehearsal/schema";

type Blocks = Readonly<Record<string, { readonly block: Block }>>;

/** A provider: its schema, and what its schema doesn't say, by resource type. */
export interface Provider {
  readonly provider: { readonly block: Block };
  readonly resource_schemas: Blocks;
  readonly data_source_schemas: Blocks;
  readonly behaviour: Readonly<Record<string, Facts>>;
}

/** What Terraform has built in. `config` holds what the backend asks for, which no schema describes. */
const TERRAFORM: Provider = {
  provider: { block: {} },
  resource_schemas: {},
  data_source_schemas: {
    terraform_remote_state: {
      block: {
        attributes: {
          backend: { type: "string", required: true },
          config: { type: "dynamic", optional: true },
          defaults: { type: "dynamic", optional: true },
          workspace: { type: "string", optional: true },
          outputs: { type: "dynamic", computed: true },
        },
      },
    },
  },
  behaviour: {},
};

const readJson = (file: string) => JSON.parse(readFileSync(file, "utf8"));

/** The providers of the deployment by the name that leads their types. */
export const PROVIDERS: Readonly<Record<string, Provider>> = {
  oci: {
    ...readJson(require.resolve("@cdktf/provider-oci/schema")).provider_schemas["registry.terraform.io/oracle/oci"],
    behaviour: readJson(require.resolve("@cdktf/provider-oci/behaviour")).oci,
  },
  aws: {
    ...readJson(require.resolve("rehearsal/aws-schema")).provider_schemas["registry.terraform.io/hashicorp/aws"],
    behaviour: readJson(require.resolve("rehearsal/aws-behaviour")).aws,
  },
  terraform: TERRAFORM,
};

/** The name that leads a type's own. */
export const providerOf = (type: string) => type.split("_", 1)[0] ?? type;

/** The schema of a resource type or data source, if there is one of this name. */
export function schemaOf(kind: "resource" | "data", type: string, providers: Readonly<Record<string, Provider>>) {
  return providers[providerOf(type)]?.[kind === "data" ? "data_source_schemas" : "resource_schemas"][type];
}
