import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { Role } from "../../../config/schema/model";
import { bucketArn, objectsOf } from "../names";
import { type PolicyStatement, printPolicy } from "../policy/document";
import type { LogBucket } from "./log-bucket";
import { BOUNDARY_READ, BUCKET_READ, CONTENT, CREDENTIALS, KEY_USE, OVERSIGHT_READ, RECORDS_READ } from "./permissions";

export interface RecordsRoleProps {
  readonly role: Pick<Role, "name" | "title">;
  /** Leads the role's path. */
  readonly prefix: string;
  readonly entry: Entry;
  readonly bucket: LogBucket;
  /** Whether it also sees the rules: who is who, and what the organization denies. */
  readonly seesBoundary: boolean;
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
      assumeRolePolicy: printPolicy([trust(entry)]),
      maxSessionDuration: HOUR,
      lifecycle: { preventDestroy: true },
    });
    new IamRolePolicy(this, "Policy", { name: "records", role: name, policy: printPolicy(statements(props)) });
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

function statements({ bucket: { name, key }, seesBoundary }: RecordsRoleProps): PolicyStatement[] {
  const [itself, objects] = [bucketArn(name), objectsOf(name)];
  const allow = (sid: string, actions: readonly string[], resources: readonly string[]) =>
    ({ sid, effect: "Allow", actions, resources }) as const;
  return [
    allow("ReadBucket", BUCKET_READ, [itself]),
    allow("ReadRecords", RECORDS_READ, [objects]),
    allow("ReadOversight", OVERSIGHT_READ, ["*"]),
    ...(seesBoundary ? [allow("ReadBoundary", BOUNDARY_READ, ["*"])] : []),
    { sid: "DenyStores", effect: "Deny", actions: CONTENT, notResources: [itself, objects] },
    { sid: "DenyOtherKeys", effect: "Deny", actions: KEY_USE, notResources: [key.arn] },
    { sid: "DenyCredentials", effect: "Deny", actions: CREDENTIALS, resources: ["*"] },
  ];
}
