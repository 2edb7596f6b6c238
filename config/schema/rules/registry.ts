import type { DeploymentConfig } from "../deployment";
import { quote } from "../diagnostic";
import { countriesOf, isInside, isResidency, JURISDICTION_NAMES } from "../jurisdictions";
import { KEY_PURPOSES, residenceOf } from "../model";
import { expectedOneOf } from "../nearest";
import { appNetworkSources, copierNetworkSource } from "../network-sources";
import type { RoleConfig, ScenarioConfig } from "../registry";
import type { Rule } from "./rule";

/** Nobody acts without saying where they sit. */
export const rolesHaveResidency: Rule = function* ({ roles }) {
  for (const [name, role] of Object.entries(roles)) {
    if (role.residency === undefined)
      yield {
        code: "role/no-residency",
        path: ["roles", name],
        part: "key",
        message: `role "${name}" has no residency`,
        help: "add `residency:` with a jurisdiction, a country, or a list of countries; who sits nowhere reads nothing",
      };
    for (const [index, residency] of [role.residency ?? []].flat().entries())
      if (!isResidency(residency))
        yield {
          code: "role/unknown-residency",
          path: Array.isArray(role.residency) ? ["roles", name, "residency", index] : ["roles", name, "residency"],
          message: `unknown residency ${quote(residency)} of role "${name}"`,
          help: `expected a jurisdiction (${JURISDICTION_NAMES.join(", ")}) or a country of ISO 3166, such as US`,
        };
  }
};

/** Every name that the registry uses is declared. */
export const namesAreDeclared: Rule = function* (config) {
  const stores = Object.keys(config.stores);
  const places = ["primary", ...Object.keys(config.sites)];
  const networks = networkSourceNames(config);
  const unknown = (what: string, path: (string | number)[], found: string, valid: readonly string[]) => ({
    code: `registry/unknown-${what.replace(" ", "-")}`,
    path,
    message: `unknown ${what} "${found}"`,
    help: expectedOneOf(found, valid),
  });
  for (const [name, role] of Object.entries(config.roles))
    for (const [index, scenario] of role.scenarios.entries())
      if (!(scenario in config.scenarios))
        yield unknown("scenario", ["roles", name, "scenarios", index], scenario, Object.keys(config.scenarios));
  for (const [name, scenario] of Object.entries(config.scenarios)) {
    const path = ["scenarios", name];
    for (const [index, store] of listed(scenario.stores).entries())
      if (!stores.includes(store)) yield unknown("store", [...path, "stores", index], store, stores);
    for (const [index, purpose] of listed(scenario.keys).entries())
      if (!(KEY_PURPOSES as readonly string[]).includes(purpose))
        yield unknown("key purpose", [...path, "keys", index], purpose, KEY_PURPOSES);
    for (const [index, place] of scenario.at.entries())
      if (!places.includes(place)) yield unknown("place", [...path, "at", index], place, places);
    const { network } = scenario.circumstances;
    if (network !== undefined && !networks.includes(network))
      yield unknown("network source", [...path, "circumstances", "network"], network, networks);
  }
  for (const [key, role] of [
    ["breakGlass", config.breakGlass.role],
    ["auditor", config.auditor.role],
  ] as const)
    if (!(role in config.roles)) yield unknown("role", [key, "role"], role, Object.keys(config.roles));
  for (const store of Object.keys(config.accessBudget.stores))
    if (!stores.includes(store))
      yield { ...unknown("store", ["accessBudget", "stores", store], store, stores), part: "key" as const };
};

/** A scenario is about something, and asks of it what it can give. */
export const scenariosAreAboutSomething: Rule = function* ({ scenarios }) {
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (!SUBJECTS.some((subject) => scenario[subject]))
      yield {
        code: "scenario/empty",
        path: ["scenarios", name],
        part: "key",
        message: `scenario "${name}" is about nothing`,
        help: `name what it opens: ${SUBJECTS.join(", ")}`,
      };
    if (scenario.capability === "content" && scenario.stores === undefined)
      yield {
        code: "scenario/no-content",
        path: ["scenarios", name, "capability"],
        message: `scenario "${name}" gives content, and names no store`,
        help: "only stores have content: name them, or give metadata or administer",
      };
    if (scenario.health && scenario.capability !== "metadata")
      yield {
        code: "scenario/health-is-metadata",
        path: ["scenarios", name, "capability"],
        message: `scenario "${name}" gives ${scenario.capability} on health`,
        help: "health is metadata: nothing else can be given on it",
      };
  }
};
const SUBJECTS = ["stores", "keys", "boundary", "infrastructure", "records", "health"] as const;

/** The sentence that the whole project exists for. */
export const foreignRolesSeeMetadataAtMost: Rule = function* (config) {
  for (const [name, role, residence] of withResidence(config)) {
    if (isInside(config.jurisdiction, residence)) continue;
    for (const [index, scenario] of role.scenarios.entries()) {
      const declared = config.scenarios[scenario];
      const asks = declared && beyondMetadata(declared);
      if (!asks) continue;
      yield {
        code: "role/foreign",
        path: ["roles", name, "scenarios", index],
        message: `role "${name}" resides in ${[role.residency].flat().join(", ")} and can't act in scenario "${scenario}" (${asks})`,
        help: `give "${scenario}" to a role that resides in ${config.jurisdiction}; from elsewhere only metadata can be seen`,
      };
    }
  }
};

