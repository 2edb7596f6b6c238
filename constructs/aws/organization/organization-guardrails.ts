import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Construct } from "constructs";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import type { PolicyStatement } from "../policy/document";
import { ControlPolicy } from "./control-policy";
import { COPYING_DENIALS, type Denial, KEY_AND_ROLE_DENIALS, RECORD_DENIALS, STORE_DENIALS } from "./denials";
import { onlyReaders, organizationPerimeter, type Readers } from "./resource-controls";
import { denialStatement, type ExemptRoles, noRootUsers, regionFence, serviceFence } from "./service-controls";

export interface OrganizationGuardrailsProps {
  /** `o-…` */
  readonly organization: string;
  /** The organizational unit that holds the accounts, and no others: `ou-…`. */
  readonly unit: string;
  /** Leads the policies' names. */
  readonly prefix: string;
  /** Regions of the sites and of the logs. */
  readonly regions: readonly string[];
  readonly exempt: ExemptRoles;
  /** Who reads in which accounts of the unit. */
  readonly readers: readonly Readers[];
  /** Role ARNs of other organizations that may become a role here. */
  readonly admitted: readonly string[];
  /** Of the management account. */
  readonly provider: AwsProvider;
}

const PROP_RULES: readonly PropRule<OrganizationGuardrailsProps>[] = [
  {
    holds: ({ readers }) => readers.length > 0,
    says: () => "guardrails that say nothing of readers let everybody of the organization read",
    help: "say who reads in the accounts of the sites and of the logs",
  },
  {
    holds: ({ exempt }) => exempt.pipeline.length > 0,
    says: () => "guardrails that exempt no pipeline can't be followed by any deployment",
    help: "give one role of the registry `assumedBy: pipeline`",
  },
];

/**
 * What nobody in the accounts can do, whatever their policies allow, and who from elsewhere comes to their resources.
 * The management account and service-linked roles are bound by none of it: they are trusted, and watched.
 */
export class OrganizationGuardrails extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: OrganizationGuardrailsProps,
  ) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    const { regions, exempt, readers, organization, admitted } = props;
    const rows = (...denials: readonly (readonly Denial[])[]) => denials.flat().map((denial) => denialStatement(exempt, denial));
    this.bind("service", "regions", "other regions, other services and root users", [
      ...regionFence(regions),
      serviceFence(),
      noRootUsers(),
    ]);
    this.bind("service", "stores", "ways to publish, share, unlock or redirect a store", rows(STORE_DENIALS));
    this.bind("service", "keys", "ways to open a key, and to become somebody else", rows(KEY_AND_ROLE_DENIALS));
    this.bind("service", "records", "ways to redirect copies, and to stop records", rows(COPYING_DENIALS, RECORD_DENIALS));
    const perimeter = organizationPerimeter({ organization, admitted });
    this.bind("resource", "perimeter", "outsiders, services for others, plain text", perimeter);
    this.bind("resource", "readers", "readers other than those of the registry", readers.flatMap(onlyReaders));
  }

  private bind(binds: "service" | "resource", name: string, denies: string, statements: readonly PolicyStatement[]): void {
    const { prefix, unit, provider } = this.props;
    const description = `denies ${denies}`;
    new ControlPolicy(this, name, { binds, name: `${prefix}-${name}`, description, unit, statements, provider });
  }
}
