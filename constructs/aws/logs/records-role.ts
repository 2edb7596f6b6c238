import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { Role } from "../../../config/schema/model";
import { bucketArn, objectsOf } from "../names";
import type { PolicyStatement } from "../policy/document";
import type { AwsGrant } from "../policy/grant";
import { printWithinSize } from "../policy/sizes";
import type { LogBucket } from "./log-bucket";
import { CONTENT, CREDENTIALS, KEY_USE } from "./permissions";

export interface RecordsRoleProps {
  readonly role: Pick<Role, "name" | "title">;
  /** Leads the role's path. */
  readonly prefix: string;
  readonly entry: Entry;
  readonly bucket: LogBucket;
  /** What the role gets here, from its scenarios. */
  readonly grants: readonly AwsGrant[];
}

/** How somebody becomes the role: by an identity provider of this account, or as a role that they have elsewhere. */
export type Entry =
  | { readonly kind: "saml"; readonly provider: string }
  | { readonly kind: "role"; readonly arn: string; readonly externalId: string };

const HOUR = 3600;

/** A role that reads the records and what makes them, and is denied everything that is in a store or opens one. */
export class RecordsRole extends Construct {
  constructor(scope: Construct, id: string, props: RecordsRoleProps) {
    super(scope, id);
    const { role, prefix, entry } = props;
    const { name } = new IamRole(this, "Resource", {
      name: role.name,
      path: `/${prefix}/`,
      description: role.title,
      assumeRolePolicy: printWithinSize(this, "trust", [trust(entry)]),
      maxSessionDuration: HOUR,
      lifecycle: { preventDestroy: true },
    });
    new IamRolePolicy(this, "Policy", {
      name: "records",
      role: name,
      policy: printWithinSize(this, "inline", statements(props), ["roles", role.name, "scenarios"]),
    });
  }
}

/** Sources: IAM User Guide, "Configure SAML assertions", and "Access to AWS accounts owned by third parties". */
function trust(entry: Entry): PolicyStatement {
  const enter = { sid: "Enter", effect: "Allow" } as const;
  switch (entry.kind) {
    case "saml":
      return {
        ...enter,
        principal: { federated: [entry.provider] },
        actions: ["sts:AssumeRoleWithSAML"],
        conditions: { StringEquals: { "SAML:aud": ["https://signin.aws.amazon.com/saml"] } },
      };
    case "role":
      return {
        ...enter,
        principal: { aws: [entry.arn] },
        actions: ["sts:AssumeRole"],
        conditions: { StringEquals: { "sts:ExternalId": [entry.externalId] } },
      };
  }
}

function statements({ bucket: { name, key }, grants }: RecordsRoleProps): PolicyStatement[] {
  const records = [bucketArn(name), objectsOf(name)];
  return [
    ...grants.map(({ statement }) => statement),
    { sid: "DenyStores", effect: "Deny", actions: CONTENT, notResources: records },
    { sid: "DenyOtherKeys", effect: "Deny", actions: KEY_USE, notResources: [key.arn] },
    { sid: "DenyCredentials", effect: "Deny", actions: CREDENTIALS, resources: ["*"] },
  ];
}