/** What a scenario gives that nobody from outside may have; the boundary's metadata holds names of people and addresses. */
function beyondMetadata(scenario: ScenarioConfig): string | undefined {
  const { capability, writes, deletes, boundary, infrastructure, records } = scenario;
  if (deletes) return `deletes${storesPhrase(scenario)}`;
  if (writes) return `writes${storesPhrase(scenario)}`;
  if (capability !== "metadata") return `${capability}${storesPhrase(scenario)}`;
  if (boundary) return "metadata of the boundary";
  if (records) return "the records";
  return infrastructure ? "metadata of the infrastructure" : undefined;
}

/** Machines that act in one role each. They serve and copy, so they read; everybody else who reads is counted. */
const ONE_OF_A_KIND = ["app", "copier"] as const;

/** As few roles as possible read, and their number is a decision. */
export const readersStayInBudget: Rule = function* (config) {
  const userData = Object.entries(config.stores).filter(([, store]) => store.kind !== "state");
  for (const [store] of userData) {
    const readers = Object.entries(config.roles).filter(
      ([, role]) =>
        !ONE_OF_A_KIND.some((machine) => machine === role.assumedBy) &&
        role.scenarios.some((scenario) => givesContent(config.scenarios[scenario], store)),
    );
    const budget = config.accessBudget.stores[store] ?? config.accessBudget.default;
    if (readers.length <= budget) continue;
    yield {
      code: "budget/exceeded",
      path: ["stores", store],
      part: "key",
      message: `${readers.length} roles read "${store}", and the access budget is ${budget}: ${readers.map(([name]) => name).join(", ")}`,
      help: `take a content scenario away, or raise accessBudget.stores.${store} in a change of its own`,
    };
  }
};

/** An audit is of records and rules: whoever audits sees no user data. */
export const auditorsReadNoContent: Rule = function* ({ roles, scenarios }) {
  for (const [name, role] of Object.entries(roles))
    for (const [index, scenario] of role.scenarios.entries()) {
      const declared = scenarios[scenario];
      if (role.assumedBy !== "auditor" || declared?.capability !== "content") continue;
      yield {
        code: "auditor/reads-content",
        path: ["roles", name, "scenarios", index],
        message: `auditor "${name}" can't act in scenario "${scenario}" (content${storesPhrase(declared)})`,
        help: "give it metadata of the boundary: an auditor reads records and rules, and no user data",
      };
    }
};

/** Emergencies and audits are for people of the jurisdiction; machines are one of a kind. */
export const specialRolesFit: Rule = function* (config) {
  const { roles, jurisdiction, breakGlass, auditor } = config;
  const emergency = roles[breakGlass.role];
  if (emergency && !isInside(jurisdiction, residenceOf(emergency)))
    yield {
      code: "break-glass/foreign",
      path: ["breakGlass", "role"],
      message: `break-glass role "${breakGlass.role}" does not reside in ${jurisdiction}`,
      help: `whoever can change the boundary resides in ${jurisdiction}`,
    };
  if (roles[auditor.role] && roles[auditor.role]?.assumedBy !== "auditor")
    yield {
      code: "auditor/not-an-auditor",
      path: ["auditor", "role"],
      message: `role "${auditor.role}" is not assumed by an auditor`,
      help: `set roles.${auditor.role}.assumedBy to auditor`,
    };
  for (const [name, role] of Object.entries(roles))
    if (role.assumedBy !== "people" && role.residency !== undefined && !isInside(jurisdiction, residenceOf(role)))
      yield {
        code: "role/foreign-machine",
        path: ["roles", name, "residency"],
        message: `role "${name}" is assumed by the ${role.assumedBy} of the deployment and does not reside in ${jurisdiction}`,
        help: `set its residency to ${jurisdiction}: what acts for the deployment acts inside`,
      };
  for (const machine of ONE_OF_A_KIND) {
    const names = Object.entries(roles)
      .filter(([, role]) => role.assumedBy === machine)
      .map(([name]) => name);
    for (const name of names.slice(1))
      yield {
        code: "role/second-machine",
        path: ["roles", name, "assumedBy"],
        message: `role "${name}" is a second one for the ${machine}, after "${names[0]}"`,
        help: "one machine acts in one role: move the scenarios to the first",
      };
  }
};

/** Names that circumstances may use: the declared network sources, and those made for the app tier and the copier. */
function networkSourceNames({
  networkSources,
  jurisdiction,
}: Pick<DeploymentConfig, "networkSources" | "jurisdiction">): string[] {
  const prefix = jurisdiction.toLowerCase();
  return [...Object.keys(networkSources), appNetworkSources(prefix).primary, copierNetworkSource(prefix)];
}

function givesContent(scenario: ScenarioConfig | undefined, store: string): boolean {
  if (scenario?.capability !== "content") return false;
  return scenario.stores === "*" || listed(scenario.stores).includes(store);
}

function* withResidence({ roles }: DeploymentConfig): Iterable<[string, RoleConfig, readonly string[]]> {
  for (const [name, role] of Object.entries(roles))
    if (role.residency !== undefined) yield [name, role, [role.residency].flat().flatMap(countriesOf)];
}

const listed = (names: "*" | readonly string[] | undefined): readonly string[] => (names === "*" ? [] : (names ?? []));

function storesPhrase({ stores }: ScenarioConfig): string {
  if (stores === undefined) return "";
  return ` of ${stores === "*" ? "every store" : stores.join(", ")}`;
}
