import { TerraformResource, type TerraformStack } from "cdktf";

/** A unit of `cdktf deploy`, whichever cloud it is in. */
export interface EstateStack extends TerraformStack {
  readonly name: string;
  readonly cloud: "OCI" | "AWS";
  /** Where it is deployed; some of what it holds may be elsewhere, or nowhere. */
  readonly region: { readonly region: string };
  /** What it holds, in a few words. */
  readonly purpose: string;
  readonly resourceCount: number;
}

/** How many resources a stack holds. */
export const countResources = (stack: TerraformStack): number =>
  stack.node.findAll().filter(TerraformResource.isTerraformResource).length;
