import { isUnknown, type Maybe } from "../../estate/maybe";
import type { Place } from "../../estate/place";
import { countryOf, shownRegion } from "../../estate/regions";
import type { Declared, DeclaredSite } from "../declared";

/** Whether data of the jurisdiction may be at a place. */
export type Judgement =
  | { readonly kind: "inside" }
  /** `why` follows what is there: ` in eu-frankfurt-1 (DE), where nothing may rest`. */
  | { readonly kind: "outside"; readonly why: string; readonly region?: string }
  | { readonly kind: "unknown"; readonly reason: string };

const INSIDE: Judgement = { kind: "inside" };

/** Holds a place against what the model declares (design §1 and §2): each of its regions has to be right. */
export function judgementOf(place: Place, declared: Declared): Judgement {
  if (place.cloud === "elsewhere") return { kind: "outside", why: ", which is in no region of OCI or AWS" };
  if (isUnknown(place.regions)) return { kind: "unknown", reason: place.regions.unknown };
  const all = place.regions.map((region) =>
    place.cloud === "oci" ? onOci(region, declared) : onAws(region, place.account, declared),
  );
  return all.find(({ kind }) => kind === "outside") ?? all.find(({ kind }) => kind === "unknown") ?? INSIDE;
}

function onOci(region: string, { rests, primary, sites, jurisdiction }: Declared): Judgement {
  const outside = (why: string): Judgement => ({ kind: "outside", region, why: ` in ${shownRegion("oci", region)}, ${why}` });
  const site = sites.find((one) => one.cloud === "oci" && one.region === region);
  if (site?.phase === "retired") return outside(whyRetired(site));
  if (!rests.oci.includes(region)) return outside("where the model lets nothing rest");
  const serves = primary.oci.includes(region) || primary.standby.includes(region);
  const country = countryOf("oci", region);
  if (serves && (country === undefined || !jurisdiction.countries.has(country)))
    return outside(`where the primary or its standby may be only if that lies in ${jurisdiction.name}`);
  return INSIDE;
}

function onAws(region: string, account: Maybe<string> | undefined, { rests, sites }: Declared): Judgement {
  const outside = (why: string): Judgement => ({ kind: "outside", region, why: ` in ${shownRegion("aws", region)}, ${why}` });
  const own = sites.filter((one) => one.cloud === "aws" && one.region === region);
  if (own.length === 0 && !rests.aws.includes(region)) return outside("where the model lets nothing rest");
  const accounts = own.flatMap((site) => site.account ?? []);
  const mayBe = (site: DeclaredSite) => site.account === undefined || account === undefined || site.account === account;
  if (account !== undefined && isUnknown(account))
    return accounts.length > 0 && own.every((site) => site.account !== undefined)
      ? { kind: "unknown", reason: account.unknown }
      : phaseOf(own, outside);
  const matching = own.filter(mayBe);
  if (own.length > 0 && matching.length === 0)
    return outside(`in account ${account}, and the model lets data rest there in account ${accounts.join(" or ")} alone`);
  return phaseOf(matching, outside);
}

/** Where several sites share a region and an account, one that is in use is enough. */
function phaseOf(sites: readonly DeclaredSite[], outside: (why: string) => Judgement): Judgement {
  const [retired] = sites;
  return retired && sites.every(({ phase }) => phase === "retired") ? outside(whyRetired(retired)) : INSIDE;
}

function whyRetired({ name, since }: DeclaredSite): string {
  return `where site "${name}" is retired${since === undefined ? "" : ` since ${since}`}: nothing rests there any more`;
}
