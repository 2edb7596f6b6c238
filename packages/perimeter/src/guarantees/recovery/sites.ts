import type { Resource } from "../../input";
import { knownText } from "../../input/expression/text";
import { accountOf, regionOf } from "../../input/names";
import type { Declared, DeclaredSite } from "../declared";

/** The declared site that a resource lies at; an account that isn't known excludes none. */
export function siteOf({ type, arguments: given, provider }: Resource, { sites }: Declared): DeclaredSite | undefined {
  const cloud = type.startsWith("aws_") ? "aws" : "oci";
  const region = knownText(regionOf(given, provider));
  const account = provider.account && knownText(accountOf(provider));
  return sites.find(
    (site) =>
      site.cloud === cloud &&
      site.region === region &&
      (site.account === undefined || account === undefined || site.account === account),
  );
}

const DAY = 24 * 60 * 60 * 1000;

/** The day until which a frozen site keeps what arrived last; `undefined`: the model doesn't say since when it is frozen. */
export function keptUntil({ since }: DeclaredSite, days: number): Date | undefined {
  if (since === undefined) return undefined;
  const frozen = new Date(`${since}T00:00:00Z`).getTime();
  return new Date(Math.min(frozen + days * DAY, 8.64e15));
}
