import type { Row } from "../engine/cloud";
import { byArn, regional } from "./forms";

/** Sources: provider documentation, Attribute Reference and Import; DataSync API Reference, ARN patterns and LocationUri, CreateTask (TaskMode). */
export const DATASYNC: Readonly<Record<string, Row>> = {
  aws_datasync_agent: byArn(regional("datasync", "agent/agent-0{hex:16}")),
  aws_datasync_location_object_storage: byArn(regional("datasync", "location/loc-0{hex:16}"), {
    subdirectory: "/",
    uri: "object-storage://{server_hostname}/{bucket_name}/{relative:subdirectory}",
  }),
  aws_datasync_location_s3: byArn(regional("datasync", "location/loc-0{hex:16}"), {
    s3_storage_class: "STANDARD",
    uri: "s3://{last:s3_bucket_arn}/{relative:subdirectory}",
  }),
  aws_datasync_task: {
    planned: { task_mode: "BASIC" },
    ...byArn(regional("datasync", "task/task-0{hex:16}"), { "options.security_descriptor_copy_flags": "NONE" }),
  },
};
