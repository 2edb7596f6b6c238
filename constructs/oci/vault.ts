import { KmsKey } from "@cdktf/provider-oci/lib/kms-key";
import { KmsVault } from "@cdktf/provider-oci/lib/kms-vault";
import { VaultSecret } from "@cdktf/provider-oci/lib/vault-secret";
import { Construct } from "constructs";
import type { Subject } from "oci-policy";
import type { Jurisdiction } from "../../config/schema/jurisdictions";
import type { Role, Scenario } from "../../config/schema/model";
import type { Compartment } from "./compartment";
import { admits, type Grant, grantTo, grantToService } from "./policy/grant";
import { KEY_ADMINISTER, KEY_METADATA, KEY_SERVICE_USE, SECRET_READ } from "./policy/permissions";
import type { TagValues } from "./residency-tags";

export interface HsmVaultProps {
  readonly compartment: Compartment;
  readonly name: string;
}

/** A vault whose keys never leave its hardware, and which no plan can destroy. */
export class HsmVault extends Construct {
  readonly id: string;
  readonly managementEndpoint: string;
  readonly compartment: Compartment;

  constructor(scope: Construct, id: string, { compartment, name }: HsmVaultProps) {
    super(scope, id);
    this.compartment = compartment;
    const vault = new KmsVault(this, "Resource", {
      compartmentId: compartment.id,
      displayName: name,
      // VIRTUAL_PRIVATE has a service limit of zero until Oracle raises it; rotation is a runbook then.
      vaultType: "DEFAULT",
      lifecycle: { preventDestroy: true },
    });
    this.id = vault.id;
    this.managementEndpoint = vault.managementEndpoint;
  }
}

export interface HsmKeyProps {
  readonly vault: HsmVault;
  /** Its own: the compartment's path is how statements name the key. */
  readonly compartment: Compartment;
  /** What it is for; one key has one purpose. */
  readonly purpose: string;
  readonly name: string;
  readonly jurisdiction: Jurisdiction;
}

/** An AES-256 key in hardware, for one purpose, alone in its compartment. Nothing here lets anybody decrypt with it. */
export class HsmKey extends Construct {
  readonly id: string;
  readonly purpose: string;
  readonly compartment: Compartment;
  private readonly jurisdiction: Jurisdiction;

  constructor(scope: Construct, id: string, { vault, compartment, purpose, name, jurisdiction }: HsmKeyProps) {
    super(scope, id);
    this.purpose = purpose;
    this.compartment = compartment;
    this.jurisdiction = jurisdiction;
    this.id = new KmsKey(this, "Resource", {
      compartmentId: compartment.id,
      displayName: name,
      managementEndpoint: vault.managementEndpoint,
      protectionMode: "HSM",
      // Length in bytes: 32 is AES-256.
      keyShape: { algorithm: "AES", length: 32 },
      lifecycle: { preventDestroy: true },
    }).id;
  }

  grantMetadata(role: Role, scenario: Scenario): Grant[] {
    return grantTo(this, role, scenario, this.jurisdiction, this.opening(KEY_METADATA));
  }

  /** Creating, rotating and binding to what it encrypts; never deleting, exporting, moving, backing up or decrypting. */
  grantAdminister(role: Role, scenario: Scenario): Grant[] {
    if (!admits(this, role, scenario, this.jurisdiction, `administer the ${this.purpose} key`)) return [];
    return grantTo(this, role, scenario, this.jurisdiction, this.opening(KEY_ADMINISTER));
  }

  /** For the service that encrypts what it stores: the service opens the key, whoever asks it for the data. */
  grantServiceUse(service: Subject & { readonly kind: "service" }, to: string): Grant[] {
    return [grantToService(service, to, "encryption at rest", this.opening(KEY_SERVICE_USE))];
  }

  private opening(permissions: readonly string[]) {
    return { on: `key ${this.purpose}`, permissions, location: this.compartment.location };
  }
}

export interface GeneratedSecretProps {
  readonly vault: HsmVault;
  readonly key: HsmKey;
  readonly compartment: Compartment;
  readonly name: string;
  readonly description: string;
  readonly jurisdiction: Jurisdiction;
  readonly tags: TagValues;
}

/** A password that the vault makes up itself: it is in no plan, no state and nobody's clipboard. */
export class GeneratedSecret extends Construct {
  readonly id: string;
  readonly name: string;
  private readonly compartment: Compartment;
  private readonly jurisdiction: Jurisdiction;

  constructor(
    scope: Construct,
    id: string,
    { vault, key, compartment, name, description, jurisdiction, tags }: GeneratedSecretProps,
  ) {
    super(scope, id);
    this.name = name;
    this.compartment = compartment;
    this.jurisdiction = jurisdiction;
    this.id = new VaultSecret(this, "Resource", {
      compartmentId: compartment.id,
      vaultId: vault.id,
      keyId: key.id,
      secretName: name,
      description,
      enableAutoGeneration: true,
      secretGenerationContext: {
        generationType: "PASSPHRASE",
        generationTemplate: "DBAAS_DEFAULT_PASSWORD",
        passphraseLength: 30,
      },
      definedTags: { ...tags },
      lifecycle: { preventDestroy: true },
    }).id;
  }

  /** Reading the password. */
  grantRead(role: Role, scenario: Scenario): Grant[] {
    if (!admits(this, role, scenario, this.jurisdiction, `read the secret "${this.name}"`)) return [];
    return grantTo(this, role, scenario, this.jurisdiction, {
      on: `secret ${this.name}`,
      permissions: SECRET_READ,
      location: this.compartment.location,
      conditions: [{ kind: "equals", variable: "target.secret.name", value: this.name }],
    });
  }
}
