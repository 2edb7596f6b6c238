import { describe, expect, test } from "@jest/globals";
import { type Asked, simulated } from "../support/simulated";

const MEDIA = "oci_objectstorage_bucket.store-media_8E3C6145";
const VAULT = "oci_kms_vault.vault_AEB7ADF6";
const APP = { dynamicGroups: ["us/app"] };
const PIPELINE = { groups: ["us/deploy-pipeline"] };
const COPIER = { groups: ["us/replication"] };
const REVIEWERS = { groups: ["us/trust-and-safety"] };
const STORAGE = (region: string) => ({ service: `objectstorage-${region}` });

const from = (network: string, region: string) => ({ "request.networkSource.name": network, "request.region": region });
const operation = (name: string, others: object = {}) => ({ "request.operation": name, ...others });

// Answered by a simulator that knows nothing of the constructs: each question beside a neighbour with the other answer.
// biome-ignore format: one case a line
const CASES: readonly Asked[] = [
  ["the app reads the replica from the standby's network", "allowed", APP, "OBJECT_READ", `standby/${MEDIA}`, from("us-app-standby", "iad")],
  ["the app reads the primary's bucket from its own network", "allowed", APP, "OBJECT_READ", `primary/${MEDIA}`, from("us-app", "phx")],
  ["the app reads no replica from anywhere else", "denied", APP, "OBJECT_READ", `standby/${MEDIA}`, from("us-offices", "iad")],
  ["the app reads nothing by the endpoint of a third region", "denied", APP, "OBJECT_READ", `standby/${MEDIA}`, from("us-app", "fra")],
  ["who reviews reads the replica in the same scenario", "allowed", REVIEWERS, "OBJECT_READ", `standby/${MEDIA}`, from("us-offices", "iad")],
  ["who reviews doesn't write to it", "denied", REVIEWERS, "OBJECT_OVERWRITE", `standby/${MEDIA}`, from("us-offices", "iad")],
  ["the copier reads the primary", "allowed", COPIER, "OBJECT_READ", `primary/${MEDIA}`, from("us-copier", "phx")],
  ["the copier reads no replica", "denied", COPIER, "OBJECT_READ", `standby/${MEDIA}`, from("us-copier", "iad")],
  ["the pipeline makes a replication", "allowed", PIPELINE, "BUCKET_UPDATE", `primary/${MEDIA}`, operation("CreateReplicationPolicy", from("us-pipeline", "phx"))],
  ["the pipeline ends none", "denied", PIPELINE, "BUCKET_UPDATE", `primary/${MEDIA}`, operation("DeleteReplicationPolicy", from("us-pipeline", "phx"))],
  ["the pipeline makes no replica writable", "denied", PIPELINE, "BUCKET_UPDATE", `standby/${MEDIA}`, operation("MakeBucketWritable", from("us-pipeline", "iad"))],
  ["the pipeline reads no object by what a replication takes", "denied", PIPELINE, "OBJECT_READ", `standby/${MEDIA}`, operation("GetObject", from("us-pipeline", "iad"))],
  ["the pipeline makes the replica of the vault", "allowed", PIPELINE, "VAULT_REPLICATE", `primary/${VAULT}`, operation("CreateVaultReplica")],
  ["the pipeline doesn't end it", "denied", PIPELINE, "VAULT_REPLICATE", `primary/${VAULT}`, operation("DeleteVaultReplica")],
  ["the source's Object Storage writes to the replica", "allowed", STORAGE("us-phoenix-1"), "OBJECT_CREATE", `standby/${MEDIA}`, {}],
  ["the standby's Object Storage writes nothing", "denied", STORAGE("us-ashburn-1"), "OBJECT_CREATE", `standby/${MEDIA}`, {}],
];

describe("as the cloud would answer", () => {
  test.each(simulated("production", CASES))("%s: %s", (_, expected, answer) => expect(answer).toBe(expected));
});
