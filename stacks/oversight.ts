import { Construct } from "constructs";
import { type OciRegion, ociRegion, type Subject } from "oci-policy";
import { type Deployment, SERVING_SITES, type ServingSite } from "../config/schema/model";
import type { Compartment } from "../constructs/oci/compartment";
import { madeThrough } from "../constructs/oci/made-through";
import { LongestAuditRetention } from "../constructs/oci/oversight/audit-retention";
import { BucketLogs, type LoggedBucket } from "../constructs/oci/oversight/bucket-logs";
import { ChangeAlarms } from "../constructs/oci/oversight/change-alarms";
import { CloudGuard } from "../constructs/oci/oversight/cloud-guard";
import { EdgeLogs } from "../constructs/oci/oversight/edge-logs";
import { EvidenceBucket } from "../constructs/oci/oversight/evidence-bucket";
import { EvidenceConnector } from "../constructs/oci/oversight/evidence-connector";
import { HsmKey, HsmVault } from "../constructs/oci/vault";
import { OciStack } from "./oci-stack";
import type { PrimaryStack } from "./primary";
import { CONNECTOR_GROUP, type Compartments } from "./tenancy";
import type { TrafficStack } from "./traffic";

/** What keeps the records of one region. */
export interface RegionRecords {
  readonly region: OciRegion;
  readonly key: HsmKey;
  readonly evidence: EvidenceBucket;
}

/** The records of every read and of every change to the boundary, where nobody can alter them, and who is told. */
export class OversightStack extends OciStack {
  readonly purpose = "audit, logs of every store, locked evidence, Cloud Guard, alarms on every change";
  readonly records: Readonly<Record<ServingSite, RegionRecords>>;
  /** What carries records, as statements name it. */
  readonly connectors: Subject;

  constructor(
    scope: Construct,
    deployment: Deployment,
    private readonly compartments: Compartments,
    private readonly primary: PrimaryStack,
    private readonly traffic: TrafficStack,
  ) {
    super(scope, "oversight", deployment, deployment.oci.home);
    this.connectors = { kind: "dynamic-group", names: [{ domain: deployment.prefix, name: CONNECTOR_GROUP }] };
    new LongestAuditRetention(this, "audit", { tenancy: this.tenancy });
    this.records = Object.fromEntries(SERVING_SITES.map((site) => [site, this.record(site)])) as typeof this.records;
    this.makeGuard();
  }

  private record(site: ServingSite): RegionRecords {
    const { prefix, company, jurisdiction, oci, oversight } = this.deployment;
    const { oversight: compartment, key, evidenceKeyOf, evidenceOf } = this.compartments;
    const region = ociRegion(oci[site].region) as OciRegion;
    const scope = new Construct(this, site);
    if (region.region !== oci.home) madeThrough(scope, this.providerIn(site, region.region));
    const evidenceKey = new HsmKey(scope, "key", {
      vault: new HsmVault(scope, "vault", { compartment: key.evidence, name: `${prefix}-evidence` }),
      compartment: evidenceKeyOf[site],
      purpose: "evidence",
      name: `${prefix}-evidence`,
      jurisdiction,
    });
    const evidence = new EvidenceBucket(scope, "evidence", {
      name: `${company.name}-${prefix}-evidence-${site}`,
      jurisdiction,
      namespace: oci.namespace,
      region,
      compartment: evidenceOf[site],
      key: evidenceKey,
      retentionDays: oversight.evidenceDays,
      lockedFrom: oversight.lockedFrom,
    });
    const logs = new BucketLogs(scope, "logs", {
      compartment,
      name: `${prefix}-reads`,
      buckets: [
        ...this.loggedStores(site),
        { id: "evidence", bucket: evidence.name, compartment: evidenceOf[site], after: evidence.made },
      ],
    });
    const { loadBalancer, firewall } = this.traffic.edges[site];
    const requests = new EdgeLogs(scope, "edge-logs", { compartment, name: `${prefix}-requests`, loadBalancer, firewall });
    const carry = { compartment, evidence };
    new EvidenceConnector(scope, "connector-audit", {
      ...carry,
      name: `${prefix}-audit`,
      prefix: "audit",
      records: this.tenancy,
    });
    new EvidenceConnector(scope, "connector-reads", { ...carry, name: `${prefix}-reads`, prefix: "reads", records: logs });
    new EvidenceConnector(scope, "connector-requests", {
      ...carry,
      name: `${prefix}-requests`,
      prefix: "requests",
      records: requests,
    });
    new ChangeAlarms(scope, "changes", {
      tenancy: this.tenancy,
      compartment,
      name: `${prefix}-changes`,
      isHome: region.region === oci.home,
      recipients: oversight.recipients,
      evidence,
    });
    return { region, key: evidenceKey, evidence };
  }

  /** A replica has the name and the compartment of its store. The state has none: it rests in the primary alone. */
  private loggedStores(site: ServingSite): LoggedBucket[] {
    const { state } = this.deployment;
    const stores = [...this.primary.buckets].map(([store, { name }]) => ({
      id: store,
      bucket: name,
      compartment: this.compartments.store[store] as Compartment,
    }));
    const hasState = site === "primary" && state.backend !== "local";
    return [...stores, ...(hasState ? [{ id: state.name, bucket: state.bucket }] : [])];
  }

  private makeGuard(): void {
    const { stores, evidence, app, oversight } = this.compartments;
    const guard = new CloudGuard(this, "guard", {
      tenancy: this.tenancy,
      jurisdiction: this.deployment.jurisdiction,
      reportingRegion: this.region,
      compartment: oversight,
      name: this.deployment.prefix,
    });
    for (const compartment of [stores, evidence, app]) guard.protect(compartment);
  }
}
