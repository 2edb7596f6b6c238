import { LocalBackend, S3Backend, type TerraformStack } from "cdktf";
import type { DeploymentConfig } from "../../config/schema/deployment";

/** From this one on, the backend `s3` locks by a file beside the state (Terraform documentation, "s3" backend). */
export const TERRAFORM_FOR_LOCK_FILES = "1.11.0";

/** Gives the stack its place in the state store of the AWS stacks, which no pipeline of another cloud reads. */
export function addAwsStateBackend(stack: TerraformStack, state: DeploymentConfig["aws"]["state"]): void {
  const key = `${stack.node.id}.tfstate`;
  stack.addOverride("terraform.required_version", `>= ${TERRAFORM_FOR_LOCK_FILES}`);
  switch (state.backend) {
    case "s3": {
      const { bucket, region, key: kmsKeyId } = state;
      const backend = new S3Backend(stack, { bucket, region, key, encrypt: true, kmsKeyId });
      // cdktf 0.21 has no property for it.
      backend.addOverride("use_lockfile", true);
      return;
    }
    case "local":
      // Terraform runs in the stack's own folder, three levels below the project: a relative path is the same for everybody.
      new LocalBackend(stack, { path: `../../../${state.folder}/${key}` });
      return;
  }
}
