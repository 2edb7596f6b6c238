import { DatabaseAutonomousDatabase } from "@cdktf/provider-oci/lib/database-autonomous-database";
import { Construct } from "constructs";
import type { Subject } from "oci-policy";
import type { Jurisdiction } from "../../config/schema/jurisdictions";
import type { Role, Scenario } from "../../config/schema/model";
import { outsideLimit, SERVICE_LIMITS } from "../../config/schema/service-limits";
import { type PropRule, refuseBrokenRules } from "../prop-rules";
import { refuse } from "../refusal";
import type { Compartment } from "./compartment";
import { accountPassword } from "./database-account";
import { admits, type Grant, grantTo, grantToService } from "./policy/grant";
import {
  DATABASE_CREATE,
  DATABASE_METADATA,
  DATABASE_WALLET,
  KEY_SERVICE_USE,
  SECRET_READ,
  VAULT_SERVICE_USE,
} from "./policy/permissions";
import type { PrivateNetwork } from "./private-network";
import { residencyTags } from "./residency-tags";
import type { UserDataBucket } from "./user-data-bucket";
import type { GeneratedSecret, HsmKey, HsmVault } from "./vault";

/** What a database and its peer have in common: statements select both by it. */
export interface DatabaseIdentity {
  readonly id: string;
  /** The name inside the database, which its peer must repeat. */
  readonly databaseName: string;
  readonly store: string;
  readonly jurisdiction: Jurisdiction;
  readonly compartment: Compartment;
}

export interface UserDatabaseProps {
  /** The store's name, as people call it. */
  readonly store: string;
  /** Whose users' data this is; decides which roles may ever read it. */
  readonly jurisdiction: Jurisdiction;
  /** Its own: no variable of the policy language names a database, so the compartment must. */
  readonly compartment: Compartment;
  readonly network: PrivateNetwork;
  readonly vault: HsmVault;
  readonly key: HsmKey;
  /** Where the generated passwords are kept, and the key that encrypts them. */
  readonly secrets: { readonly compartment: Compartment; readonly key: HsmKey };
  /** The database itself as statements name it, for the use of its key. */
  readonly actsAs: Subject & { readonly kind: "dynamic-group" };
  readonly backupDays: number;
  readonly ecpus: number;
  readonly storageTerabytes: number;
}

const { databaseBackupDays: BACKUPS, databaseEcpus: ECPUS } = SERVICE_LIMITS;

const PROP_RULES: readonly PropRule<UserDatabaseProps>[] = [
  {
    holds: ({ store }) => /^[a-z][a-z0-9]{0,29}$/i.test(databaseName(store)),
    says: ({ store }) => `"${store}" makes no name of a database`,
    help: "expected a letter, then letters and digits, 30 at most, hyphens not counted",
  },
  {
    holds: ({ backupDays }) => Number.isInteger(backupDays) && outsideLimit(backupDays, BACKUPS) === undefined,
    says: ({ backupDays }) => `backups can't be kept for "${backupDays}" days`,
    help: `expected a whole number of days, ${BACKUPS.minimum} to ${BACKUPS.maximum}`,
  },
  {
    holds: ({ ecpus }) => Number.isInteger(ecpus) && outsideLimit(ecpus, ECPUS) === undefined,
    says: ({ ecpus }) => `"${ecpus}" ECPUs are no compute that the service takes`,
    help: `expected a whole number, ${ECPUS.minimum} at least`,
  },
];

/**
 * An Autonomous Database that only the private network reaches, over mutual TLS, under a key of the customer, whose
 * administrator's password nobody has seen. Each role that connects has a generated password of its own.
 */
