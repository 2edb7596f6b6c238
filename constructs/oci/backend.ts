import { LocalBackend, S3Backend, TerraformBackend, TerraformRemoteState, type TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { StateStore } from "../../config/schema/model";

export interface StateBackendProps {
  readonly state: StateStore;
  readonly namespace: string;
  /** Region of the state's bucket: that of the primary, whose rules it follows. */
  readonly region: string;
}

/** The first Terraform that can read each backend (Terraform documentation, "oci" and "s3" backends). */
export const TERRAFORM_FOR_BACKEND: Readonly<Record<StateStore["backend"], string>> = {
  oci: "1.12.0",
  s3: "1.11.0",
  local: "1.11.0",
};

/** Gives the stack its place in the state store, and says which Terraform can reach it. */
export function addStateBackend(stack: TerraformStack, { state, namespace, region }: StateBackendProps): void {
  const key = `${stack.node.id}.tfstate`;
  stack.addOverride("terraform.required_version", `>= ${TERRAFORM_FOR_BACKEND[state.backend]}`);
  switch (state.backend) {
    case "oci":
      new OciBackend(stack, { bucket: state.bucket, namespace, region, key, kmsKeyId: state.key });
      return;
    case "s3":
      new OciS3Backend(stack, { bucket: state.bucket, namespace, region, key });
      return;
    case "local":
      // Terraform runs in the stack's own folder, three levels below the project: a relative path is the same for everybody.
      new LocalBackend(stack, { path: `../../../${state.folder}/${key}` });
      return;
  }
}

interface OciBackendProps {
  readonly bucket: string;
  readonly namespace: string;
  readonly region: string;
  readonly key: string;
  readonly kmsKeyId: string;
}

/** Terraform's native `oci` backend, which locks by itself. From Terraform 1.12 on; cdktf 0.21 has no class for it. */
class OciBackend extends TerraformBackend {
  constructor(
    scope: Construct,
    private readonly props: OciBackendProps,
  ) {
    super(scope, "backend", "oci");
  }

  protected override synthesizeAttributes() {
    const { bucket, namespace, region, key, kmsKeyId } = this.props;
    return { bucket, namespace, region, key, kms_key_id: kmsKeyId };
  }

  protected override synthesizeHclAttributes() {
    return this.synthesizeAttributes();
  }

  override getRemoteStateDataSource(scope: Construct, name: string): TerraformRemoteState {
    const { bucket, namespace, region, key } = this.props;
    return new OciRemoteState(scope, name, { bucket, namespace, region, key });
  }
}

class OciRemoteState extends TerraformRemoteState {
  constructor(scope: Construct, id: string, config: Readonly<Record<string, string>>) {
    super(scope, id, "oci", config);
  }
}

/** The S3-compatible endpoint of Object Storage: path style, no AWS account behind it, a lock file beside the state. */
class OciS3Backend extends S3Backend {
  constructor(scope: Construct, { bucket, namespace, region, key }: Omit<OciBackendProps, "kmsKeyId">) {
    super(scope, {
      bucket,
      region,
      key,
      endpoints: { s3: `https://${namespace}.compat.objectstorage.${region}.oraclecloud.com` },
      usePathStyle: true,
      skipRegionValidation: true,
      skipCredentialsValidation: true,
      skipRequestingAccountId: true,
      skipMetadataApiCheck: true,
      skipS3Checksum: true,
    });
    // cdktf 0.21 has no property for it.
    this.addOverride("use_lockfile", true);
  }
}
