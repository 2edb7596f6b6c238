import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { printStatement } from "oci-policy";
import type { Grant } from "../../../constructs/oci/policy/grant";
import { GeneratedSecret, type HsmKey } from "../../../constructs/oci/vault";
import { FOREIGNER, groundOf, oneOf, refusalsOf, role, scenario, synthesizeStack } from "../../support/construct-stack";

function secretIn(stack: TerraformStack): GeneratedSecret {
  const { compartment, root, vault, key } = groundOf(stack);
  return new GeneratedSecret(stack, "secret", {
    vault,
    key,
    compartment: compartment("secrets", root),
    name: "profiles-app",
    description: "password of the app",
    jurisdiction: "US",
    tags: { "us-data.residency": "US" },
  });
}

const json = synthesizeStack((stack) => void secretIn(stack));

describe("a vault", () => {
  test.each([
    ["is of the kind that every tenancy may have", "vault_type", "DEFAULT"],
    ["can't be destroyed by a plan", "lifecycle", { prevent_destroy: true }],
  ])("%s", (_, argument, expected) => expect(oneOf(json, "oci_kms_vault")[argument]).toEqual(expected));
});

describe("a key", () => {
  test.each([
    ["never leaves its hardware", "protection_mode", "HSM"],
    ["is AES-256", "key_shape", { algorithm: "AES", length: 32 }],
    ["can't be destroyed by a plan", "lifecycle", { prevent_destroy: true }],
    ["is made by its own vault", "management_endpoint", expect.stringMatching(/^\$\{oci_kms_vault\.\w+\.management_endpoint\}$/)],
    [
      "lies in the compartment of its purpose, not in that of the vault",
      "compartment_id",
      expect.stringContaining("compartment-objects"),
    ],
  ])("%s", (_, argument, expected) => expect(oneOf(json, "oci_kms_key")[argument]).toEqual(expected));

  test.each<[string, (key: HsmKey) => Grant[], string]>([
    [
      "metadata shows that it is there",
      (key) => key.grantMetadata(role(), scenario()),
      "Allow group 'us'/'reviewers' to {VAULT_INSPECT, VAULT_READ, KEY_INSPECT, KEY_READ} in compartment us:keys:objects",
    ],
    [
      "administering rotates and binds, and neither decrypts nor exports nor deletes",
      (key) => key.grantAdminister(role(), scenario()),
      "Allow group 'us'/'reviewers' to {VAULT_INSPECT, VAULT_READ, KEY_INSPECT, KEY_READ, VAULT_CREATE_KEY, KEY_CREATE, KEY_ROTATE, KEY_ASSOCIATE} in compartment us:keys:objects",
    ],
    [
      "the service that stores opens the key",
      (key) => key.grantServiceUse({ kind: "service", names: ["objectstorage-us-phoenix-1"] }, "objects"),
      "Allow service objectstorage-us-phoenix-1 to {KEY_READ, KEY_ENCRYPT, KEY_DECRYPT} in compartment us:keys:objects",
    ],
  ])("%s", (_, ask, expected) => {
    const statements: string[] = [];
    synthesizeStack((stack) => {
      statements.push(...ask(groundOf(stack).key).map(({ statement }) => printStatement(statement)));
    });
    expect(statements).toEqual([expected]);
  });

  test("is administered by no role from elsewhere", () => {
    const asked = (who: typeof FOREIGNER) =>
      refusalsOf((stack) => void groundOf(stack).key.grantAdminister(who, scenario({ name: "key-rotation" })));
    expect(asked(FOREIGNER)).toEqual([
      `[test/key] role "apac-engineering" resides in CN, SG and can't administer the objects key (US user data): give scenario "key-rotation" to a role that resides in US, or use grantMetadata`,
    ]);
    expect(asked(role())).toEqual([]);
  });

  test.each([
    ["a network", { network: ["us-offices"] }],
    ["a network, with a ticket beside it", { network: ["us-offices"], ticket: "rotation" }],
  ])("can't be pinned to %s: Vault doesn't check it", (_, circumstances) => {
    const refusals = refusalsOf(
      (stack) => void groundOf(stack).key.grantAdminister(role(), scenario({ name: "key-rotation", circumstances })),
    );
    expect(refusals).toEqual([
      `[test/key] scenario "key-rotation" asks for a network source, which Vault can't check: take the circumstance away, or split the scenario so that only services that check it are left`,
    ]);
  });

  test("can be pinned to a window of time", () => {
    const circumstances = { time: { days: ["monday" as const], from: "09:00", to: "17:00" } };
    expect(refusalsOf((stack) => void groundOf(stack).key.grantAdminister(role(), scenario({ circumstances })))).toEqual([]);
  });
});

describe("a generated secret", () => {
  const secret = oneOf(json, "oci_vault_secret");

  test("is made up by the vault: no content stands in the plan", () => {
    expect(secret).not.toHaveProperty("secret_content");
    expect(secret.enable_auto_generation).toBe(true);
    expect(secret.secret_generation_context).toEqual({
      generation_type: "PASSPHRASE",
      generation_template: "DBAAS_DEFAULT_PASSWORD",
      passphrase_length: 30,
    });
  });

  test("can't be destroyed by a plan", () => expect(secret.lifecycle).toEqual({ prevent_destroy: true }));

  test("is read by name", () => {
    const statements: string[] = [];
    synthesizeStack((stack) => {
      const grants = secretIn(stack).grantRead(role(), scenario());
      statements.push(...grants.map(({ statement }) => printStatement(statement)));
    });
    expect(statements).toEqual([
      "Allow group 'us'/'reviewers' to {SECRET_BUNDLE_READ} in compartment us:secrets where target.secret.name = 'profiles-app'",
    ]);
  });

  test("is read by no role from elsewhere", () => {
    const asked = (who: typeof FOREIGNER) => refusalsOf((stack) => void secretIn(stack).grantRead(who, scenario()));
    expect(asked(FOREIGNER)).toEqual([
      `[test/secret] role "apac-engineering" resides in CN, SG and can't read the secret "profiles-app" (US user data): give scenario "review" to a role that resides in US, or use grantMetadata`,
    ]);
    expect(asked(role())).toEqual([]);
  });
});
