import type { Construct } from "constructs";
import type { Role, Scenario } from "../../config/schema/model";
import { type AwsGrant, type Granting, grantTo } from "./policy/grant";

/** Numbers that services publish about themselves. Source: Service Authorization Reference, Amazon CloudWatch. */
export const METRICS_READ = ["cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics", "cloudwatch:ListMetrics"] as const;

/** Metrics of the site's region: how much is copied and how late, and no name of what. From anywhere. */
export function grantHealth(scope: Construct, role: Role, scenario: Scenario, granting: Granting, region: string): AwsGrant[] {
  return grantTo(scope, role, scenario, granting, {
    on: "metrics",
    actions: METRICS_READ,
    resources: ["*"],
    conditions: { StringEquals: { "aws:RequestedRegion": [region] } },
  });
}
