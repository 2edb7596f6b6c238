import type { JsonSchema } from "../shape/shape";
import { modelShape } from "./model";

/** What editors are told of the model file: made of the same shapes that read it. */
export const modelSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "perimeter.yaml",
  ...modelShape.schema,
};
