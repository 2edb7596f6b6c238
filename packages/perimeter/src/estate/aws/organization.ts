import { readPolicy } from "../../aws/policy/read";
import type { Resource } from "../../input";
import { knownText } from "../../input/expression/text";
import type { AttachedPolicy, ControlLevel, Membership } from "../../simulate/aws/estate";
import { argument, itemsOf, textArgument } from "../arguments";
import type { Links } from "../links";
import { isUnknown, type Maybe } from "../maybe";
import { documentOf } from "./documents";

/** Id of the management account, as resources say it or else as it is told. */
export function managementAccountOf(resources: readonly Resource[], told?: DeclaredOrganization): string | undefined {
  const organization = resources.find(({ type }) => type === "aws_organizations_organization");
  return (organization && textArgument(organization, "master_account_id")) ?? told?.management;
}

/** Where an account stands among organizational units, and which control policies are attached on the way to it. */
export type Memberships = (account: string) => Maybe<Membership | "none">;

const TYPES = { scp: "SERVICE_CONTROL_POLICY", rcp: "RESOURCE_CONTROL_POLICY" } as const;

/** Units nest five deep (AWS Organizations User Guide, "Quotas"); a longer chain is a circle. */
const DEEPEST = 10;

/** An organization as it is told, for accounts that no resource makes. */
export interface DeclaredOrganization {
  /** `o-…` */
  readonly id: string;
  /** Id of the management account. */
  readonly management?: string;
  /** The unit or the root in which each account is. */
  readonly accounts?: ReadonlyMap<string, string>;
}

/**
 * An estate in which nothing is said of an organization is taken to have none: control policies only take away, so that
 * without them more is allowed, not less. For the same reason nothing is taken to be attached above a unit that no resource
 * makes. What resources say goes before what is told.
 */
export function membershipsIn(resources: readonly Resource[], links: Links, told?: DeclaredOrganization): Memberships {
  const organization = resources.find(({ type }) => type === "aws_organizations_organization");
  const accounts = resources.filter(({ type }) => type === "aws_organizations_account");
  const attachments = resources.filter(({ type }) => type === "aws_organizations_policy_attachment");
  if (!organization && !told && accounts.length + attachments.length === 0) return () => "none";
  const managementAccount = managementAccountOf(resources, told);
  const ownId = organization && textArgument(organization, "id");
  return (id) => {
    const account = accounts.find((one) => textArgument(one, "id") === id);
    const management = managementAccount === id;
    const place = told?.accounts?.get(id);
    const chain = management ? [] : account ? ancestorsOf(account) : place === undefined ? undefined : levelsAt(place);
    const elsewhere = { unknown: `where account "${id}" stands in its organization` };
    if (!chain && attachments.length === 0)
      return { organization: elsewhere, management: false, path: elsewhere, serviceControl: [], resourceControl: [] };
    if (!chain || isUnknown(chain)) return elsewhere;
    return {
      organization: ownId ?? told?.id ?? { unknown: "the id of the organization" },
      management,
      path: elsewhere,
      serviceControl: levels("scp", [...chain, { name: `account ${id}`, target: id, resource: account }]),
      resourceControl: levels("rcp", [...chain, { name: `account ${id}`, target: id, resource: account }]),
    };
  };

  /** From the root, as far as resources make what is above, down to the unit or root of this id. */
  function levelsAt(place: string): Maybe<readonly Level[]> {
    const unit = resources.find(
      (one) => one.type === "aws_organizations_organizational_unit" && textArgument(one, "id") === place,
    );
    const above = unit ? ancestorsOf(unit) : [];
    if (isUnknown(above)) return above;
    const name = place.startsWith("r-") ? "root" : `ou ${(unit && textArgument(unit, "name")) ?? place}`;
    return [...above, { name, target: place, resource: unit }];
  }

  /** From the root down to the unit that holds the account or unit. */
  function ancestorsOf(held: Resource): Maybe<readonly Level[]> {
    const units: Level[] = [];
    let holder = argument(held, "parent_id");
    for (let depth = 0; depth < DEEPEST; depth += 1) {
      const made = links.resource(holder);
      const name = made && textArgument(made, "name");
      if (made?.type !== "aws_organizations_organizational_unit") {
        const target = links.text(holder);
        if (holder && isUnknown(target)) return target;
        const isRoot = !holder || made === organization || (!isUnknown(target) && target.startsWith("r-"));
        if (!isRoot) return { unknown: `where "${target}" stands in its organization` };
        return [{ name: "root", target: isUnknown(target) ? undefined : target, resource: made ?? organization }, ...units];
      }
      units.unshift({ name: `ou ${name ?? made.address}`, target: textArgument(made, "id"), resource: made });
      holder = argument(made, "parent_id");
    }
    return { unknown: `where "${held.address}" stands: its parents lead in a circle` };
  }

  function levels(kind: keyof typeof TYPES, chain: readonly Level[]): Maybe<readonly ControlLevel[]> {
    const enabled = organization ? itemsOf(argument(organization, "enabled_policy_types"))?.map(knownText) : undefined;
    if (organization && enabled && !enabled.includes(TYPES[kind])) return [];
    return chain.map(({ name, target, resource }) => ({
      name,
      policies: [
        ...(kind === "scp" ? [FULL_ACCESS] : []),
        ...attachments.flatMap((one) => attachedAt(kind, one, target, resource)),
      ],
    }));
  }

  /** The policy of an attachment, if it is of this kind and at this place, or may be. */
  function attachedAt(kind: keyof typeof TYPES, attachment: Resource, target: string | undefined, level: Resource | undefined) {
    const at = argument(attachment, "target_id");
    const [made, text] = [links.resource(at), links.text(at)];
    const isHere = made ? made.address === level?.address : !isUnknown(text) && text === target;
    if (!isHere && !(isUnknown(text) && !made)) return [];
    const policy = links.resource(argument(attachment, "policy_id"));
    if (!policy) return [{ unknown: `which policy "${attachment.address}" attaches` }];
    const type = textArgument(policy, "type") ?? TYPES.scp;
    if (type !== TYPES[kind]) return [];
    return isHere
      ? [documentOf(kind, argument(policy, "content"), policy, links)]
      : [{ unknown: `where "${attachment.address}" attaches its policy` }];
  }
}

interface Level {
  readonly name: string;
  /** Its id, where it is known. */
  readonly target: string | undefined;
  readonly resource: Resource | undefined;
}

/** Attached to every root, unit and account as it is made ("Service control policies", FullAWSAccess). */
const FULL_ACCESS: Maybe<AttachedPolicy> = fullAccess();

function fullAccess(): Maybe<AttachedPolicy> {
  const text = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
  const { document } = readPolicy("scp", text);
  return document ? { address: "FullAWSAccess", document } : { unknown: "the text of FullAWSAccess" };
}
