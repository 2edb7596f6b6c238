import { homedir } from "node:os";
import { OCI_REGIONS, ociRegion } from "oci-policy";
import { AWS_REGIONS, GLOBAL_SERVICES_REGION } from "../../../config/schema/aws-regions";
import type { Deployment } from "../../../config/schema/model";
import { findUnknownDecisions } from "../../../stacks/known-decisions";
import { PROJECT } from "../deployments";
import { elementsOf, isObject, listOf, stringsIn } from "../terraform-json";
import { only, type Property } from "./property";

/** The form of a region identifier of either cloud, also of one that doesn't exist: a place, a part of the world, a number. */
const AREAS = [...new Set([...OCI_REGIONS, ...AWS_REGIONS].map(({ region }) => region.split("-", 1)[0]))].join("|");
const REGION = new RegExp(`(?<![a-z])(?:${AREAS})-(?:gov-)?[a-z]+-\\d\\b`, "g");
/** Instances are numbered, and so their names have that form. */
const OF_INSTANCE = /^[a-z]{2}-copier-\d$/;
const REGION_CONDITION = /request\.region\s*!?=\s*'([^']*)'/g;
const TRACE_LINE = /^(?:constructs|stacks|scripts|config|test|main)[\w./-]*\.ts:[1-9]\d*$/;

export const TEXT: readonly Property[] = [
  {
    says: "does access depend on something that isn't known before an apply",
    offences: (stack) => findUnknownDecisions("stack", isObject(stack) ? stack : {}).map(({ address }) => address),
    counterexamples: {
      "a statement that names a variable": only("oci_identity_policy", { statements: ["Allow group ${var.group} to …"] }),
      "a rule that names a compartment of another stack": only("oci_identity_domains_dynamic_resource_group", {
        matching_rule: "All {resource.compartment.id = '${data.terraform_remote_state.tenancy.outputs.app}'}",
      }),
    },
  },
  {
    says: "is there a path of this machine",
    offences: (stack) =>
      stringsIn(stack)
        .filter(({ text }) => isOfThisMachine(text))
        .map(({ path, text }) => `${path}: ${text}`),
    counterexamples: {
      "the project's folder": { terraform: { backend: { local: { path: `${PROJECT}/cdktf.state/a.tfstate` } } } },
      "a home folder": only("oci_core_vcn", { display_name: `${homedir()}/.oci/config` }),
      "somebody else's home folder": only("oci_core_vcn", { "//": { metadata: { stackTrace: ["/Users/a/main.ts:1"] } } }),
      "a folder on Windows": only("oci_core_vcn", { display_name: "C:\\Users\\a" }),
      "an address of a file": only("oci_core_vcn", { display_name: "file:///main.ts" }),
    },
  },
  {
    says: "was a resource made by an unknown line of TypeScript",
    offences: (stack) =>
      elementsOf(stack)
        .filter(({ kind, args }) => kind === "resource" && !hasTrace(args["//"]))
        .map(({ address }) => address),
    counterexamples: {
      "one without a trace": only("oci_core_vcn", { "//": { metadata: { path: "primary/network" } } }),
      "one made in somebody else's package": only("oci_core_vcn", {
        "//": { metadata: { stackTrace: ["node_modules/cdktf/lib/app.js:1"] } },
      }),
      "one made at an absolute path": only("oci_core_vcn", {
        "//": { metadata: { stackTrace: ["constructs/oci/vault.ts:1", "/srv/project/main.ts:1"] } },
      }),
    },
  },
  {
    says: "is there a region that the configuration doesn't name",
    offences: (stack, deployment) => {
      const regions = regionsOf(deployment);
      const keys = regions.map((region) => ociRegion(region)?.key.toLowerCase());
      return stringsIn(stack).flatMap(({ path, text }) => [
        ...[...text.matchAll(REGION)]
          .filter(([region]) => !regions.includes(region) && !OF_INSTANCE.test(region))
          .map(([region]) => `${path}: ${region}`),
        ...[...text.matchAll(REGION_CONDITION)]
          .filter(([, region = ""]) => !keys.includes(region) && !regions.includes(region))
          .map(([condition]) => `${path}: ${condition}`),
      ]);
    },
    counterexamples: {
      "a provider elsewhere": { provider: { oci: [{ region: "eu-frankfurt-1" }] } },
      "a service elsewhere": only("oci_identity_policy", { statements: ["Allow service objectstorage-ap-tokyo-1 to …"] }),
      "a condition on elsewhere": only("oci_identity_policy", { statements: ["… where request.region = 'fra'"] }),
      "a region that doesn't exist": only("oci_limits_quota", { statements: ["… request.region = 'us-atlantis-1'"] }),
    },
  },
];

/** Whether a text holds a path from the root of a file system; `tenancy/root/Resource` is a construct's path. */
const isOfThisMachine = (text: string) =>
  [PROJECT, homedir()].some((folder) => text === folder || text.startsWith(`${folder}/`)) ||
  /(?<![\w.-])\/(?:home|Users|root|tmp)\/|^[A-Za-z]:\\|file:\/\//.test(text);

function hasTrace(comment: unknown): boolean {
  const metadata = isObject(comment) ? comment["metadata"] : undefined;
  const lines = isObject(metadata) ? listOf(metadata["stackTrace"]) : [];
  return lines.length > 0 && lines.every((line) => TRACE_LINE.test(String(line)));
}

/** Every region in which the configuration lets something be. */
export const regionsOf = ({ oci, sites }: Deployment): string[] => [
  ...[oci.home, oci.primary.region, oci.standby.region],
  ...Object.values(sites).map(({ region }) => region),
  // Wherever a site is, AWS tells of its global services there.
  ...(Object.keys(sites).length > 0 ? [GLOBAL_SERVICES_REGION] : []),
];

/** What only the configuration may say: the company, where it is and which accounts it has. */
export const namesOf = (deployment: Deployment): string[] => [
  ...[deployment.company.name, deployment.company.domain],
  ...[deployment.oci.tenancy.name, deployment.oci.tenancy.id, deployment.oci.namespace],
  ...regionsOf(deployment),
  ...[deployment.aws.organization, deployment.aws.managementAccount, deployment.aws.logsAccount],
  ...deployment.sites.map(({ account }) => account),
];

/** Which of the names a source says, whatever the case. */
export const namesIn = (source: string, names: readonly string[]) =>
  names.filter((name) => source.toLowerCase().includes(name.toLowerCase()));
