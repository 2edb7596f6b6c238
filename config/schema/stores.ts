import { z } from "zod";
import { bucketName, count, days, name, ocid, relativeFolder, sentence } from "./values";

const common = {
  description: sentence.describe("what is kept here, for a reviewer"),
  class: z.enum(["user-data"]).describe("data class, also the value of the tag data-class"),
};

const bucketStore = z
  .strictObject({
    kind: z.literal("bucket").describe("what the store is"),
    ...common,
    previousVersionsDays: days.describe("how long a replaced or deleted object can be brought back"),
    backups: z.array(name).default([]).describe("backup sites that hold a copy"),
  })
  .describe("objects in a versioned bucket");

const databaseStore = z
  .strictObject({
    kind: z.literal("database").describe("what the store is"),
    ...common,
    backupDays: days.describe("how long automatic backups are kept, in days"),
    ecpus: count.describe("compute, in ECPUs; 2 at least"),
    storageTerabytes: count.describe("storage, in terabytes"),
    exportedTo: name.optional().describe("bucket store that receives the scheduled exports, which the backup sites copy"),
  })
  .describe("an Autonomous Database");

const stateCommon = {
  kind: z.literal("state").describe("what the store is"),
  description: sentence.describe("what is kept here, for a reviewer"),
};

const stateStore = z
  .discriminatedUnion("backend", [
    z.strictObject({
      ...stateCommon,
      backend: z.literal("oci").describe("Terraform's native backend; needs Terraform 1.12"),
      bucket: bucketName.describe("bucket made by the bootstrap"),
      compartment: name.describe("compartment below the root, made by the bootstrap"),
      key: ocid("key").describe("key made by the bootstrap"),
    }),
    z.strictObject({
      ...stateCommon,
      backend: z.literal("s3").describe("the S3-compatible endpoint of OCI; works with Terraform 1.11"),
      bucket: bucketName.describe("bucket made by the bootstrap"),
      compartment: name.describe("compartment below the root, made by the bootstrap"),
    }),
    z.strictObject({
      ...stateCommon,
      backend: z.literal("local").describe("a folder beside the configuration: for trials, never for production"),
      folder: relativeFolder.describe("folder of the state files, relative to where cdktf runs"),
    }),
  ])
  .describe("Terraform's state: a store like the others, made once by the bootstrap");

export const stores = z
  .record(name, z.discriminatedUnion("kind", [bucketStore, databaseStore, stateStore]))
  .describe("the stores of user data by name, and the store `state`");

export type StoreConfig = z.infer<typeof stores>[string];
export type BucketStoreConfig = z.infer<typeof bucketStore>;
export type DatabaseStoreConfig = z.infer<typeof databaseStore>;
export type StateStoreConfig = z.infer<typeof stateStore>;
