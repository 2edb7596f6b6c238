import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Lazy } from "cdktf";
import { Construct } from "constructs";
import type { Role, Scenario } from "../../../config/schema/model";
import type { Phase } from "../../../config/schema/phases";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import { refuse } from "../../refusal";
import { roleArn } from "../names";
import { enforceCircumstances } from "../policy/circumstances";
import { printPolicy } from "../policy/document";
import { admits, type Granting, sidOf } from "../policy/grant";
import { printWithinSize } from "../policy/sizes";
import { copyKeyStatements, type KeyHolder, type KeyHolders, type Sealer } from "./copy-key-policy";
import { copiesOf } from "./names";

export interface CopyKeyProps extends Granting {
  readonly description: string;
  /** Of the site: S3 takes a key of its own region only. */
  readonly region: string;
  readonly account: string;
  /** Leads the roles' path. */
  readonly prefix: string;
  /** The bucket whose objects it encrypts. */
  readonly bucket: string;
  readonly phase: Phase;
  /** Nothing is left that it opens: Terraform has its deletion scheduled. @default false */
  readonly deleted?: boolean;
  /** ARN of the role that deploys. */
  readonly pipeline: string;
}

/** As long as KMS waits at most ("Deleting AWS KMS keys"): time for somebody to hear of it and cancel. */
const DELETION_WINDOW_DAYS = 30;

const PROP_RULES: readonly PropRule<CopyKeyProps>[] = [
  {
    holds: ({ phase, deleted }) => deleted !== true || phase === "retired",
    says: ({ phase }) => `a site that is ${phase} loses its copies with their key`,
    help: "delete the key of a retired site only",
  },
];

/**
 * The key of a site's copies. It trusts no IAM policy of its account: what its grants have named decrypts, and nothing
 * else ever does. Nobody destroys it while there is something to be read. No prop makes it leave its region.
 */
export class CopyKey extends Construct {
  /** None where it is deleted. */
  readonly arn: string | undefined;
  private readonly holders: KeyHolders = {
    decryptions: [],
    writers: [],
    carriers: [],
    sealers: [],
    custodians: [],
    inspectors: [],
  };

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CopyKeyProps,
  ) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    if (props.deleted === true) return;
    this.arn = new KmsKey(this, "Resource", {
      description: props.description,
      policy: Lazy.stringValue({ produce: () => printPolicy(this.statements()) }),
      keyUsage: "ENCRYPT_DECRYPT",
      customerMasterKeySpec: "SYMMETRIC_DEFAULT",
      // One that can be replicated has the same material in another region, under another policy.
      multiRegion: false,
      enableKeyRotation: true,
      deletionWindowInDays: DELETION_WINDOW_DAYS,
      isEnabled: props.phase !== "retired",
      bypassPolicyLockoutSafetyCheck: false,
      lifecycle: { preventDestroy: true },
    }).arn;
  }

  /** Lets `role` open copies of the scenario's stores, by way of S3. */
  grantDecrypt(role: Role, scenario: Scenario, stores: readonly string[]): void {
    if (!admits(this, role, scenario, this.props, "open copies")) return;
    const objects = stores.map((store) => copiesOf(this.props.bucket, store));
    this.hold(role, scenario, "Restore", (holder) => this.holders.decryptions.push({ ...holder, objects }));
  }

  /** Lets `role` rotate the key and undo what disables it; nothing of it opens anything. */
  grantCustody(role: Role, scenario: Scenario): void {
    if (!admits(this, role, scenario, this.props, "administer the key of the copies")) return;
    this.hold(role, scenario, "Keep", (holder) => this.holders.custodians.push(holder));
  }

  /** Lets `role` see how the key is set. */
  grantMetadata(role: Role, scenario: Scenario): void {
    if (!admits(this, role, scenario, this.props, "see the key of the copies")) return;
    this.hold(role, scenario, "Look", (holder) => this.holders.inspectors.push(holder));
  }

  /** For the copying service's role of the account, by ARN. */
  openToWriter(role: string): void {
    this.holders.writers.push(role);
  }

  /** For the role that carries copies to the next site, by ARN. */
  openToCarrier(role: string): void {
    this.holders.carriers.push(role);
  }

  /** For the role that replicates from another site: it encrypts, and never decrypts. */
  openToSealer(sealer: Sealer): void {
    this.holders.sealers.push(sealer);
  }

  private hold(role: Role, scenario: Scenario, what: string, add: (holder: KeyHolder) => void): void {
    const { account, prefix, networks } = this.props;
    const { conditions, refusals } = enforceCircumstances(role, scenario, networks);
    for (const refusal of refusals) refuse(this, refusal);
    if (refusals.length > 0) return;
    add({ role: roleArn(account, prefix, role.name), sid: sidOf(what, role.name, scenario.name), conditions });
    printWithinSize(this, "key", this.statements(), ["roles", role.name, "scenarios"]);
  }

  private statements() {
    return copyKeyStatements({ ...this.props, ...this.holders });
  }
}
