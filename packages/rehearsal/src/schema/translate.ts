import { bytes, entry, flag, integer, message, text } from "../protocol/protobuf";
import type { Attribute, Block, NestedBlock, ProviderSchema, Schema } from "./types";

/** Raised whenever the same schema is answered in other bytes: answers are kept between runs. */
export const REVISION = 1;

const NESTING = { single: 1, list: 2, set: 3 } as const;

const attribute = (name: string, of: Attribute) =>
  message(
    text(1, name),
    text(2, JSON.stringify(of.type)),
    flag(4, of.required),
    flag(5, of.optional),
    flag(6, of.computed),
    flag(7, of.sensitive),
    flag(10, of.write_only),
  );

const nestedBlock = (name: string, of: NestedBlock): Uint8Array =>
  message(
    text(1, name),
    bytes(2, block(of.block)),
    integer(3, NESTING[of.nesting_mode]),
    integer(4, of.min_items ?? 0),
    integer(5, of.max_items ?? 0),
  );

const block = (of: Block): Uint8Array =>
  message(
    ...Object.entries(of.attributes ?? {}).map(([name, inner]) => bytes(2, attribute(name, inner))),
    ...Object.entries(of.block_types ?? {}).map(([name, inner]) => bytes(3, nestedBlock(name, inner))),
  );

const schema = (of: Schema) => message(integer(1, of.version ?? 0), bytes(2, block(of.block)));

/** plan_destroy: refusals at plan time; get_provider_schema_optional: Terraform asks once a run. */
const CAPABILITIES = message(flag(1, true), flag(2, true));

/** A printed schema as the answer to GetSchema. Source: tfplugin5.proto, GetProviderSchema.Response. */
export const schemaResponse = (of: ProviderSchema): Uint8Array =>
  message(
    bytes(1, schema(of.provider)),
    ...Object.entries(of.resource_schemas).map(([type, inner]) => entry(2, type, schema(inner))),
    ...Object.entries(of.data_source_schemas).map(([type, inner]) => entry(3, type, schema(inner))),
    bytes(6, CAPABILITIES),
  );
