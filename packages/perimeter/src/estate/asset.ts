import type { Resource } from "../input";
import type { FlowKind } from "./flows/row";

/** Something that holds a store's user data: the store itself, or a copy that a flow makes of it. */
export interface Asset {
  /** The store's name in the model. */
  readonly store: string;
  readonly resource: Resource;
  /** The flows that lead here from the store, in order; empty: it is the store itself. */
  readonly flows: readonly Flow[];
}

/** What a resource of the configuration carries from one resource to another. */
export interface Flow {
  readonly kind: FlowKind;
  /** The resource that copies. */
  readonly by: Resource;
  readonly from: Resource;
  readonly to: Resource;
}
