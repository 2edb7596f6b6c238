import { describe, expect, test } from "@jest/globals";
import { IdentityDomain } from "../../../constructs/oci/identity-domain";
import schema from "../../../packages/provider-oci/schema/oci-8.28.0.json";
import { groundOf, oneOf, synthesizeStack } from "../../support/construct-stack";
import type { StackJson } from "../../support/deployments";

function domainWith(add: (domain: IdentityDomain, compartments: ReturnType<typeof groundOf>) => void): StackJson {
  return synthesizeStack((stack) => {
    const ground = groundOf(stack);
    const props = { compartment: ground.root, name: "us", description: "people of the US", homeRegion: "us-phoenix-1" };
    add(new IdentityDomain(stack, "domain", props), ground);
  });
}

test("a domain lives in its home region, and can't be destroyed by a plan", () => {
  expect(
    oneOf(
      domainWith(() => {}),
      "oci_identity_domain",
    ),
  ).toMatchObject({
    home_region: "us-phoenix-1",
    lifecycle: { prevent_destroy: true },
  });
});

describe("the group of a role", () => {
  const group = oneOf(
    domainWith((domain) => void domain.addGroup("us-sre", "site reliability")),
    "oci_identity_domains_group",
  );

  test("lies in its domain", () => {
    expect(group).toMatchObject({
      display_name: "us-sre",
      idcs_endpoint: expect.stringMatching(/^\$\{oci_identity_domain\.\w+\.url\}$/),
    });
  });

  test("leaves its members to the identity provider", () => {
    expect(group).not.toHaveProperty("members");
    expect(group.lifecycle).toEqual({ prevent_destroy: true, ignore_changes: ["members"] });
  });
});

describe("a service user", () => {
  const json = domainWith((domain) => domain.addServiceUser({ name: "replication", description: "the copier" }));
  const user = oneOf(json, "oci_identity_domains_user");
  const name = "urnietfparamsscimschemasoracleidcsextensioncapabilities_user";
  const capabilities = userSchema().block_types[name].block.attributes;

  test.each(Object.keys(capabilities))("has the credential %s only if the S3 protocol needs it", (capability) => {
    expect(user[name][capability]).toBe(capability === "can_use_customer_secret_keys");
  });

  test("is no person, and has no password", () => {
    expect(user.urnietfparamsscimschemasoracleidcsextensionuser_user).toEqual({ service_user: true });
    expect(user).not.toHaveProperty("password");
    expect(user.lifecycle).toEqual({ prevent_destroy: true });
  });

  test("is the one member of its group, and Terraform keeps it so", () => {
    const group = oneOf(json, "oci_identity_domains_group");
    expect(group.members).toEqual([
      { type: "User", value: expect.stringMatching(/^\$\{oci_identity_domains_user\.\w*user-replication\w*\.id\}$/) },
    ]);
    expect(group.lifecycle).toEqual({ prevent_destroy: true });
    expect(group.attribute_sets).toEqual(["all"]);
  });
});

test("machines are members by type and compartment, both", () => {
  const json = domainWith((domain, { stores }) =>
    domain.addMachineGroup({ name: "app", description: "app", resourceType: "computecontainerinstance", compartment: stores }),
  );
  const group = oneOf(json, "oci_identity_domains_dynamic_resource_group");
  expect(group.matching_rule).toMatch(
    /^ALL \{resource\.type = 'computecontainerinstance', resource\.compartment\.id = '\$\{oci_identity_compartment\.[\w-]*stores\w*\.id\}'\}$/,
  );
  expect(group.lifecycle).toEqual({ prevent_destroy: true });
});

// biome-ignore lint/suspicious/noExplicitAny: the schema is looked at as it comes
function userSchema(): any {
  const text = JSON.parse(JSON.stringify(schema));
  const [provider] = Object.values<StackJson>(text.provider_schemas);
  return provider.resource_schemas.oci_identity_domains_user.block;
}
