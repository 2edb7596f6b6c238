import type { PolicyKind } from "./syntax";

/**
 * What each kind of policy must, may and can't hold. A document of another shape is refused by the service that stores
 * it; what the documentation leaves open is read.
 */
export interface KindRules {
  /** As a message calls it. */
  readonly name: string;
  /** `everyone`: must be `"*"`. */
  readonly principal: "none" | "required" | "everyone";
  readonly principalTypes: readonly PrincipalType[];
  readonly notPrincipal: boolean;
  readonly allow: boolean;
  readonly action: "required" | "optional";
  readonly notAction: boolean;
  /** `"*"` alone as an action. */
  readonly everyAction: boolean;
  /** The only services whose actions may stand there. */
  readonly services?: readonly string[];
  /** The only actions of that service that may stand there. */
  readonly actions?: readonly string[];
  readonly resource: "none" | "optional" | "required";
  /** `2012-10-17` must be written. */
  readonly currentVersion: boolean;
  /** Only letters and digits in a `Sid`, and none twice. */
  readonly strictSid: boolean;
  readonly size?: SizeLimit;
  /** Only tab, line feed, carriage return and U+0020 to U+00FF. */
  readonly latin: boolean;
  /** Pages of AWS's documentation. */
  readonly source: string;
}

export const PRINCIPAL_TYPES = ["AWS", "Service", "Federated", "CanonicalUser"] as const;
export type PrincipalType = (typeof PRINCIPAL_TYPES)[number];

export interface SizeLimit {
  readonly most: number;
  readonly unit: "characters" | "bytes";
  /** White space isn't counted by IAM, and is by everybody else. */
  readonly countsBlanks: boolean;
}

const identity = {
  principal: "none",
  principalTypes: [],
  notPrincipal: false,
  allow: true,
  action: "required",
  notAction: true,
  everyAction: true,
  resource: "required",
  currentVersion: false,
  strictSid: true,
  latin: true,
} as const;

const resource = {
  ...identity,
  principal: "required",
  principalTypes: ["AWS", "Service"],
  notPrincipal: true,
  strictSid: false,
  latin: false,
} as const;

const TWENTY_KIB = { most: 20_480, unit: "bytes", countsBlanks: true } as const;
const ORGANIZATION = { most: 5_120, unit: "characters", countsBlanks: true } as const;
const iamCharacters = (most: number) => ({ most, unit: "characters", countsBlanks: false }) as const;

const GRAMMAR = 'IAM User Guide, "Grammar of the IAM JSON policy language"';
const QUOTAS = 'IAM User Guide, "IAM and AWS STS quotas"';
const BUCKET = 'S3 User Guide, "Policies and permissions in Amazon S3"';

/** The services of S3 whose actions a policy of a bucket or access point may name. */
const S3 = ["s3", "s3express", "s3-object-lambda", "s3-outposts"] as const;

const KINDS = {
  // A role's inline policies together have this limit, the largest that an identity has; a managed policy has 6,144.
  identity: { ...identity, name: "an identity policy", size: iamCharacters(10_240), source: `${GRAMMAR}; ${QUOTAS}` },
  boundary: { ...identity, name: "a permissions boundary", size: iamCharacters(6_144), source: `${GRAMMAR}; ${QUOTAS}` },
  session: { ...identity, name: "a session policy", size: iamCharacters(2_048), source: `${GRAMMAR}; ${QUOTAS}` },
  scp: {
    ...identity,
    name: "a service control policy",
    currentVersion: true,
    strictSid: false,
    latin: false,
    size: ORGANIZATION,
    source: 'Organizations User Guide, "SCP syntax"',
  },
  rcp: {
    ...resource,
    name: "a resource control policy",
    principal: "everyone",
    principalTypes: ["AWS"],
    notPrincipal: false,
    allow: false,
    notAction: false,
    everyAction: false,
    currentVersion: true,
    size: ORGANIZATION,
    source: 'Organizations User Guide, "RCP syntax"',
  },
  bucket: {
    ...resource,
    name: "a bucket policy",
    principalTypes: ["AWS", "Service", "CanonicalUser"],
    services: S3,
    size: TWENTY_KIB,
    source: BUCKET,
  },
  "access-point": {
    ...resource,
    name: "an access point policy",
    principalTypes: ["AWS", "Service", "CanonicalUser"],
    services: S3,
    size: TWENTY_KIB,
    source: BUCKET,
  },
  key: {
    ...resource,
    name: "a key policy",
    action: "optional",
    resource: "optional",
    size: { most: 32_768, unit: "bytes", countsBlanks: true },
    latin: true,
    source: 'KMS Developer Guide, "Creating a key policy"; KMS API Reference, PutKeyPolicy',
  },
  secret: {
    ...resource,
    name: "a secret's policy",
    size: TWENTY_KIB,
    source: "Secrets Manager API Reference, PutResourcePolicy",
  },
  queue: { ...resource, name: "a queue policy", source: GRAMMAR },
  topic: { ...resource, name: "a topic policy", source: GRAMMAR },
  endpoint: {
    ...resource,
    name: "an endpoint policy",
    size: { most: 20_480, unit: "characters", countsBlanks: true },
    source: 'VPC User Guide, "Control access to VPC endpoints using endpoint policies"',
  },
  trust: {
    ...resource,
    name: "a trust policy",
    principalTypes: ["AWS", "Service", "Federated"],
    notPrincipal: false,
    notAction: false,
    everyAction: false,
    services: ["sts"],
    actions: ["AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "SetContext", "SetSourceIdentity", "TagSession"],
    resource: "none",
    strictSid: true,
    // The default is 2,048; an account may have it raised to this.
    size: iamCharacters(4_096),
    latin: true,
    source: `IAM User Guide, "IAM policy validation check reference", role trust policies; ${QUOTAS}`,
  },
  resource: { ...resource, name: "a resource policy", source: GRAMMAR },
} as const satisfies Record<PolicyKind, KindRules>;

/** The rules of a kind, as values of the one type. */
export function rulesOf(kind: PolicyKind): KindRules {
  return KINDS[kind];
}
