import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OciProvider } from "@cdktf/provider-oci/lib/provider";
import { describe, expect, test } from "@jest/globals";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import type { StateStore } from "../../../config/schema/model";
import { addStateBackend } from "../../../constructs/oci/backend";
import { Compartment } from "../../../constructs/oci/compartment";
import { TENANCY } from "../../support/construct-stack";
import type { StackJson } from "../../support/deployments";

const common = { kind: "state", name: "state", description: "state" } as const;
const STORES = {
  oci: { ...common, backend: "oci", bucket: "acme-state", compartment: "us-state", key: "ocid1.key.oc1.phx.k" },
  s3: { ...common, backend: "s3", bucket: "acme-state", compartment: "us-state" },
  local: { ...common, backend: "local", folder: "cdktf.state" },
} as const satisfies Record<string, StateStore>;

/** Two stacks, the second of which refers to the first. */
function synthesize(state: StateStore): Record<"first" | "second", StackJson> {
  const outdir = mkdtempSync(join(tmpdir(), "backend-"));
  try {
    const app = new App({ outdir });
    const [first, second] = ["first", "second"].map((name) => {
      const stack = new TerraformStack(app, name);
      new OciProvider(stack, "oci", { region: "us-phoenix-1" });
      addStateBackend(stack, { state, namespace: "axacme", region: "us-phoenix-1" });
      return stack;
    }) as [TerraformStack, TerraformStack];
    const { id } = new Compartment(first, "compartment", { parent: TENANCY, name: "us", description: "us" });
    new TerraformOutput(second, "copy", { value: id });
    app.synth();
    const read = (name: string) => JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"));
    return { first: read("first"), second: read("second") };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

describe.each(["oci", "s3", "local"] as const)("the %s backend", (type) => {
  const { first, second } = synthesize(STORES[type]);

  test("is the one backend of the stack", () => expect(Object.keys(first.terraform.backend)).toEqual([type]));

  test("says which Terraform can reach it", () => {
    expect(first.terraform.required_version).toBe(type === "oci" ? ">= 1.12.0" : ">= 1.11.0");
  });

  test("keeps each stack's state apart", () => {
    const place = (json: StackJson) => json.terraform.backend[type].key ?? json.terraform.backend[type].path;
    expect(place(first)).toMatch(/first\.tfstate$/);
    expect(place(second)).toMatch(/second\.tfstate$/);
  });

  test("leads from one stack to the other by a remote state of its own kind", () => {
    const [remote] = Object.values<StackJson>(second.data.terraform_remote_state);
    expect(remote.backend).toBe(type);
    expect(remote.config.key ?? remote.config.path).toMatch(/first\.tfstate$/);
  });
});

test("the oci backend names bucket, namespace, region and key, and locks by itself", () => {
  const { first, second } = synthesize(STORES.oci);
  const named = { bucket: "acme-state", namespace: "axacme", region: "us-phoenix-1", key: "first.tfstate" };
  expect(first.terraform.backend.oci).toEqual({ ...named, kms_key_id: "ocid1.key.oc1.phx.k" });
  const [remote] = Object.values<StackJson>(second.data.terraform_remote_state);
  expect(remote.config).toEqual(named);
});

test("the s3 backend goes to Oracle's endpoint, by path, with a lock file, and asks nothing of Amazon", () => {
  expect(synthesize(STORES.s3).first.terraform.backend.s3).toEqual({
    bucket: "acme-state",
    region: "us-phoenix-1",
    key: "first.tfstate",
    endpoints: { s3: "https://axacme.compat.objectstorage.us-phoenix-1.oraclecloud.com" },
    use_path_style: true,
    use_lockfile: true,
    skip_region_validation: true,
    skip_credentials_validation: true,
    skip_requesting_account_id: true,
    skip_metadata_api_check: true,
    skip_s3_checksum: true,
  });
});

test("the local backend is the same path for everybody, from the stack's own folder to the project's", () => {
  const { path } = synthesize(STORES.local).first.terraform.backend.local;
  expect(path).toBe("../../../cdktf.state/first.tfstate");
  expect(join("/project/cdktf.out/stacks/first", path)).toBe("/project/cdktf.state/first.tfstate");
});
