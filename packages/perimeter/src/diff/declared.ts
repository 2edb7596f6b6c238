import type { NamedPrincipal } from "../estate/named-principal";
import type { Declared, DeclaredRole } from "../guarantees/declared";
import type { DeclaredChange } from "./difference";
import type { Shown } from "./shown";

type Change = DeclaredChange["change"];

/** What the model itself says otherwise: a boundary may be widened by declaring so. */
export function declaredChanges(before: Declared, after: Declared, shown: Shown): readonly DeclaredChange[] {
  const changes = [
    ...setChange("jurisdiction", [before.jurisdiction.name], [after.jurisdiction.name], () => "loosened"),
    ...(["oci", "aws"] as const).flatMap((cloud) => setChange(`rests.${cloud}`, before.rests[cloud], after.rests[cloud])),
    ...(isSaid(before) || isSaid(after) ? setChange("primary.oci", before.primary.oci, after.primary.oci) : []),
    ...setChange("primary.standby", before.primary.standby, after.primary.standby),
    ...setChange("trusted", namesOf(before.trusted), namesOf(after.trusted)),
    ...roleChanges(before.roles, after.roles, after.trusted),
    ...budgetChanges(before, after),
    ...oversightChanges(before.oversight, after.oversight, shown),
    ...setChange("routing.hostnames", before.routing?.hostnames ?? [], after.routing?.hostnames ?? [], lessIsLooser),
    ...recoveryChanges(before, after),
    ...valueChange("oci.denyPolicies", before.oci.denyPolicies, after.oci.denyPolicies, () => "changed"),
  ];
  const GRAVITY: readonly Change[] = ["loosened", "changed", "tightened"];
  return GRAVITY.flatMap((gravity) => changes.filter(({ change }) => change === gravity));
}

/** Where the model doesn't say, the primary may be in any region of Oracle Cloud. */
const isSaid = ({ primary, rests }: Declared) => primary.oci.join() !== rests.oci.join();

const listed = (items: readonly string[]) => (items.length === 0 ? "none" : items.join(", "));

/** More of it is looser, but where somebody says otherwise. */
function setChange(
  what: string,
  before: readonly string[],
  after: readonly string[],
  changeOf: (added: readonly string[], removed: readonly string[]) => Change = (added) =>
    added.length > 0 ? "loosened" : "tightened",
): readonly DeclaredChange[] {
  const [were, are] = [new Set(before), new Set(after)];
  const added = [...are].filter((one) => !were.has(one));
  const removed = [...were].filter((one) => !are.has(one));
  if (added.length + removed.length === 0) return [];
  return [{ change: changeOf(added, removed), what, before: listed([...were].sort()), after: listed([...are].sort()) }];
}

const lessIsLooser = (_: readonly string[], removed: readonly string[]): Change =>
  removed.length > 0 ? "loosened" : "tightened";

function valueChange<T>(
  what: string,
  before: T | undefined,
  after: T | undefined,
  changeOf: (before: T | undefined, after: T | undefined) => Change,
): readonly DeclaredChange[] {
  if (before === after) return [];
  return [{ change: changeOf(before, after), what, before: String(before ?? "none"), after: String(after ?? "none") }];
}

const namesOf = (principals: readonly NamedPrincipal[]) => principals.map(nameOf);
const nameOf = ({ cloud, kind, name }: NamedPrincipal) => `${kind} ${cloud === "oci" ? name.toLowerCase() : name}`;

/** What each principal is said to be; a role is only a name for some of them. */
function roleChanges(
  before: readonly DeclaredRole[],
  after: readonly DeclaredRole[],
  trusted: readonly NamedPrincipal[],
): readonly DeclaredChange[] {
  const [were, are] = [byPrincipal(before), byPrincipal(after)];
  const isTrusted = new Set(trusted.map(nameOf));
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((key) => {
    const [was, is] = [were.get(key), are.get(key)];
    // Whom no role lists is foreign, and may read nothing.
    if (was && !is && isTrusted.has(key)) return [];
    const name = (is ?? was)?.name ?? key;
    return [
      ...setChange(`roles.${name}.residency`, was?.residency ?? [], is?.residency ?? [], () =>
        is?.isInside ? (was?.isInside ? "changed" : "loosened") : was?.isInside ? "tightened" : "changed",
      ),
      ...setChange(`roles.${name}.content`, scenariosOf(was), scenariosOf(is)),
      ...setChange(`roles.${name}.metadata`, [...(was?.metadata ?? [])], [...(is?.metadata ?? [])]),
      ...setChange(`roles.${name}.administer`, [...(was?.administer ?? [])], [...(is?.administer ?? [])]),
    ];
  });
}

function byPrincipal(roles: readonly DeclaredRole[]): ReadonlyMap<string, DeclaredRole> {
  return new Map(roles.flatMap((role) => role.principals.map((principal) => [nameOf(principal), role] as const)));
}

const scenariosOf = (role: DeclaredRole | undefined) =>
  [...(role?.content ?? [])].flatMap(([store, scenarios]) =>
    scenarios === "any" ? [store] : scenarios.map((scenario) => `${store} in ${scenario}`),
  );

function budgetChanges(before: Declared, after: Declared): readonly DeclaredChange[] {
  const shared = after.stores.filter(({ name }) => before.stores.some((store) => store.name === name));
  return shared.flatMap(({ name }) =>
    valueChange(`budget.${name}`, limit(before.budgetOf(name)), limit(after.budgetOf(name)), () =>
      after.budgetOf(name) > before.budgetOf(name) ? "loosened" : "tightened",
    ),
  );
}

const limit = (budget: number) => (Number.isFinite(budget) ? budget : undefined);

function oversightChanges(before: Declared["oversight"], after: Declared["oversight"], shown: Shown): readonly DeclaredChange[] {
  const changed = (was: unknown, is: unknown): Change => (is === undefined && was !== undefined ? "loosened" : "changed");
  const addresses = (of: Declared["oversight"]) => (of?.evidence ?? []).map(({ address }) => address);
  return [
    ...valueChange("oversight.auditor", before?.auditor, after?.auditor, changed),
    ...setChange("oversight.evidence", addresses(before), addresses(after), lessIsLooser).map((change) => ({
      ...change,
      after: shown.text(change.after),
    })),
  ];
}

function recoveryChanges(before: Declared, after: Declared): readonly DeclaredChange[] {
  return after.stores.flatMap(({ name }) => {
    const [was, is] = [before.recovery?.of(name), after.recovery?.of(name)];
    if (!before.stores.some((store) => store.name === name)) return [];
    const less = (one: number | undefined, other: number | undefined): Change =>
      (other ?? 0) < (one ?? 0) ? "loosened" : "tightened";
    return [
      ...valueChange(`recovery.${name}.copies`, was?.copies, is?.copies, less),
      ...valueChange(`recovery.${name}.days`, was?.days, is?.days, less),
    ];
  });
}
