import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OciProvider } from "@cdktf/provider-oci/lib/provider";
import { App, TerraformStack } from "cdktf";
import { type OciRegion, ociRegion } from "oci-policy";
import type { Role, Scenario } from "../../config/schema/model";
import { Compartment } from "../../constructs/oci/compartment";
import { PrivateNetwork } from "../../constructs/oci/private-network";
import type { ReplicaSource } from "../../constructs/oci/replica-source";
import { HsmKey, HsmVault } from "../../constructs/oci/vault";
import { resourcesOf, type StackJson } from "./deployments";

export const TENANCY = { name: "acme-us", id: "ocid1.tenancy.oc1..acme" };
export const PHOENIX = ociRegion("us-phoenix-1") as OciRegion;
export const ASHBURN = ociRegion("us-ashburn-1") as OciRegion;

/** What `make` puts into a stack of its own, as cdktf writes it. */
export function synthesizeStack(make: (stack: TerraformStack) => void): StackJson {
  const { outdir, app } = stackWith(make);
  try {
    app.synth();
    return JSON.parse(readFileSync(join(outdir, "stacks", "test", "cdk.tf.json"), "utf8"));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** What cdktf's own validations say when the stack is synthesized, a line each; none where it is accepted. */
export function refusalsOf(make: (stack: TerraformStack) => void): string[] {
  const { outdir, app } = stackWith(make);
  try {
    app.synth();
    return [];
  } catch (error) {
    const { message } = error as Error;
    const lines = message.split("\n").map((line) => line.trim());
    if (!message.startsWith("Validation failed")) throw error;
    return lines.filter((line) => line.startsWith("["));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function stackWith(make: (stack: TerraformStack) => void) {
  const outdir = mkdtempSync(join(tmpdir(), "construct-"));
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "test");
  new OciProvider(stack, "oci", { region: PHOENIX.region });
  make(stack);
  return { outdir, app };
}

/** The arguments of all resources of a type. */
export function allOf(json: StackJson, type: string): StackJson[] {
  return resourcesOf(json)
    .filter((resource) => resource.type === type)
    .map(({ args }) => args);
}

/** The arguments of the one resource of a type; several or none is a mistake. */
export function oneOf(json: StackJson, type: string): StackJson {
  const [found, ...others] = allOf(json, type);
  if (!found || others.length > 0) throw new Error(`expected one ${type}, found ${others.length + (found ? 1 : 0)}`);
  return found;
}

/** The types of all resources, each once. */
export const typesIn = (json: StackJson): string[] => Object.keys(json.resource).sort();

/** What a store stands on: compartments, a vault, a key, a network. */
export function groundOf(stack: TerraformStack) {
  const compartment = (name: string, parent: Compartment | typeof TENANCY = TENANCY) =>
    new Compartment(stack, `compartment-${name}`, { parent, name, description: name });
  const root = compartment("us");
  const stores = compartment("stores", root);
  const keys = compartment("keys", root);
  const vault = new HsmVault(stack, "vault", { compartment: keys, name: "vault" });
  const key = new HsmKey(stack, "key", {
    vault,
    compartment: compartment("objects", keys),
    purpose: "objects",
    name: "objects",
    jurisdiction: "US",
  });
  return { compartment, root, stores, keys, vault, key, tenancy: TENANCY };
}

/** Where replicas come from: Phoenix, unless told otherwise. */
export function sourceIn(stack: TerraformStack, region = PHOENIX): ReplicaSource {
  return { region, provider: new OciProvider(stack, "oci-source", { region: region.region, alias: "source" }) };
}

export function networkOf(stack: TerraformStack, compartment: Compartment, addresses = "10.40.0.0/16"): PrivateNetwork {
  return new PrivateNetwork(stack, "network", { compartment, name: "us-primary", region: PHOENIX, dnsLabel: "us", addresses });
}

/** A role of people in the US, unless told otherwise. */
export function role(overrides: Partial<Role> = {}): Role {
  const residency = overrides.residency ?? "US";
  return {
    name: "reviewers",
    title: "reviewers",
    residency,
    countries: residency.split(", "),
    assumedBy: "people",
    scenarios: [],
    ...overrides,
  };
}

export const FOREIGNER = role({ name: "apac-engineering", residency: "CN, SG" });

/** A content scenario without circumstances, unless told otherwise. */
export function scenario(overrides: Partial<Scenario> = {}): Scenario {
  return {
    name: "review",
    why: "review what users reported",
    stores: [],
    keys: [],
    at: ["primary"],
    capability: "content",
    writes: false,
    deletes: false,
    circumstances: {},
    ...overrides,
  };
}
