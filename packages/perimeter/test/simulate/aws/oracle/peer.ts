import { anonymousPrincipal, runSimulation } from "@cloud-copilot/iam-simulate";
import type { Json, Scenario } from "../support/scenario";

/** What `iam-simulate` answers. Its errors are mistakes of the scenario: it refuses what the services would refuse. */
export async function askPeer(scenario: Scenario): Promise<"allowed" | "denied"> {
  const { request, identity = [], boundary, session, resourcePolicy, scpLevels = [], rcpLevels = [], vpcEndpoint } = scenario;
  const results = await runSimulation(
    {
      request: {
        principal: request.principal === "anonymous" ? anonymousPrincipal : request.principal,
        action: request.action,
        resource: { resource: request.resource, accountId: request.resourceAccount },
        contextVariables: Object.fromEntries(
          Object.entries(request.context).map(([key, value]) => [key, typeof value === "string" ? value : [...value]]),
        ),
      },
      identityPolicies: named("identity", identity),
      serviceControlPolicies: scpLevels.map((level, index) => ({
        orgIdentifier: `level-${index}`,
        policies: named("scp", level),
      })),
      resourceControlPolicies: rcpLevels.map((level, index) => ({
        orgIdentifier: `level-${index}`,
        policies: named("rcp", level),
      })),
      ...(session ? { sessionPolicy: session } : {}),
      ...(resourcePolicy ? { resourcePolicy } : {}),
      ...(boundary ? { permissionBoundaryPolicies: named("boundary", boundary) } : {}),
      ...(vpcEndpoint ? { vpcEndpointPolicies: named("endpoint", vpcEndpoint) } : {}),
      ...(scenario.restrictPublicBuckets ? { additionalSettings: { s3: { blockPublicAccess: true } } } : {}),
    },
    {},
  );
  if (results.resultType === "error") throw new Error(JSON.stringify(results.errors));
  return results.overallResult === "Allowed" ? "allowed" : "denied";
}

function named(kind: string, policies: readonly Json[]): { name: string; policy: Json }[] {
  return policies.map((policy, index) => ({ name: `${kind}-${index}`, policy }));
}