export class UserDatabase extends Construct {
  readonly id: string;
  private readonly administrator: GeneratedSecret;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: UserDatabaseProps,
  ) {
    super(scope, id);
    const { store, jurisdiction, compartment, network, vault, key, backupDays, ecpus, storageTerabytes } = props;
    refuseBrokenRules(this, props, PROP_RULES);
    this.administrator = this.password(ADMINISTRATOR, `password of ADMIN in ${store}; for break-glass only`);
    this.id = new DatabaseAutonomousDatabase(this, "Resource", {
      compartmentId: compartment.id,
      dbName: databaseName(store),
      displayName: store,
      dbWorkload: "OLTP",
      dbVersion: "19c",
      computeModel: "ECPU",
      computeCount: ecpus,
      isAutoScalingEnabled: true,
      dataStorageSizeInTbs: storageTerabytes,
      licenseModel: "LICENSE_INCLUDED",
      // Label and subnet together turn the public endpoint off; taking the label away would turn it on again.
      subnetId: network.data.id,
      nsgIds: [network.databases.id],
      privateEndpointLabel: store,
      isMtlsConnectionRequired: true,
      secretId: this.administrator.id,
      encryptionKey: { autonomousDatabaseProvider: "OCI", kmsKeyId: key.id, vaultId: vault.id },
      backupRetentionPeriodInDays: backupDays,
      autonomousMaintenanceScheduleType: "REGULAR",
      definedTags: { ...residencyTags(jurisdiction, "user-data", store) },
      lifecycle: { preventDestroy: true },
    }).id;
  }

  /** That the database exists, and its settings. */
  grantMetadata(role: Role, scenario: Scenario): Grant[] {
    return this.grant(role, scenario, DATABASE_METADATA);
  }

  /** A connection: the wallet, and a password of the role's own. What it may see is decided by the SQL account behind it. */
  grantConnect(role: Role, scenario: Scenario): Grant[] {
    const { store, jurisdiction, compartment } = this.props;
    if (!admits(this, role, scenario, jurisdiction, `connect to "${store}"`)) return [];
    if (role.name === ADMINISTRATOR) {
      refuse(this, {
        message: `role "${role.name}" can't connect to "${store}" under the name of the database's own administrator`,
        help: "rename the role",
        about: ["roles", role.name],
      });
      return [];
    }
    const password = this.password(role.name, `password of the account of ${role.name} in ${store}`);
    return [
      ...this.grant(role, scenario, DATABASE_METADATA),
      // The same permission would let its holder clone or back up; the operation keeps it to the wallet.
      ...grantTo(this, role, scenario, jurisdiction, {
        on: store,
        permissions: DATABASE_WALLET,
        location: compartment.location,
        conditions: [{ kind: "equals", variable: "request.operation", value: "GenerateAutonomousDatabaseWallet" }],
      }),
      ...password.grantRead(role, scenario),
    ];
  }

  /** Creating it; nothing that resets a password, opens a network, clones, exports, restores or deletes. */
  grantAdminister(role: Role, scenario: Scenario): Grant[] {
    const { store, jurisdiction } = this.props;
    if (!admits(this, role, scenario, jurisdiction, `administer "${store}"`)) return [];
    return this.grant(role, scenario, DATABASE_CREATE);
  }

  /** What the database itself needs: its key, and the administrator's password that it was made with. */
  grantOperation(): Grant[] {
    const { store, key, vault, secrets, actsAs } = this.props;
    const to = `database ${store}`;
    return [
      grantToService(actsAs, to, "encryption at rest", {
        on: `key ${key.purpose}`,
        permissions: KEY_SERVICE_USE,
        location: key.compartment.location,
      }),
      grantToService(actsAs, to, "encryption at rest", {
        on: "vault",
        permissions: VAULT_SERVICE_USE,
        location: vault.compartment.location,
      }),
      grantToService(actsAs, to, "password of its administrator", {
        on: `secret ${this.administrator.name}`,
        permissions: SECRET_READ,
        location: secrets.compartment.location,
        conditions: [{ kind: "equals", variable: "target.secret.name", value: this.administrator.name }],
      }),
    ];
  }

  /** What it needs to write its exports into a bucket, which is then read as the bucket is and no longer by SQL. */
  grantExport(bucket: UserDataBucket): Grant[] {
    const { store, actsAs } = this.props;
    return bucket.grantExports(actsAs, `database ${store}`);
  }

  /** What its peer shares with it. */
  get identity(): DatabaseIdentity {
    const { store, jurisdiction, compartment } = this.props;
    return { id: this.id, databaseName: databaseName(store), store, jurisdiction, compartment };
  }

  private grant(role: Role, scenario: Scenario, permissions: readonly string[]): Grant[] {
    const { store, jurisdiction, compartment } = this.props;
    return grantTo(this, role, scenario, jurisdiction, { on: store, permissions, location: compartment.location });
  }

  private password(account: string, description: string): GeneratedSecret {
    const { store, jurisdiction, vault, secrets } = this.props;
    return accountPassword(this, { store, jurisdiction, keeper: { ...secrets, vault }, account, description });
  }
}

/** A database's own name has no hyphens. */
const databaseName = (store: string) => store.replaceAll("-", "");

/** Whose password the database is made with; no role may take it by its name. */
const ADMINISTRATOR = "admin";
