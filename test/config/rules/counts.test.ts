import { describe } from "@jest/globals";
import { type Edits, testRefusals } from "../cases";

const numbered = (count: number, entry: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${entry(index)}\n`).join("");

// Production declares two network sources, and three are made: five more fill the tenancy.
const sources = (count: number, mark = ""): Edits => {
  const entries = numbered(count, (index) => `  office-${index}: { description: an office, addresses: [203.0.113.${index}/32] }`);
  return [["networkSources:\n", `${mark}networkSources:\n${entries}`]];
};
// Production has three bucket stores: seven more fill the endpoint.
const buckets = (count: number, mark = ""): Edits => {
  const entry = (index: number) => `  b${index}: { kind: bucket, class: user-data, description: b, previousVersionsDays: 1 }`;
  return [["stores:\n  media", `${mark}stores:\n${numbered(count, entry)}  media`]];
};
// Production has one database, and the app tier: 48 more fill the tenancy.
const databases = (count: number, mark = ""): Edits => {
  const entry = (index: number) =>
    `  d${index}: { kind: database, class: user-data, description: d, backupDays: 1, ecpus: 2, storageTerabytes: 1 }`;
  return [["stores:\n  media", `${mark}stores:\n${numbered(count, entry)}  media`]];
};
// Production has 13 roles.
const roles = (count: number, mark = ""): Edits => [
  ["\nroles:\n", `\n${mark}roles:\n${numbered(count, (index) => `  r${index}: { title: nobody yet, residency: US }`)}`],
];
const reserved = (name: string): Edits => [
  [
    "  us-pipeline:\n    description",
    `  ${name}: { description: ours, addresses: [203.0.113.9/32] }\n  us-pipeline:\n    description`,
  ],
];

const ALL_BUCKETS = "b0, b1, b2, b3, b4, b5, b6, b7, media, messages, exports";

describe("limits of the tenancy", () => {
  // biome-ignore format: one case a line
  testRefusals([
    ["an eleventh network source is refused with the sum", sources(6, "▸"), "limit/network-sources", "11 network sources, and a tenancy holds 10: 8 declared, 3 made for the app tier and the copier", "join networks of one purpose into one source with several addresses (IAM with Identity Domains, Managing Network Sources)", sources(5)],
    ["a twelfth network source is refused with its sum", sources(7, "▸"), "limit/network-sources", "12 network sources, and a tenancy holds 10: 9 declared, 3 made for the app tier and the copier", "join networks of one purpose into one source with several addresses (IAM with Identity Domains, Managing Network Sources)", sources(4)],
    ["an eleventh bucket behind the endpoint is refused with all names", buckets(8, "▸"), "limit/private-endpoint", `11 bucket stores, and the private endpoint reaches 10: ${ALL_BUCKETS}`, "join stores that are read in the same scenarios (Object Storage, Private Endpoints)", buckets(7)],
    ["a database more than dynamic groups fit is refused", databases(48, "▸"), "limit/dynamic-groups", "51 dynamic groups, and a tenancy holds 50: 49 of databases, 1 of the app tier, 1 of the connectors", "join databases that are read in the same scenarios (IAM, Service Limits: dynamic groups)", databases(47)],
    ["a role more than groups fit is refused", roles(238, "▸"), "limit/groups", "251 roles, and a tenancy holds 250 groups", "join roles that act in the same scenarios (IAM, Service Limits: groups)", roles(237)],
    ["a network source called as the app tier's is refused", reserved("▸us-app"), "network-source/reserved", 'network source "us-app" is made by the deployment itself', "choose another name", reserved("us-apps")],
    ["a network source called as the app tier's at the standby is refused", reserved("▸us-app-standby"), "network-source/reserved", 'network source "us-app-standby" is made by the deployment itself', "choose another name", reserved("us-app-test")],
    ["a network source called as the copier's is refused", reserved("▸us-copier"), "network-source/reserved", 'network source "us-copier" is made by the deployment itself', "choose another name", reserved("eu-copier")],
  ]);
});
