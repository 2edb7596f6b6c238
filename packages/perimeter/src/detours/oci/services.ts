import type { OciDetour } from "../row";

const TAGS = "Using Tags to Manage Access";
const DEVOPS = "DevOps IAM Policies";
const ACTING = ["dynamic-group", "resource"] as const;

/** Pipelines, connectors and databases that act by themselves. */
export const SERVICES = [
  {
    id: "ESC-PIP-4",
    source: DEVOPS,
    needs: [
      ["DEVOPS_DEPLOY_STAGE_UPDATE"],
      ["DEVOPS_DEPLOY_STAGE_CREATE"],
      ["DEVOPS_DEPLOY_ARTIFACT_UPDATE"],
      ["DEVOPS_DEPLOY_PIPELINE_UPDATE"],
      ["DEVOPS_DEPLOY_ENVIRONMENT_UPDATE"],
    ],
    at: "matched",
    makes: ["devopsdeploypipeline", "devopsbuildpipeline"],
    yields: "become",
    of: ACTING,
    says: "may change what a pipeline deploys that is a member",
  },
  {
    id: "ESC-PIP-6",
    source: "Details for Connector Hub: permissions required for each API operation",
    needs: [["SERVICE_CONNECTOR_CREATE"], ["SERVICE_CONNECTOR_UPDATE"]],
    at: "matched",
    makes: ["serviceconnector"],
    yields: "become",
    of: ACTING,
    says: "may point a connector that is a member where they like",
  },
  {
    id: "ESC-PIP-9",
    source: "Details for API Gateway: permissions required for each API operation",
    needs: [
      ["API_DEPLOYMENT_CREATE", "API_GATEWAY_ADD_DEPLOYMENT"],
      ["API_DEPLOYMENT_UPDATE", "API_GATEWAY_ADD_DEPLOYMENT"],
    ],
    elsewhere: ["API_DEPLOYMENT_CREATE", "API_DEPLOYMENT_UPDATE"],
    at: "matched",
    makes: ["apigateway"],
    yields: "become",
    of: ACTING,
    says: "may publish routes of their own at a gateway that is a member",
  },
  {
    id: "ESC-DAT-2",
    source: "Use Resource Principal to Access Oracle Cloud Infrastructure Resources (Autonomous Database)",
    needs: [["AUTONOMOUS_DATABASE_CREATE"]],
    at: "matched",
    makes: ["autonomousdatabase"],
    yields: "become",
    of: ACTING,
    says: "may create a database that is a member",
  },
  {
    id: "ESC-DAT-10",
    source: "Data Flow IAM Policies",
    needs: [["DATAFLOW_RUN_CREATE"], ["DATAFLOW_APPLICATION_CREATE"]],
    at: "matched",
    makes: ["dataflowrun"],
    yields: "become",
    of: ACTING,
    says: "may run Spark code of their own as a member",
  },
] as const satisfies readonly OciDetour[];

/** What acts by itself where a matching rule asks for tags. */
export const TAGGED = [
  {
    id: "ESC-DYN-4",
    source: TAGS,
    needs: [
      ["TAG_NAMESPACE_USE", "INSTANCE_CREATE"],
      ["TAG_NAMESPACE_USE", "INSTANCE_UPDATE"],
    ],
    elsewhere: ["TAG_NAMESPACE_USE"],
    at: "tagged",
    makes: ["instance"],
    yields: "become",
    of: ACTING,
    says: "may tag an instance of their own as the matching rule asks for",
  },
  {
    id: "ESC-DYN-4-containers",
    source: TAGS,
    needs: [
      ["TAG_NAMESPACE_USE", "COMPUTE_CONTAINER_INSTANCE_CREATE"],
      ["TAG_NAMESPACE_USE", "COMPUTE_CONTAINER_INSTANCE_UPDATE"],
    ],
    elsewhere: ["TAG_NAMESPACE_USE"],
    at: "tagged",
    makes: ["computecontainerinstance"],
    yields: "become",
    of: ACTING,
    says: "may tag a container instance of their own as the matching rule asks for",
  },
  {
    id: "ESC-DYN-4-functions",
    source: TAGS,
    needs: [
      ["TAG_NAMESPACE_USE", "FN_FUNCTION_CREATE"],
      ["TAG_NAMESPACE_USE", "FN_FUNCTION_UPDATE"],
    ],
    elsewhere: ["TAG_NAMESPACE_USE"],
    at: "tagged",
    makes: ["fnfunc", "fnfunction"],
    yields: "become",
    of: ACTING,
    says: "may tag a function of their own as the matching rule asks for",
  },
  {
    id: "ESC-DYN-4-connectors",
    source: TAGS,
    needs: [
      ["TAG_NAMESPACE_USE", "SERVICE_CONNECTOR_CREATE"],
      ["TAG_NAMESPACE_USE", "SERVICE_CONNECTOR_UPDATE"],
    ],
    elsewhere: ["TAG_NAMESPACE_USE"],
    at: "tagged",
    makes: ["serviceconnector"],
    yields: "become",
    of: ACTING,
    says: "may tag a connector of their own as the matching rule asks for",
  },
  {
    id: "ESC-DYN-4-databases",
    source: TAGS,
    needs: [
      ["TAG_NAMESPACE_USE", "AUTONOMOUS_DATABASE_CREATE"],
      ["TAG_NAMESPACE_USE", "AUTONOMOUS_DATABASE_UPDATE"],
    ],
    elsewhere: ["TAG_NAMESPACE_USE"],
    at: "tagged",
    makes: ["autonomousdatabase"],
    yields: "become",
    of: ACTING,
    says: "may tag a database of their own as the matching rule asks for",
  },
  {
    id: "ESC-TAG-2",
    source: "Managing Tag Defaults",
    needs: [["TAG_DEFAULT_CREATE", "TAG_NAMESPACE_USE"], ["TAG_DEFAULT_UPDATE", "TAG_NAMESPACE_USE"], ["TAG_DEFAULT_MANAGE"]],
    elsewhere: ["TAG_NAMESPACE_USE"],
    at: "tagged",
    makes: ["instance", "computecontainerinstance", "fnfunc", "fnfunction", "serviceconnector", "autonomousdatabase"],
    yields: "become",
    of: ACTING,
    says: "may have everything new tagged as the matching rule asks for",
  },
] as const satisfies readonly OciDetour[];
