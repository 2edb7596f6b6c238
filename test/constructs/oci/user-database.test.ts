import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { printStatement } from "oci-policy";
import type { Grant } from "../../../constructs/oci/policy/grant";
import { UserDatabase, type UserDatabaseProps } from "../../../constructs/oci/user-database";
import {
  allOf,
  FOREIGNER,
  groundOf,
  networkOf,
  oneOf,
  refusalsOf,
  role,
  scenario,
  synthesizeStack,
} from "../../support/construct-stack";

function databaseIn(stack: TerraformStack, overrides: Partial<UserDatabaseProps> = {}): UserDatabase {
  const { compartment, root, stores, vault, key } = groundOf(stack);
  return new UserDatabase(stack, "profiles", {
    store: "user-profiles",
    jurisdiction: "US",
    compartment: compartment("profiles", stores),
    network: networkOf(stack, compartment("network", root)),
    vault,
    key,
    secrets: { compartment: compartment("secrets", root), key },
    actsAs: { kind: "dynamic-group", names: [{ domain: "us", name: "profiles-database" }] },
    backupDays: 60,
    ecpus: 4,
    storageTerabytes: 2,
    ...overrides,
  });
}

// What a caller who doesn't heed the types might pass.
const LOOSENED = {
  adminPassword: "secret",
  isMtlsConnectionRequired: false,
  privateEndpointLabel: undefined,
  whitelistedIps: ["0.0.0.0/0"],
} as Partial<UserDatabaseProps>;

describe.each([
  ["as it is made", {}],
  ["whatever else its props hold", LOOSENED],
])("a database of user data, %s,", (_, overrides) => {
  const database = oneOf(
    synthesizeStack((stack) => void databaseIn(stack, overrides)),
    "oci_database_autonomous_database",
  );

  test.each([
    ["has a private endpoint by its label", "private_endpoint_label", "user-profiles"],
    [
      "and by the data subnet: one without the other leaves it public",
      "subnet_id",
      expect.stringMatching(/^\$\{oci_core_subnet\.\w*subnet-data\w*\.id\}$/),
    ],
    [
      "is reached only through the group of the databases",
      "nsg_ids",
      [expect.stringMatching(/^\$\{oci_core_network_security_group\.\w*group-databases\w*\.id\}$/)],
    ],
    ["takes connections by mutual TLS only", "is_mtls_connection_required", true],
    [
      "is encrypted with a key of the customer",
      "encryption_key",
      {
        autonomous_database_provider: "OCI",
        kms_key_id: expect.stringMatching(/^\$\{oci_kms_key\.\w+\.id\}$/),
        vault_id: expect.stringMatching(/^\$\{oci_kms_vault\.\w+\.id\}$/),
      },
    ],
    [
      "takes its administrator's password from the vault",
      "secret_id",
      expect.stringMatching(/^\$\{oci_vault_secret\.\w*secret-admin\w*\.id\}$/),
    ],
    ["can't be destroyed by a plan", "lifecycle", { prevent_destroy: true }],
    ["has a name that a database may have", "db_name", "userprofiles"],
    ["keeps backups as long as asked", "backup_retention_period_in_days", 60],
  ])("%s", (_, argument, expected) => expect(database[argument]).toEqual(expected));

  test.each(["admin_password", "whitelisted_ips", "is_access_control_enabled", "clone_type", "source_id"])(
    "says nothing of %s",
    (argument) => expect(database).not.toHaveProperty(argument),
  );
});

function statementsOf(ask: (database: UserDatabase) => Grant[]): string[] {
  const statements: string[] = [];
  synthesizeStack((stack) => void statements.push(...ask(databaseIn(stack)).map(({ statement }) => printStatement(statement))));
  return statements;
}

