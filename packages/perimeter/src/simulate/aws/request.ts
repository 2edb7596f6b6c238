import type { AttachedPolicy } from "./estate";

/** One action on one resource. A call that needs several decisions (`CopyObject`, a read under a KMS key) is several requests. */
export interface AwsRequest {
  readonly principal: RequestPrincipal;
  /** `s3:GetObject`; in any case. */
  readonly action: string;
  /** One ARN, or `*` for an action that knows no resource. */
  readonly resource: string;
  /**
   * Context keys by name, in any case. They override what follows from the principal and the resource; a key that
   * neither names is absent from the request. An empty list is a key that is absent, too.
   */
  readonly context: ReadonlyMap<string, readonly string[]>;
}

export type RequestPrincipal =
  | RoleSession
  /** The ARN of an IAM user. */
  | { readonly kind: "user"; readonly arn: string }
  /** An IAM user's session by `GetFederationToken`; `name` as in `arn:aws:sts::…:federated-user/<name>`. */
  | {
      readonly kind: "federated-user";
      readonly user: string;
      readonly name: string;
      readonly policies: readonly AttachedPolicy[];
    }
  /** The root user of an account. */
  | { readonly kind: "root"; readonly account: string }
  /** A service that calls as itself: `cloudtrail.amazonaws.com`. */
  | { readonly kind: "service"; readonly name: string }
  /** Somebody whom an identity provider vouches for and who has no session yet: `AssumeRoleWithSAML` and its like. */
  | { readonly kind: "web-identity"; readonly provider: string }
  | { readonly kind: "anonymous" };

/** A session of a role. */
export interface RoleSession {
  readonly kind: "session";
  /** ARN of the role, with its path. */
  readonly role: string;
  /** Left out: not known; a statement that names one session of this role is then undecided. */
  readonly name?: string;
  /** Over the role's own tags. */
  readonly tags?: ReadonlyMap<string, string>;
  /** Session policies; empty: none were passed. */
  readonly policies: readonly AttachedPolicy[];
}
