import type { CONTAINERS } from "../../src/detours/oci/containers";
import type { INSTANCES } from "../../src/detours/oci/instances";
import type { SERVICES, TAGGED } from "../../src/detours/oci/services";
import { type Pair, taking, takingType } from "./oci-pair";

export const INSTANCE_PAIRS: Record<(typeof INSTANCES)[number]["id"], Pair> = {
  "ESC-CMP-10": {
    page: "Common Policies",
    found: [
      "allow group apac-eng to manage instance-family in compartment stores",
      "allow group apac-eng to use virtual-network-family in compartment other",
    ],
    passed: [
      "allow group apac-eng to manage instance-family in compartment other",
      "allow group apac-eng to use virtual-network-family in compartment other",
    ],
  },
  "ESC-CMP-11": {
    found: ["allow group apac-eng to {INSTANCE_CONFIGURATION_CREATE, INSTANCE_CONFIGURATION_LAUNCH} in compartment stores"],
    passed: ["allow group apac-eng to {INSTANCE_POOL_POWER_ACTIONS} in compartment stores"],
  },
  "ESC-CMP-12": {
    page: "Running Commands on an Instance",
    found: ["allow group apac-eng to manage instance-agent-command-family in compartment stores"],
    passed: ["allow group apac-eng to inspect instance-agent-command-family in compartment stores"],
  },
  "ESC-CMP-13": {
    page: "Instance Console Connections",
    found: [
      "allow group apac-eng to manage instance-console-connection in tenancy",
      "allow group apac-eng to read instances in tenancy",
    ],
    passed: [
      "allow group apac-eng to inspect instance-console-connection in tenancy",
      "allow group apac-eng to read instances in tenancy",
    ],
  },
  "ESC-CMP-14": {
    found: [
      "allow group apac-eng to {VOLUME_ATTACHMENT_CREATE, VOLUME_WRITE} in compartment stores",
      "allow group apac-eng to {INSTANCE_ATTACH_VOLUME} in compartment other",
    ],
    passed: [
      "allow group apac-eng to {VOLUME_ATTACHMENT_CREATE, VOLUME_INSPECT} in compartment stores",
      "allow group apac-eng to {INSTANCE_ATTACH_VOLUME} in compartment other",
    ],
  },
  "ESC-CMP-16": {
    found: ["allow group apac-eng to {INSTANCE_UPDATE} in compartment stores"],
    passed: ["allow group apac-eng to {INSTANCE_POWER_ACTIONS} in compartment stores"],
  },
  "ESC-CMP-20": {
    page: "Bastion Policies",
    found: [
      "allow group apac-eng to use bastion in compartment other",
      "allow group apac-eng to manage bastion-session in compartment other",
      "allow group apac-eng to read instances in compartment stores",
      "allow group apac-eng to read vcns in compartment other",
      "allow group apac-eng to read subnets in compartment other",
      "allow group apac-eng to read vnics in compartment other",
      "allow group apac-eng to read vnic-attachments in compartment other",
    ],
    passed: [
      "allow group apac-eng to read bastion in compartment other",
      "allow group apac-eng to read bastion-session in compartment other",
      "allow group apac-eng to read instances in compartment stores",
    ],
  },
  "ESC-CMP-22": {
    found: ["allow group apac-eng to {OSMH_SCHEDULED_JOB_CREATE} in compartment stores"],
    passed: ["allow group apac-eng to {OSMH_MANAGED_INSTANCE_READ} in compartment stores"],
  },
};

const FUNCTION = takingType("fnfunc");
const CONTAINER = takingType("computecontainerinstance");
const PIPELINE = takingType("devopsdeploypipeline");
/** Workloads of clusters are in no dynamic group: a statement for everybody lets them in. */
const WORKLOADS = (place: string) =>
  `allow any-user to read objects in compartment ${place} where all {request.principal.type = 'workload'}`;

