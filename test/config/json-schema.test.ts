import { join } from "node:path";
import { test } from "@jest/globals";
import { z } from "zod";
import { deploymentSchema } from "../../config/schema/deployment";
import { PROJECT } from "../support/deployments";
import { expectFile } from "../support/golden";

test("editors are told the same schema as the loader holds to", () => {
  const schema = z.toJSONSchema(deploymentSchema, { io: "input" });
  expectFile(join(PROJECT, "config", "deployment.schema.json"), `${JSON.stringify(schema, null, 2)}\n`);
});
