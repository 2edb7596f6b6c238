import { generatedNetworkSources } from "../network-sources";
import { SERVICE_LIMITS } from "../service-limits";
import type { Rule } from "./rule";

/** A tenancy has room for few network sources, and some are made here. */
export const networkSourcesFit: Rule = function* ({ networkSources, jurisdiction }) {
  const declared = Object.keys(networkSources);
  const made = generatedNetworkSources(jurisdiction.toLowerCase());
  const sum = declared.length + made.length;
  const { maximum, source } = SERVICE_LIMITS.networkSources;
  if (sum > maximum)
    yield {
      code: "limit/network-sources",
      path: ["networkSources"],
      part: "key",
      message: `${sum} network sources, and a tenancy holds ${maximum}: ${declared.length} declared, ${made.length} made for the app tier and the copier`,
      help: `join networks of one purpose into one source with several addresses (${source})`,
    };
  for (const name of made)
    if (declared.includes(name))
      yield {
        code: "network-source/reserved",
        path: ["networkSources", name],
        part: "key",
        message: `network source "${name}" is made by the deployment itself`,
        help: "choose another name",
      };
};

/** Object Storage's private endpoint reaches a limited number of buckets. */
export const privateEndpointFits: Rule = function* ({ stores }) {
  const buckets = Object.keys(stores).filter((name) => stores[name]?.kind === "bucket");
  const { maximum, source } = SERVICE_LIMITS.privateEndpointTargets;
  if (buckets.length > maximum)
    yield {
      code: "limit/private-endpoint",
      path: ["stores"],
      part: "key",
      message: `${buckets.length} bucket stores, and the private endpoint reaches ${maximum}: ${buckets.join(", ")}`,
      help: `join stores that are read in the same scenarios (${source})`,
    };
};

/** Each role has a group; a tenancy has room for a number of them. */
export const groupsFit: Rule = function* ({ roles }) {
  const { maximum, source } = SERVICE_LIMITS.groups;
  const count = Object.keys(roles).length;
  if (count > maximum)
    yield {
      code: "limit/groups",
      path: ["roles"],
      part: "key",
      message: `${count} roles, and a tenancy holds ${maximum} groups`,
      help: `join roles that act in the same scenarios (${source})`,
    };
};

/** The app, the connectors and each database act as a dynamic group of their own. */
export const dynamicGroupsFit: Rule = function* ({ roles, stores }) {
  const { maximum, source } = SERVICE_LIMITS.dynamicGroups;
  const apps = Object.values(roles).filter(({ assumedBy }) => assumedBy === "app").length;
  const databases = Object.values(stores).filter(({ kind }) => kind === "database").length;
  const sum = apps + databases + CONNECTORS;
  if (sum > maximum)
    yield {
      code: "limit/dynamic-groups",
      path: ["stores"],
      part: "key",
      message: `${sum} dynamic groups, and a tenancy holds ${maximum}: ${databases} of databases, ${apps} of the app tier, ${CONNECTORS} of the connectors`,
      help: `join databases that are read in the same scenarios (${source})`,
    };
};

/** What carries records is one group, however many there are. */
const CONNECTORS = 1;
