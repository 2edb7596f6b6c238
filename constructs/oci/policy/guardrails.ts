import type { Location, Statement, Subject } from "oci-policy";
import type { Compartment } from "../compartment";
import type { SourcedStatement } from "./boundary-policy";
import { BOUNDARY_ADMINISTER, QUOTA_ADMINISTER } from "./permissions";

/**
 * What nobody from outside may ever do, whatever an allow says. By permission: a denied verb takes away its own level
 * and all above it, so that a list is the surest to read ("Deny Policies", metaverb inversion).
 */
const FOREIGN_DENIALS: readonly { readonly what: string; readonly permissions: readonly string[] }[] = [
  {
    what: "objects and their buckets",
    permissions: [
      ...[
        "OBJECT_INSPECT",
        "OBJECT_READ",
        "OBJECT_OVERWRITE",
        "OBJECT_CREATE",
        "OBJECT_DELETE",
        "OBJECT_VERSION_DELETE",
        "OBJECT_RESTORE",
        "OBJECT_UPDATE_TIER",
      ],
      ...[
        "BUCKET_UPDATE",
        "BUCKET_CREATE",
        "BUCKET_DELETE",
        "PAR_MANAGE",
        "RETENTION_RULE_MANAGE",
        "RETENTION_RULE_LOCK",
        "OBJECTSTORAGE_NAMESPACE_UPDATE",
      ],
    ],
  },
  {
    what: "databases and their backups",
    permissions: [
      ...[
        "AUTONOMOUS_DATABASE_CONTENT_READ",
        "AUTONOMOUS_DATABASE_CONTENT_WRITE",
        "AUTONOMOUS_DATABASE_UPDATE",
        "AUTONOMOUS_DATABASE_CREATE",
        "AUTONOMOUS_DATABASE_DELETE",
      ],
      ...["AUTONOMOUS_DB_BACKUP_CONTENT_READ", "AUTONOMOUS_DB_BACKUP_CREATE", "AUTONOMOUS_DB_BACKUP_DELETE"],
    ],
  },
  {
    what: "keys, vaults and secrets",
    permissions: [
      ...[
        "KEY_ENCRYPT",
        "KEY_DECRYPT",
        "KEY_EXPORT",
        "KEY_SIGN",
        "KEY_CREATE",
        "KEY_UPDATE",
        "KEY_ROTATE",
        "KEY_DELETE",
        "KEY_MOVE",
        "KEY_IMPORT",
        "KEY_BACKUP",
        "KEY_RESTORE",
      ],
      ...[
        "KEY_ASSOCIATE",
        "KEY_DISASSOCIATE",
        "VAULT_CREATE",
        "VAULT_UPDATE",
        "VAULT_DELETE",
        "VAULT_MOVE",
        "VAULT_BACKUP",
        "VAULT_RESTORE",
        "VAULT_REPLICATE",
      ],
      ...["SECRET_BUNDLE_READ", "SECRET_CREATE", "SECRET_UPDATE", "SECRET_ROTATE", "SECRET_DELETE", "SECRET_MOVE"],
    ],
  },
  { what: "the boundary", permissions: [...BOUNDARY_ADMINISTER, ...QUOTA_ADMINISTER, "QUOTA_DELETE"] },
  {
    what: "identities and their credentials",
    permissions: [
      ...[
        "USER_DELETE",
        "USER_UNBLOCK",
        "USER_APIKEY_ADD",
        "USER_UIPASS_SET",
        "USER_UIPASS_RESET",
        "USER_SWIFTPASS_SET",
        "USER_SWIFTPASS_RESET",
      ],
      ...["USER_AUTHTOKEN_SET", "USER_AUTHTOKEN_RESET", "USER_OAUTH2_CLIENT_CRED_CREATE", "USER_OAUTH2_CLIENT_CRED_UPDATE"],
      ...[
        "USER_SECRETKEY_ADD",
        "USER_SECRETKEY_UPDATE",
        "USER_TOTPDEVICE_REMOVE",
        "USER_TOTPDEVICE_UPDATE",
        "CREDENTIAL_ADD",
        "CREDENTIAL_UPDATE",
      ],
      ...[
        "GROUP_DELETE",
        "DYNAMIC_GROUP_DELETE",
        "DOMAIN_DELETE",
        "DOMAIN_MOVE",
        "DOMAIN_REPLICATE",
        "DOMAIN_ACTIVATE",
        "DOMAIN_DEACTIVATE",
      ],
      ...["IDENTITY_PROVIDER_CREATE", "IDENTITY_PROVIDER_UPDATE", "IDENTITY_PROVIDER_DELETE", "AUTHENTICATION_POLICY_UPDATE"],
      ...[
        "NETWORK_SOURCE_DELETE",
        "TAG_NAMESPACE_MOVE",
        "TAG_NAMESPACE_DELETE",
        "TAG_DEFAULT_DELETE",
        "COMPARTMENT_DELETE",
        "COMPARTMENT_RECOVER",
        "TENANCY_UPDATE",
      ],
    ],
  },
];

/** What nobody at all may do with the stores and their keys; no scenario needs it. */
const UNIVERSAL_DENIALS = {
  stores: ["PAR_MANAGE", "AUTONOMOUS_DB_BACKUP_CREATE"],
  keys: ["KEY_EXPORT", "KEY_BACKUP", "KEY_RESTORE", "KEY_IMPORT", "KEY_MOVE", "VAULT_BACKUP", "VAULT_RESTORE", "VAULT_MOVE"],
} as const;

export interface GuardrailProps {
  /** Everybody from outside; no statement about them is made where there is nobody. */
  readonly foreign: Subject | undefined;
  /** The compartments that nobody from outside has any business in, health excepted. */
  readonly closed: readonly Location[];
  readonly stores: Compartment;
  readonly keys: Compartment;
}

/** The denials, for a tenancy that has deny policies enabled. The boundary holds without them; they hold without it. */
export function guardrails({ foreign, closed, stores, keys }: GuardrailProps): SourcedStatement[] {
  const deny = (
    subject: Subject,
    permissions: readonly string[],
    location: Statement["location"],
    because: string,
  ): SourcedStatement => ({
    statement: { effect: "deny", subject, action: { kind: "permissions", permissions }, location },
    because,
  });
  const everybody: Subject = { kind: "any-user" };
  return [
    ...(foreign
      ? [
          ...FOREIGN_DENIALS.map(({ what, permissions }) => deny(foreign, permissions, { kind: "tenancy" }, what)),
          ...closed.map(
            (location): SourcedStatement => ({
              statement: {
                effect: "deny",
                subject: foreign,
                action: { kind: "verb", verb: "inspect", resourceType: "all-resources" },
                location,
              },
              because: "compartments closed to everybody from outside",
            }),
          ),
        ]
      : []),
    deny(everybody, UNIVERSAL_DENIALS.stores, stores.location, "no bearer links, no manual backups"),
    deny(everybody, UNIVERSAL_DENIALS.keys, keys.location, "no key material leaves"),
  ];
}