export const CONTAINER_PAIRS: Record<(typeof CONTAINERS)[number]["id"], Pair> = {
  "ESC-CNT-1": {
    beside: [CONTAINER],
    page: "Container Instances IAM Policies",
    found: ["allow group apac-eng to manage compute-container-family in compartment stores"],
    passed: ["allow group apac-eng to use compute-container-family in compartment stores"],
  },
  "ESC-CNT-3": {
    beside: [CONTAINER],
    page: "Policies to Control Repository Access",
    found: ["allow group apac-eng to manage repos in compartment other"],
    passed: ["allow group apac-eng to read repos in compartment other"],
  },
  "ESC-CNT-4": {
    beside: [PIPELINE],
    found: ["allow group apac-eng to manage generic-artifacts in compartment other"],
    passed: ["allow group apac-eng to read generic-artifacts in compartment other"],
  },
  "ESC-CNT-5": {
    beside: [FUNCTION],
    page: "Creating Policies to Control Access to Network and Function-Related Resources",
    found: ["allow group apac-eng to manage functions-family in compartment stores"],
    passed: ["allow group apac-eng to read functions-family in compartment stores"],
  },
  "ESC-CNT-6": {
    beside: [FUNCTION],
    found: ["allow group apac-eng to {FN_APP_UPDATE} in compartment stores"],
    passed: ["allow group apac-eng to {FN_APP_READ} in compartment stores"],
  },
  "ESC-CNT-7": {
    beside: [FUNCTION],
    page: "Creating Policies to Control Access to Network and Function-Related Resources",
    found: ["allow group apac-eng to use fn-invocation in compartment stores"],
    passed: ["allow group apac-eng to use fn-invocation in compartment other"],
  },
  "ESC-CNT-8": {
    found: ["allow group apac-eng to {CLUSTER_MANAGE} in compartment stores"],
    passed: ["allow group apac-eng to {CLUSTER_READ} in compartment stores"],
  },
  "ESC-CNT-9": {
    page: "Granting Workloads Access to OCI Resources",
    found: [WORKLOADS("stores"), "allow group apac-eng to {CLUSTER_USE} in compartment stores"],
    passed: [WORKLOADS("other"), "allow group apac-eng to {CLUSTER_USE} in compartment stores"],
  },
  "ESC-CNT-10": {
    found: [
      WORKLOADS("stores"),
      "allow group apac-eng to {CLUSTER_WORKLOAD_MAPPING_CREATE, CLUSTER_WORKLOAD_COMPARTMENT_BIND} in tenancy",
    ],
    passed: [
      WORKLOADS("other"),
      "allow group apac-eng to {CLUSTER_WORKLOAD_MAPPING_CREATE, CLUSTER_WORKLOAD_COMPARTMENT_BIND} in tenancy",
    ],
  },
  "ESC-CNT-11": {
    found: ["allow group apac-eng to {CLUSTER_NODE_POOL_CREATE} in compartment stores"],
    passed: ["allow group apac-eng to {CLUSTER_NODE_POOL_READ} in compartment stores"],
  },
  "ESC-CNT-12": {
    found: [WORKLOADS("stores"), "allow group apac-eng to {CLUSTER_JOIN} in compartment stores"],
    passed: [WORKLOADS("other"), "allow group apac-eng to {CLUSTER_JOIN} in compartment stores"],
  },
  "ESC-CNT-13": {
    found: [WORKLOADS("stores"), "allow group apac-eng to {CLUSTER_UPDATE} in compartment stores"],
    passed: [WORKLOADS("other"), "allow group apac-eng to {CLUSTER_UPDATE} in compartment stores"],
  },
};

export const SERVICE_PAIRS: Record<(typeof SERVICES)[number]["id"], Pair> = {
  "ESC-PIP-4": {
    beside: [PIPELINE],
    page: "DevOps IAM Policies",
    found: ["allow group apac-eng to manage devops-deploy-stage in compartment stores"],
    passed: ["allow group apac-eng to read devops-project in compartment stores"],
  },
  "ESC-PIP-6": {
    beside: [takingType("serviceconnector")],
    page: "Details for Connector Hub",
    found: ["allow group apac-eng to manage serviceconnectors in compartment stores"],
    passed: ["allow group apac-eng to read serviceconnectors in compartment stores"],
  },
  "ESC-PIP-9": {
    beside: [takingType("apigateway")],
    found: [
      "allow group apac-eng to {API_GATEWAY_ADD_DEPLOYMENT} in compartment stores",
      "allow group apac-eng to {API_DEPLOYMENT_CREATE} in compartment other",
    ],
    passed: [
      "allow group apac-eng to {API_DEPLOYMENT_READ} in compartment stores",
      "allow group apac-eng to {API_DEPLOYMENT_CREATE} in compartment other",
    ],
  },
  "ESC-DAT-2": {
    beside: [takingType("autonomousdatabase")],
    page: "Use Resource Principal to Access Oracle Cloud Infrastructure Resources",
    found: ["allow group apac-eng to {AUTONOMOUS_DATABASE_CREATE} in compartment stores"],
    passed: ["allow group apac-eng to {AUTONOMOUS_DATABASE_CREATE} in compartment other"],
  },
  "ESC-DAT-10": {
    beside: [takingType("dataflowrun")],
    page: "Data Flow IAM Policies",
    found: ["allow group apac-eng to manage dataflow-family in compartment stores"],
    passed: ["allow group apac-eng to manage dataflow-family in compartment other"],
  },
};

const TAGGING = "allow group apac-eng to use tag-namespaces in compartment other";
const tagged = (type: string) =>
  type === "instance"
    ? taking("tag.ops.role.value = 'reader'")
    : taking(`resource.type = '${type}'`, "tag.ops.role.value = 'reader'");

/** By tags alone, wherever the resource is. */
const byTag = (type: string, permission: string): Pair => ({
  beside: [tagged(type)],
  found: [`allow group apac-eng to {${permission}} in compartment other`, TAGGING],
  passed: [`allow group apac-eng to {${permission}} in compartment other`],
});

export const TAGGED_PAIRS: Record<(typeof TAGGED)[number]["id"], Pair> = {
  "ESC-DYN-4": { ...byTag("instance", "INSTANCE_CREATE"), page: "Managing Dynamic Groups" },
  "ESC-DYN-4-containers": byTag("computecontainerinstance", "COMPUTE_CONTAINER_INSTANCE_CREATE"),
  "ESC-DYN-4-functions": byTag("fnfunc", "FN_FUNCTION_UPDATE"),
  "ESC-DYN-4-connectors": byTag("serviceconnector", "SERVICE_CONNECTOR_UPDATE"),
  "ESC-DYN-4-databases": byTag("autonomousdatabase", "AUTONOMOUS_DATABASE_UPDATE"),
  "ESC-TAG-2": {
    beside: [tagged("fnfunc")],
    page: "Managing Tag Defaults",
    found: ["allow group apac-eng to manage tag-defaults in compartment other", TAGGING],
    passed: ["allow group apac-eng to inspect tag-defaults in compartment other", TAGGING],
  },
};
