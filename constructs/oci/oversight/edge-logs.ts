import { LoggingLog } from "@cdktf/provider-oci/lib/logging-log";
import { LoggingLogGroup } from "@cdktf/provider-oci/lib/logging-log-group";
import { Construct } from "constructs";
import type { Compartment } from "../compartment";
import type { TlsLoadBalancer } from "../traffic/tls-load-balancer";
import type { WebFirewall } from "../traffic/web-firewall";

export interface EdgeLogsProps {
  readonly compartment: Compartment;
  readonly name: string;
  readonly loadBalancer: Pick<TlsLoadBalancer, "id">;
  readonly firewall: Pick<WebFirewall, "id">;
}

/** As long as Logging keeps anything. The evidence keeps it for longer. */
const RETENTION_DAYS = 180;

/** Every request to a region's edge and what the firewall made of it, in a log group of their own. */
export class EdgeLogs extends Construct {
  readonly groupId: string;
  readonly compartment: Compartment;

  constructor(scope: Construct, id: string, { compartment, name, loadBalancer, firewall }: EdgeLogsProps) {
    super(scope, id);
    this.compartment = compartment;
    this.groupId = new LoggingLogGroup(this, "Resource", {
      compartmentId: compartment.id,
      displayName: name,
      description: "requests of users at the edge",
      lifecycle: { preventDestroy: true },
    }).id;
    // Sources: OCI documentation, "Details for Load Balancer Logs", "Details for Web Application Firewall Logs".
    this.record("loadbalancer", loadBalancer.id, "access");
    this.record("loadbalancer", loadBalancer.id, "error");
    this.record("waf", firewall.id, "all");
  }

  private record(service: string, resource: string, category: string): void {
    new LoggingLog(this, `${service}-${category}`, {
      logGroupId: this.groupId,
      displayName: `${service}-${category}`,
      logType: "SERVICE",
      isEnabled: true,
      retentionDuration: RETENTION_DAYS,
      configuration: { source: { sourceType: "OCISERVICE", service, resource, category } },
      lifecycle: { preventDestroy: true },
    });
  }
}
