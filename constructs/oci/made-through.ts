import type { OciProvider } from "@cdktf/provider-oci/lib/provider";
import { Aspects, TerraformDataSource, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";

/** Lets everything below `scope` be made through `provider`: a stack of several regions has one provider for each. */
export function madeThrough(scope: IConstruct, provider: OciProvider): void {
  Aspects.of(scope).add({
    visit: (node) => {
      if (TerraformResource.isTerraformResource(node) || TerraformDataSource.isTerraformDataSource(node))
        node.provider = provider;
    },
  });
}
