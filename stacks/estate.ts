import { App } from "cdktf";
import type { Deployment } from "../config/schema/model";
import { AccessStack } from "./access";
import { BackupGuardrailsStack } from "./backup-guardrails";
import { BackupSiteStack } from "./backup-site";
import type { EstateStack } from "./estate-stack";
import { OversightStack } from "./oversight";
import { PrimaryStack } from "./primary";
import { StandbyStack } from "./standby";
import { TenancyStack } from "./tenancy";
import { TrafficStack } from "./traffic";

/** All stacks of a deployment, in the order in which they are deployed. */
export interface Estate {
  readonly app: App;
  readonly stacks: readonly EstateStack[];
  readonly tenancy: TenancyStack;
  readonly access: AccessStack;
  readonly primary: PrimaryStack;
  readonly standby: StandbyStack;
  readonly traffic: TrafficStack;
  readonly oversight: OversightStack;
  readonly guardrails: BackupGuardrailsStack;
  /** Each before the site that its copies come from. */
  readonly sites: readonly BackupSiteStack[];
}

/** Makes the stacks of a deployment, to be synthesized into `outdir`. */
export function makeEstate(deployment: Deployment, outdir: string): Estate {
  const app = new App({ outdir });
  const tenancy = new TenancyStack(app, deployment);
  const primary = new PrimaryStack(app, deployment, tenancy.compartments);
  const standby = new StandbyStack(app, deployment, tenancy.compartments, primary);
  const traffic = new TrafficStack(app, deployment, tenancy.compartments, { primary, standby });
  const oversight = new OversightStack(app, deployment, tenancy.compartments, primary, traffic);
  const access = new AccessStack(app, deployment, tenancy.compartments, { primary, standby, oversight });
  // Policies before what they are about: Object Storage refuses a bucket whose key it may not use.
  access.addDependency(tenancy);
  primary.addDependency(access);
  standby.addDependency(primary);
  traffic.addDependency(standby);
  // Logging knows a bucket by its name: it must be there.
  oversight.addDependency(traffic);
  const guardrails = new BackupGuardrailsStack(app, deployment);
  const sites = makeSites(app, deployment, "primary");
  // CloudTrail refuses a trail whose bucket isn't there, and what denies stands before there is anything to take.
  for (const site of sites) site.addDependency(guardrails);
  return {
    app,
    stacks: [tenancy, access, primary, standby, traffic, oversight, guardrails, ...sites],
    tenancy,
    access,
    primary,
    standby,
    traffic,
    oversight,
    guardrails,
    sites,
  };
}

/** The sites that copy from one, each after those that copy from it: S3 refuses to replicate into what isn't there. */
function makeSites(app: App, deployment: Deployment, from: string): BackupSiteStack[] {
  return deployment.sites
    .filter((site) => site.from === from)
    .flatMap((site) => {
      const next = makeSites(app, deployment, site.name);
      const direct = next.filter((stack) => stack.site.from === site.name);
      const stack = new BackupSiteStack(app, deployment, site, direct);
      for (const other of direct) stack.addDependency(other);
      return [...next, stack];
    });
}
