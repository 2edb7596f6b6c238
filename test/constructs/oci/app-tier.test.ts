import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { printStatement } from "oci-policy";
import { AppTier, type AppTierProps } from "../../../constructs/oci/app-tier";
import { allOf, groundOf, networkOf, oneOf, refusalsOf, synthesizeStack } from "../../support/construct-stack";

const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;

const PROPS: Omit<AppTierProps, "compartment" | "network" | "health"> = {
  name: "app",
  actsAs: { kind: "dynamic-group", names: [{ domain: "us", name: "app" }] },
  image: `phx.ocir.io/axacme/app@${DIGEST}`,
  availabilityDomains: ["Uocm:PHX-AD-1", "Uocm:PHX-AD-2"],
  instances: 3,
  ocpus: 1,
  memoryGigabytes: 8,
  port: 8443,
};

function tierIn(stack: TerraformStack, overrides: Partial<AppTierProps> = {}, addresses?: string): AppTier {
  const { compartment, root } = groundOf(stack);
  return new AppTier(stack, "app", {
    ...PROPS,
    compartment: compartment("app", root),
    network: networkOf(stack, compartment("network", root), addresses),
    health: compartment("health", root),
    ...overrides,
  });
}

const json = synthesizeStack((stack) => void tierIn(stack));
const instances = allOf(json, "oci_container_instances_container_instance");

/** The first two of a subnet, and its last, are the network's. */
const ADDRESSES: Record<string, string> = { "app-1": "10.40.0.2", "app-2": "10.40.0.3", "app-3": "10.40.0.4" };

describe.each(instances.map((instance): [string, typeof instance] => [instance.display_name, instance]))(
  "instance %s",
  (name, instance) => {
    test("has no public address, and lies in the app's subnet and group", () => {
      expect(instance.vnics).toEqual([
        {
          is_public_ip_assigned: false,
          private_ip: ADDRESSES[name],
          subnet_id: expect.stringMatching(/^\$\{oci_core_subnet\.\w*subnet-app\w*\.id\}$/),
          nsg_ids: [expect.stringMatching(/^\$\{oci_core_network_security_group\.\w*group-app\w*\.id\}$/)],
        },
      ]);
    });

    test("runs one image, by its digest", () => {
      expect(instance.containers.map(({ image_url }: { image_url: string }) => image_url)).toEqual([
        `phx.ocir.io/axacme/app@${DIGEST}`,
      ]);
    });

    test("runs as somebody other than root, on a file system that it can't write, without capabilities", () => {
      expect(instance.containers[0].security_context).toEqual({
        security_context_type: "LINUX",
        is_non_root_user_check_enabled: true,
        is_root_file_system_readonly: true,
        run_as_user: 10001,
        capabilities: { drop_capabilities: ["ALL"] },
      });
    });

    test("is told its port, and no secret", () => {
      expect(instance.containers[0].environment_variables).toEqual({ PORT: "8443" });
    });

    test.each(["image_pull_secrets", "volumes"])("has no %s", (argument) => expect(instance).not.toHaveProperty(argument));
  },
);

describe("an app tier", () => {
  test("spreads its instances over the availability domains in turn", () => {
    expect(instances.map(({ availability_domain }) => availability_domain)).toEqual([
      "Uocm:PHX-AD-1",
      "Uocm:PHX-AD-2",
      "Uocm:PHX-AD-1",
    ]);
  });

  test("keeps its images to itself, and each as it was pushed", () => {
    expect(oneOf(json, "oci_artifacts_container_repository")).toMatchObject({ is_public: false, is_immutable: true });
  });

  test("pulls its image and publishes its metrics, and no more", () => {
    const statements: string[] = [];
    synthesizeStack((stack) => {
      statements.push(
        ...tierIn(stack)
          .grantOperation()
          .map(({ statement }) => printStatement(statement)),
      );
    });
    expect(statements).toEqual([
      "Allow dynamic-group 'us'/'app' to {REPOSITORY_READ} in compartment us:app",
      "Allow dynamic-group 'us'/'app' to {METRIC_WRITE} in compartment us:health",
    ]);
  });

  test.each([
    ["a tag", "phx.ocir.io/axacme/app:latest"],
    ["nothing", "phx.ocir.io/axacme/app"],
    ["half a digest", `phx.ocir.io/axacme/app@${DIGEST.slice(0, -1)}`],
  ])("is refused with an image that is named by %s", (_, image) => {
    expect(refusalsOf((stack) => void tierIn(stack, { image }))).toEqual([
      `[test/app] image "${image}" is not named by its digest: expected …@sha256:…, since a tag could be moved to other code`,
    ]);
  });

  test.each([
    [
      { availabilityDomains: [] },
      "the tier has no availability domain to be in: name at least one; their names differ by tenancy",
    ],
    [{ instances: -1 }, '"-1" is no number of instances: expected a whole number; 0 leaves the tier at rest'],
  ] as [Partial<AppTierProps>, string][])("is refused with %j", (overrides, refusal) => {
    expect(refusalsOf((stack) => void tierIn(stack, overrides))).toEqual([`[test/app] ${refusal}`]);
  });

  test("is refused with more instances than its subnet has addresses", () => {
    expect(refusalsOf((stack) => void tierIn(stack, { instances: 62 }, "10.40.0.0/22"))).toEqual([
      "[test/app] 62 instances have no room in the subnet 10.40.0.0/26: take fewer instances, or a wider network",
    ]);
    expect(refusalsOf((stack) => void tierIn(stack, { instances: 61 }, "10.40.0.0/22"))).toEqual([]);
  });

  test("says where its instances are, for the backends of a load balancer", () => {
    const addresses: (readonly string[])[] = [];
    synthesizeStack((stack) => void addresses.push(tierIn(stack).addresses));
    synthesizeStack((stack) => void addresses.push(tierIn(stack, { instances: 0 }).addresses));
    expect(addresses).toEqual([Object.values(ADDRESSES), []]);
  });

  test("may be at rest", () => expect(refusalsOf((stack) => void tierIn(stack, { instances: 0 }))).toEqual([]));

  test("is accepted with an image that is named by tag and digest", () => {
    expect(refusalsOf((stack) => void tierIn(stack, { image: `phx.ocir.io/axacme/app:v1@${DIGEST}` }))).toEqual([]);
  });
});
