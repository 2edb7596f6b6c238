import type { CompartmentPath, DomainName, Maybe, Tags } from "./estate";

/** One concrete request, with everything that it names filled in. */
export interface OciRequest {
  readonly principal: OciPrincipal;
  /** A permission, such as `OBJECT_READ`; `request.permission` follows from it. */
  readonly permission: string;
  readonly target: OciTarget;
  /**
   * Variables by name, in any case. A list has several values; one that isn't here is absent, but for those that follow from
   * principal, permission, target and estate. What is here wins over what follows.
   */
  readonly variables: ReadonlyMap<string, Maybe<string | readonly string[]>>;
}

export interface OciTarget {
  /** The compartment of the resource that the permission concerns. */
  readonly compartment: Maybe<CompartmentPath>;
  /** OCID of the tenancy that it belongs to; left out: the estate's own. */
  readonly tenancy?: string;
}

/** Who asks. `tenancy`: OCID of the tenancy that the principal belongs to; left out, the estate's own. */
export type OciPrincipal = { readonly tenancy?: string } & (
  | {
      readonly kind: "user";
      readonly name?: DomainName;
      readonly id?: string;
      readonly groups: Maybe<readonly DomainName[]>;
    }
  | {
      /** An instance or another resource that acts by itself, a workload of a cluster among them. */
      readonly kind: "resource";
      /** `instance`, `workload`, `fnfunc`…: `request.principal.type`. */
      readonly type?: string;
      readonly id?: string;
      readonly compartment?: Maybe<CompartmentPath>;
      readonly tags?: Maybe<Tags>;
      /** Dynamic groups that it is said to be in; left out, the matching rules decide. */
      readonly dynamicGroups?: readonly DomainName[];
    }
  | {
      /** Oracle's own principal of a service, such as `objectstorage-us-phoenix-1`. */
      readonly kind: "service";
      readonly name: string;
    }
  /** Nobody: a caller without credentials. */
  | { readonly kind: "anonymous" }
);
