import type { Row } from "../engine/cloud";
import { byName, counted, milliseconds, perRegion, regional } from "./forms";
import { IN_REGION } from "./place";

const invoking = (arn: string) => `arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/{${arn}}/invocations`;

const publishedVersion = counted("aws_lambda_function", "version");

/** Sources: provider documentation, Attribute Reference and Import; Lambda API Reference, FunctionConfiguration. */
export const LAMBDA: Readonly<Record<string, Row>> = {
  aws_lambda_function: {
    planned: { architectures: ["x86_64"] },
    ...byName("{function_name}", regional("lambda", "function:{function_name}"), {
      code_sha256: "{source_code_hash|mixed:43}",
      source_code_size: 1024,
      invoke_arn: invoking("arn"),
      last_modified: (of) => `${milliseconds(of)}+0000`,
      qualified_arn: "{arn}:{version}",
      qualified_invoke_arn: invoking("qualified_arn"),
      version: (of, world, scope) => (of("publish") === true ? String(publishedVersion(of, world, scope)) : "$LATEST"),
      "ephemeral_storage.size": 512,
      "logging_config.log_group": "/aws/lambda/{function_name}",
      "snap_start.optimization_status": "Off",
    }),
    unique: perRegion("{function_name}"),
  },
  aws_lambda_permission: {
    ...byName("{statement_id}", undefined, { statement_id: "{statement_id_prefix|generated}{digits:26}" }),
    within: `${IN_REGION}{function_name}`,
    unique: perRegion("{last:function_name}|{statement_id}"),
  },
};
