import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { printStatement } from "oci-policy";
import type { Grant } from "../../../constructs/oci/policy/grant";
import { VaultReplica } from "../../../constructs/oci/vault-replica";
import {
  ASHBURN,
  FOREIGNER,
  groundOf,
  oneOf,
  PHOENIX,
  refusalsOf,
  role,
  scenario,
  sourceIn,
  synthesizeStack,
} from "../../support/construct-stack";

const replicaIn = (stack: TerraformStack, region = ASHBURN) =>
  new VaultReplica(stack, "replica", { vault: groundOf(stack).vault, region, source: sourceIn(stack), jurisdiction: "US" });

describe("the replica of a vault", () => {
  test("is made at its source, and can't be destroyed by a plan", () => {
    const replication = oneOf(
      synthesizeStack((stack) => void replicaIn(stack)),
      "oci_kms_vault_replication",
    );
    expect(replication).toMatchObject({
      provider: "oci.source",
      vault_id: expect.stringMatching(/^\$\{oci_kms_vault\.vault_\w+\.id\}$/),
      replica_region: "us-ashburn-1",
      lifecycle: { prevent_destroy: true },
    });
  });

  test("is refused beside its source", () => {
    expect(refusalsOf((stack) => void replicaIn(stack, PHOENIX))).toEqual([
      "[test/replica] the replica of the vault is in us-phoenix-1, as its source is: make it in another region: an outage of one must leave the other",
    ]);
    expect(refusalsOf((stack) => void replicaIn(stack))).toEqual([]);
  });

  test.each<[string, (replica: VaultReplica) => Grant[], string]>([
    [
      "administering makes it, and doesn't end it",
      (replica) => replica.grantAdminister(role(), scenario()),
      "Allow group 'us'/'reviewers' to {VAULT_REPLICATE} in compartment us:keys where request.operation = 'CreateVaultReplica'",
    ],
    [
      "the Vault service keeps it, and moves, deletes and backs up nothing",
      (replica) => replica.grantReplicationService(),
      "Allow service keymanagementservice to {VAULT_INSPECT, VAULT_READ, VAULT_CREATE, VAULT_UPDATE, VAULT_REPLICATE} in compartment us:keys",
    ],
  ])("%s", (_, ask, expected) => {
    const statements: string[] = [];
    synthesizeStack((stack) => {
      statements.push(...ask(replicaIn(stack)).map(({ statement }) => printStatement(statement)));
    });
    expect(statements).toEqual([expected]);
  });

  test("is made by no role from elsewhere", () => {
    expect(refusalsOf((stack) => void replicaIn(stack).grantAdminister(FOREIGNER, scenario()))).toEqual([
      `[test/replica] role "apac-engineering" resides in CN, SG and can't replicate the vault (US user data): give scenario "review" to a role that resides in US, or use grantMetadata`,
    ]);
  });
});
