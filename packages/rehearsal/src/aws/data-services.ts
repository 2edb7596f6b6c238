import type { Row } from "../engine/cloud";
import { byArn, byName, milliseconds, perRegion, regional, text } from "./forms";

/** DynamoDB, Glue, Firehose, SageMaker. Sources: provider documentation, Attribute Reference and Import; Service Authorization Reference (ARNs). */
export const DATA_SERVICES: Readonly<Record<string, Row>> = {
  aws_dynamodb_table: {
    ...byName("{name}", regional("dynamodb", "table/{name}"), {
      stream_label: (of) => (of("stream_enabled") === true ? milliseconds(of) : ""),
      stream_arn: (of) => (of("stream_enabled") === true ? `${text(of, "arn")}/stream/${text(of, "stream_label")}` : ""),
      "replica.arn": "arn:{partition}:dynamodb:{region_name}:{account}:table/{name}",
    }),
    unique: perRegion("{name}"),
  },
  aws_glue_job: {
    ...byName("{name}", regional("glue", "job/{name}"), {
      job_mode: "SCRIPT",
      "command.python_version": "3",
    }),
    unique: perRegion("{name}"),
  },
  aws_kinesis_firehose_delivery_stream: {
    ...byArn(regional("firehose", "deliverystream/{name}"), { destination_id: "destinationId-000000000001", version_id: "1" }),
    unique: perRegion("{name}"),
  },
  aws_sagemaker_notebook_instance: {
    ...byName("{name}", regional("sagemaker", "notebook-instance/{lowercase:name}"), {
      network_interface_id: (of) => (of("subnet_id") ? `eni-0${text(of, "hex:16")}` : ""),
      platform_identifier: "notebook-al2-v2",
      url: "{lowercase:name}-{lower:4}.notebook.{region}.sagemaker.aws",
    }),
    unique: perRegion("{name}"),
  },
};
