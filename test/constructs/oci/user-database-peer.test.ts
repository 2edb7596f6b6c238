import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { printStatement } from "oci-policy";
import { UserDatabasePeer, type UserDatabasePeerProps } from "../../../constructs/oci/user-database-peer";
import { VaultReplica } from "../../../constructs/oci/vault-replica";
import {
  ASHBURN,
  allOf,
  FOREIGNER,
  groundOf,
  networkOf,
  oneOf,
  refusalsOf,
  role,
  scenario,
  sourceIn,
  synthesizeStack,
} from "../../support/construct-stack";

function peerIn(stack: TerraformStack, overrides: Partial<UserDatabasePeerProps> = {}): UserDatabasePeer {
  const { compartment, root, stores, vault, key } = groundOf(stack);
  return new UserDatabasePeer(stack, "profiles", {
    of: {
      id: "ocid1.autonomousdatabase.oc1.phx.acme",
      databaseName: "userprofiles",
      store: "user-profiles",
      jurisdiction: "US",
      compartment: compartment("profiles", stores),
    },
    network: networkOf(stack, compartment("network", root)),
    keys: new VaultReplica(stack, "vault-replica", { vault, region: ASHBURN, source: sourceIn(stack), jurisdiction: "US" }),
    passwords: { vault, key, compartment: compartment("secrets", root) },
    ...overrides,
  });
}

// What a caller who doesn't heed the types might pass.
const LOOSENED = {
  isMtlsConnectionRequired: false,
  privateEndpointLabel: undefined,
  source: "DATABASE",
} as Partial<UserDatabasePeerProps>;

describe.each([
  ["as it is made", {}],
  ["whatever else its props hold", LOOSENED],
])("the standby of a database, %s,", (_, overrides) => {
  const peer = oneOf(
    synthesizeStack((stack) => void peerIn(stack, overrides)),
    "oci_database_autonomous_database",
  );

  test.each([
    ["follows its primary, and is no clone", "source", "CROSS_REGION_DISASTER_RECOVERY"],
    ["by its id", "source_id", "ocid1.autonomousdatabase.oc1.phx.acme"],
    ["by Data Guard", "remote_disaster_recovery_type", "ADG"],
    ["bears its primary's name", "db_name", "userprofiles"],
    ["has a private endpoint by its label", "private_endpoint_label", "user-profiles"],
    ["and by the data subnet", "subnet_id", expect.stringMatching(/^\$\{oci_core_subnet\.\w*subnet-data\w*\.id\}$/)],
    ["asks for a certificate", "is_mtls_connection_required", true],
    ["waits for the replica of its key", "depends_on", [expect.stringMatching(/^oci_kms_vault_replication\./)]],
    ["can't be destroyed by a plan", "lifecycle", { prevent_destroy: true }],
  ])("%s", (_name, argument, expected) => expect(peer[argument]).toEqual(expected));

  // The service takes them from the primary, where alone they can be changed.
  test.each(["encryption_key", "kms_key_id", "compute_count", "admin_password", "secret_id", "backup_retention_period_in_days"])(
    "says no %s",
    (argument) => expect(peer).not.toHaveProperty(argument),
  );
});

describe("connecting to the standby", () => {
  test("takes a password of this region's own, by the statement that is on the primary's", () => {
    const statements: string[] = [];
    const json = synthesizeStack((stack) => {
      const peer = peerIn(stack);
      const grants = [scenario(), scenario({ name: "incident" })].flatMap((each) => peer.grantConnect(role(), each));
      statements.push(...grants.map(({ statement }) => printStatement(statement)));
    });
    expect(new Set(statements)).toEqual(
      new Set([
        "Allow group 'us'/'reviewers' to {SECRET_BUNDLE_READ} in compartment us:secrets where target.secret.name = 'user-profiles--reviewers'",
      ]),
    );
    expect(allOf(json, "oci_vault_secret").map(({ secret_name }) => secret_name)).toEqual(["user-profiles--reviewers"]);
  });

  test("is nothing for a role from elsewhere", () => {
    const json = (stack: TerraformStack) => void peerIn(stack).grantConnect(FOREIGNER, scenario());
    expect(refusalsOf(json)).toEqual([
      `[test/profiles] role "apac-engineering" resides in CN, SG and can't connect to the standby of "user-profiles" (US user data): give scenario "review" to a role that resides in US, or use grantMetadata`,
    ]);
  });
});
