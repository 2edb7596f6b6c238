import type { PolicyDocument } from "../../aws/policy/syntax";

/** What the input doesn't tell, in words that follow "without knowing": `the inline policies of role "x"`, `whether …`. */
export interface Unknown {
  readonly unknown: string;
}

/** A value, or why it isn't known. A decision that depends on an unknown one is `undecided`. */
export type Maybe<T> = T | Unknown;

/** A policy document where it is attached. */
export interface AttachedPolicy {
  /** The resource that holds it, or `file:line`. */
  readonly address: string;
  readonly document: PolicyDocument;
}

/** All policies of one kind at one place. An `Unknown` among them stands for any number of further ones. */
export type Policies = readonly Maybe<AttachedPolicy>[];

/** A tag's value may be unknown while its key is known; `Unknown` for the whole: there may be any tags. */
export type Tags = Maybe<ReadonlyMap<string, Maybe<string>>>;

/** All that decides an AWS request besides the request itself. What is not listed is unknown, not absent. */
export interface AwsEstate {
  readonly accounts: readonly Account[];
  readonly principals: readonly IamPrincipal[];
  /** Groups that somebody could be added to, also those without members; nobody acts as a group. Left out: none is known. */
  readonly groups?: readonly NamedGroup[];
  readonly resources: readonly AwsResource[];
  readonly endpoints: readonly VpcEndpoint[];
  /** Id of the account that manages the organization. Left out: it isn't known. */
  readonly managementAccount?: string;
}

export interface Account {
  /** Twelve digits. */
  readonly id: string;
  /** `none` for an account of its own: no service or resource control policy binds it. */
  readonly organization: Maybe<Membership | "none">;
  /** S3 Block Public Access of the account and of its organization; left out: not switched on. */
  readonly publicAccessBlock?: Maybe<PublicAccessBlock>;
}

/** An account's place in its organization. */
export interface Membership {
  /** `o-…` */
  readonly organization: Maybe<string>;
  /** The management account is exempt from service and resource control policies. */
  readonly management: boolean;
  /** The value of `aws:PrincipalOrgPaths`: `o-…/r-…/ou-…/`. */
  readonly path: Maybe<string>;
  /** From the root to the account itself. Empty: the policy type isn't enabled. */
  readonly serviceControl: Maybe<readonly ControlLevel[]>;
  /** From the root to the account itself, without `RCPFullAWSAccess`. Empty: the policy type isn't enabled. */
  readonly resourceControl: Maybe<readonly ControlLevel[]>;
}

/** What is attached to the root, to one organizational unit or to the account. */
export interface ControlLevel {
  /** As a person calls it: `root`, `ou workloads`, `account 111122223333`. */
  readonly name: string;
  readonly policies: Policies;
}

export type IamPrincipal = IamRole | IamUser;

interface IamEntity {
  /** With its path: `arn:aws:iam::111122223333:role/us/us-restore`. */
  readonly arn: string;
  /** Inline and attached policies. */
  readonly policies: Policies;
  /** Left out: it has no permissions boundary. */
  readonly boundary?: Maybe<AttachedPolicy>;
  readonly tags: Tags;
  /** `AROA…` or `AIDA…`, where a state tells it. */
  readonly uniqueId?: string;
}

/** A role is service-linked when its path is `/aws-service-role/…`. */
export interface IamRole extends IamEntity {
  readonly kind: "role";
  readonly trust: Maybe<AttachedPolicy>;
}

export interface IamUser extends IamEntity {
  readonly kind: "user";
  readonly groups: Maybe<readonly IamGroup[]>;
}

export interface IamGroup {
  readonly name: string;
  readonly policies: Policies;
}

/** A group by its ARN, so that rights on it can be asked for. */
export interface NamedGroup extends IamGroup {
  readonly arn: string;
}

export type AwsResource = Bucket | Key | OtherResource;

interface ResourceFacts {
  /** A bucket's own ARN also stands for its objects. */
  readonly arn: string;
  /** The account that owns it. */
  readonly account: Maybe<string>;
  /** Left out: it has no resource policy. */
  readonly policy?: Maybe<AttachedPolicy>;
  readonly tags: Tags;
}

export interface Bucket extends ResourceFacts {
  readonly kind: "bucket";
  /** Left out: not known. */
  readonly region?: Maybe<string>;
  /** Left out: not switched on. */
  readonly publicAccessBlock?: Maybe<PublicAccessBlock>;
  /** ARN of the key that encrypts new objects; `none` for S3's own keys. For the caller: a read needs a second request for it. */
  readonly key?: Maybe<string | "none">;
  /** Left out: access control lists are off (`BucketOwnerEnforced`, S3's default). What lists grant is not modelled. */
  readonly accessControlLists?: Unknown;
}

/** A KMS key; a key without a policy of its own has the default one, which its `policy` then holds. */
export interface Key extends ResourceFacts {
  readonly kind: "key";
  /** An `Unknown` among them stands for any number of further ones. */
  readonly grants: readonly Maybe<KeyGrant>[];
  /** Managed by AWS (`aws/…`): resource control policies don't bind it. Left out: no. */
  readonly awsManaged?: boolean;
}

/** Secrets, queues, topics, … A role is no such resource: its trust policy stands with the principal. */
export interface OtherResource extends ResourceFacts {
  readonly kind: "other";
}

/** An allow for one principal that stands in no policy. Left-out constraints: none. */
export interface KeyGrant {
  readonly address: string;
  /** ARN of a role, user, session or root, or a service's name. */
  readonly grantee: string;
  readonly retiring?: string;
  /** As the API spells them: `Decrypt`. */
  readonly operations: readonly string[];
  readonly encryptionContextEquals?: ReadonlyMap<string, string>;
  readonly encryptionContextSubset?: ReadonlyMap<string, string>;
}

/** Only the setting that changes an answer; the other three refuse writes of public policies and lists, or ignore lists. */
export interface PublicAccessBlock {
  readonly restrictPublicBuckets: boolean;
}

export interface VpcEndpoint {
  /** The value of `aws:SourceVpce`. */
  readonly id: string;
  /** Left out: the default policy, which lets everything pass. */
  readonly policy?: Maybe<AttachedPolicy>;
}

export function isUnknown<T>(value: Maybe<T>): value is Unknown {
  return typeof value === "object" && value !== null && "unknown" in value;
}
