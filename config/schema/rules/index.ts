import type { DeploymentConfig } from "../deployment";
import { accountsAreApart } from "./accounts";
import { networksFit, sourcesAreSomebodys } from "./addresses";
import { dynamicGroupsFit, groupsFit, networkSourcesFit, privateEndpointFits } from "./counts";
import { databaseNamesAreApart, roleNamesAreFree, storeNamesAreFree } from "./names";
import { keysOutliveCopies, phasesFollowEachOther, retiredSitesAreOutOfUse, sourcesOutliveTheirCopies } from "./phases";
import { auditorSeesRecords, recordsAreThePipelines, recordsRestInside } from "./records";
import { homeKeepsRecords, imageIsInReach, regionsAreInside, siteRegionsExist, standbyIsApart } from "./regions";
import {
  auditorsReadNoContent,
  foreignRolesSeeMetadataAtMost,
  namesAreDeclared,
  readersStayInBudget,
  rolesHaveResidency,
  scenariosAreAboutSomething,
  specialRolesFit,
} from "./registry";
import {
  bandwidthFits,
  certificatesAreOfTheirRegions,
  healthIsCheckedFromInside,
  hostnamesAreInTheZone,
  vantagePointsDiffer,
} from "./routing";
import type { Problem, Rule } from "./rule";
import { copiesHaveSites, stateIsDeclared, storesStayInLimits } from "./stores";

export type { Problem, Rule } from "./rule";

const RULES: readonly Rule[] = [
  regionsAreInside,
  homeKeepsRecords,
  standbyIsApart,
  siteRegionsExist,
  imageIsInReach,
  rolesHaveResidency,
  namesAreDeclared,
  scenariosAreAboutSomething,
  foreignRolesSeeMetadataAtMost,
  readersStayInBudget,
  auditorsReadNoContent,
  auditorSeesRecords,
  recordsAreThePipelines,
  recordsRestInside,
  specialRolesFit,
  storesStayInLimits,
  stateIsDeclared,
  copiesHaveSites,
  phasesFollowEachOther,
  keysOutliveCopies,
  sourcesOutliveTheirCopies,
  retiredSitesAreOutOfUse,
  accountsAreApart,
  sourcesAreSomebodys,
  networksFit,
  roleNamesAreFree,
  storeNamesAreFree,
  databaseNamesAreApart,
  networkSourcesFit,
  privateEndpointFits,
  groupsFit,
  dynamicGroupsFit,
  healthIsCheckedFromInside,
  vantagePointsDiffer,
  hostnamesAreInTheZone,
  certificatesAreOfTheirRegions,
  bandwidthFits,
];

/** Every problem that every rule finds. */
export function findProblems(config: DeploymentConfig): Problem[] {
  return RULES.flatMap((rule) => [...rule(config)]);
}
