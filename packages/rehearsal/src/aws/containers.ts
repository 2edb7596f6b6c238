import type { Row } from "../engine/cloud";
import { byArn, byName, firstBlock, perRegion, regional } from "./forms";

/** ECR, ECS, App Runner. Sources: provider documentation, Attribute Reference and Import; Service Authorization Reference (ARNs). */
export const CONTAINERS: Readonly<Record<string, Row>> = {
  aws_apprunner_service: {
    ...byArn(regional("apprunner", "service/{service_name}/{service_id}"), {
      service_id: "{hex:32}",
      service_url: "{lower:10}.{region}.awsapprunner.com",
      status: "RUNNING",
      auto_scaling_configuration_arn: regional(
        "apprunner",
        "autoscalingconfiguration/DefaultConfiguration/1/00000000000000000000000000000001",
      ),
      "network_configuration.egress_configuration.egress_type": "DEFAULT",
    }),
    unique: perRegion("{service_name}"),
  },
  aws_ecr_repository: {
    ...byName("{name}", regional("ecr", "repository/{name}"), {
      registry_id: "{account}",
      repository_url: "{account}.dkr.ecr.{region}.{dns_suffix}/{name}",
    }),
    unique: perRegion("{name}"),
  },
  aws_ecs_cluster: { ...byArn(regional("ecs", "cluster/{name}")), unique: perRegion("{name}") },
  aws_ecs_service: {
    ...byArn(regional("ecs", "service/{tail:cluster}/{name}"), {
      cluster: "default",
      launch_type: (of) => (firstBlock(of("capacity_provider_strategy")) ? "" : "EC2"),
    }),
    unique: perRegion("{tail:cluster}|{name}"),
  },
  aws_ecs_task_definition: byName("{family}", "{arn_without_revision}:{revision}", {
    arn_without_revision: regional("ecs", "task-definition/{family}"),
    revision: 1,
  }),
};
