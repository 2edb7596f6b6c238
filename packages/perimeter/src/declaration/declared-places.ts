import type { Declaration, DeclaredSite } from "./declaration";
import type { Model } from "./model/model";

/** The sites of the model, and every other place of `rests` as an active one, under the region's name. */
export function declaredSites({
  rests,
  primary,
  sites,
}: Pick<Model["content"], "rests" | "primary" | "sites">): readonly DeclaredSite[] {
  const named = [...(sites ?? [])].map(
    ([
      name,
      {
        value: { aws, phase = "active", ...more },
      },
    ]): DeclaredSite => {
      return { name, cloud: "aws", region: aws.value, phase, ...more };
    },
  );
  const serving = primary ? [...(primary.oci ?? []), ...(primary.standby ?? [])] : rests.oci;
  const isTaken = (cloud: "oci" | "aws", region: string) =>
    cloud === "aws" ? named.some((site) => site.region === region) : (serving ?? []).some(({ value }) => value === region);
  const others = (["oci", "aws"] as const).flatMap((cloud) =>
    (rests[cloud] ?? [])
      .filter(({ value }) => !isTaken(cloud, value))
      .map(({ value }): DeclaredSite => ({ name: value, cloud, region: value, phase: "active" })),
  );
  return [...named, ...others];
}

/** What is asked of a store's copies: its own, else what is asked of all. */
export function declaredRecovery({
  copies,
  days,
  stores,
}: NonNullable<Model["content"]["recovery"]>): NonNullable<Declaration["recovery"]> {
  return { of: (store) => ({ copies, days, ...stores?.get(store)?.value }) };
}