describe("grants", () => {
  const at = "in compartment us:stores:profiles";
  const us = "Allow group 'us'/'reviewers'";

  test.each<[string, (database: UserDatabase) => Grant[], string[]]>([
    [
      "metadata is that the database exists",
      (database) => database.grantMetadata(role(), scenario()),
      [`${us} to {AUTONOMOUS_DATABASE_INSPECT} ${at}`],
    ],
    [
      "connecting takes the wallet alone, and a password of the role's own",
      (database) => database.grantConnect(role(), scenario()),
      [
        `${us} to {AUTONOMOUS_DATABASE_INSPECT} ${at}`,
        `${us} to {AUTONOMOUS_DATABASE_CONTENT_READ} ${at} where request.operation = 'GenerateAutonomousDatabaseWallet'`,
        `${us} to {SECRET_BUNDLE_READ} in compartment us:secrets where target.secret.name = 'user-profiles--reviewers'`,
      ],
    ],
    [
      "administering creates the database, and resets, opens, clones and deletes nothing",
      (database) => database.grantAdminister(role(), scenario()),
      [`${us} to {AUTONOMOUS_DATABASE_INSPECT, AUTONOMOUS_DATABASE_CREATE} ${at}`],
    ],
    [
      "the database itself opens its key and the password that it was made with",
      (database) => database.grantOperation(),
      [
        "Allow dynamic-group 'us'/'profiles-database' to {KEY_READ, KEY_ENCRYPT, KEY_DECRYPT} in compartment us:keys:objects",
        "Allow dynamic-group 'us'/'profiles-database' to {VAULT_INSPECT, VAULT_READ} in compartment us:keys",
        "Allow dynamic-group 'us'/'profiles-database' to {SECRET_BUNDLE_READ} in compartment us:secrets where target.secret.name = 'user-profiles--admin'",
      ],
    ],
  ])("%s", (_, ask, expected) => expect(statementsOf(ask)).toEqual(expected));

  test("a role has one password, in however many scenarios it connects", () => {
    const json = synthesizeStack((stack) => {
      const database = databaseIn(stack);
      database.grantConnect(role(), scenario());
      database.grantConnect(role(), scenario({ name: "incident" }));
      database.grantConnect(role({ name: "app", assumedBy: "app" }), scenario());
    });
    expect(allOf(json, "oci_vault_secret").map(({ secret_name }) => secret_name)).toEqual([
      "user-profiles--admin",
      "user-profiles--app",
      "user-profiles--reviewers",
    ]);
  });

  test("no role gets the administrator's password by being called admin", () => {
    const asked = (name: string) => {
      const grants: Grant[] = [];
      const refusals = refusalsOf((stack) => void grants.push(...databaseIn(stack).grantConnect(role({ name }), scenario())));
      return { grants: grants.length, refusals };
    };
    expect(asked("admin")).toEqual({
      grants: 0,
      refusals: [
        `[test/profiles] role "admin" can't connect to "user-profiles" under the name of the database's own administrator: rename the role`,
      ],
    });
    expect(asked("admins")).toEqual({ grants: 3, refusals: [] });
  });
});

describe("a role from elsewhere", () => {
  test.each([
    ["grantConnect", "connect to"],
    ["grantAdminister", "administer"],
  ] as const)("is refused by %s, gets nothing, and no password is made", (verb, words) => {
    const asked = (who: typeof FOREIGNER) => refusalsOf((stack) => void databaseIn(stack)[verb](who, scenario()));
    expect(asked(FOREIGNER)).toEqual([
      `[test/profiles] role "apac-engineering" resides in CN, SG and can't ${words} "user-profiles" (US user data): give scenario "review" to a role that resides in US, or use grantMetadata`,
    ]);
    expect(asked(role())).toEqual([]);
    refusalsOf((stack) => {
      const database = databaseIn(stack);
      expect(database[verb](FOREIGNER, scenario())).toEqual([]);
      expect(database.node.tryFindChild("secret-apac-engineering")).toBeUndefined();
    });
  });
});

test("connecting from a network is refused by the secret: Vault doesn't check it, Autonomous Database does", () => {
  const circumstances = { network: ["us-offices"] };
  expect(refusalsOf((stack) => void databaseIn(stack).grantConnect(role(), scenario({ circumstances })))).toEqual([
    `[test/profiles/secret-reviewers] scenario "review" asks for a network source, which Vault can't check: take the circumstance away, or split the scenario so that only services that check it are left`,
  ]);
  expect(refusalsOf((stack) => void databaseIn(stack).grantMetadata(role(), scenario({ circumstances })))).toEqual([]);
});

describe("props that no database can have", () => {
  const refused: [Partial<UserDatabaseProps>, string][] = [
    [
      { store: "1-profiles" },
      '"1-profiles" makes no name of a database: expected a letter, then letters and digits, 30 at most, hyphens not counted',
    ],
    [
      { store: "a".repeat(31) },
      `"${"a".repeat(31)}" makes no name of a database: expected a letter, then letters and digits, 30 at most, hyphens not counted`,
    ],
    [{ backupDays: 0 }, 'backups can\'t be kept for "0" days: expected a whole number of days, 1 to 60'],
    [{ backupDays: 61 }, 'backups can\'t be kept for "61" days: expected a whole number of days, 1 to 60'],
    [{ ecpus: 1 }, '"1" ECPUs are no compute that the service takes: expected a whole number, 2 at least'],
    [{ ecpus: 2.5 }, '"2.5" ECPUs are no compute that the service takes: expected a whole number, 2 at least'],
  ];
  test.each(refused)("%j is refused", (overrides, refusal) => {
    expect(refusalsOf((stack) => void databaseIn(stack, overrides))).toEqual([`[test/profiles] ${refusal}`]);
  });

  test.each([[{ store: `a-${"b".repeat(29)}` }], [{ backupDays: 1 }], [{ ecpus: 2 }]])("%j is accepted", (overrides) => {
    expect(refusalsOf((stack) => void databaseIn(stack, overrides))).toEqual([]);
  });
});
