import { operationsNeeding, servicesOf, typesCarrying, variable } from "oci-policy";
import { QUESTIONS } from "../questions";
import type { Truth } from "../truth";
import {
  NETWORK_SOURCE_SERVICES,
  NETWORK_SOURCE_TYPES,
  PERMISSIONS_WITHOUT_TAGS,
  TAG_SERVICES,
  TYPES_WITHOUT_TAGS,
} from "./services";

/**
 * Whether the service supplies a variable to the check of this permission, of which the request says what it would hold.
 * `operation`: the operation of the API, if the request names it.
 */
export function isSupplied(name: string, permission: string, operation: string | undefined): Truth {
  const lower = name.toLowerCase();
  if (operation !== undefined && variable(name)?.notWith.includes(operation)) return false;
  if (lower.startsWith("target.resource.tag.")) return suppliesTags(permission, operation);
  // "General Variables for All Requests": only tenancies without identity domains tell it.
  if (lower === "request.user.mfatotpverified") return { doubt: QUESTIONS.secondFactor };
  if (lower === "request.networksource.name") return suppliesNetworkSource(permission);
  return true;
}

/** Conditions on a target's tags never grant what lists or creates ("Using Tags to Manage Access"). */
function suppliesTags(permission: string, operation: string | undefined): Truth {
  if (PERMISSIONS_WITHOUT_TAGS.has(permission)) return false;
  if (typesCarrying(permission).some(({ name }) => TYPES_WITHOUT_TAGS.has(name))) return false;
  if (!servicesOf(permission).some((service) => TAG_SERVICES.has(service))) return { doubt: QUESTIONS.resourceTag };
  if (permission.endsWith("_CREATE")) return false;
  const possible = operation === undefined ? operationsNeeding(permission).map(({ name }) => name) : [operation];
  const lists = possible.filter((name) => /^list/i.test(name));
  if (lists.length === 0) return true;
  return lists.length < possible.length && { doubt: "which operation is asked for: tags are no condition on those that list" };
}

function suppliesNetworkSource(permission: string): Truth {
  const tells = typesCarrying(permission).some(
    ({ name, service }) => NETWORK_SOURCE_SERVICES.has(service) || NETWORK_SOURCE_TYPES.has(name),
  );
  return tells || { doubt: QUESTIONS.networkSource };
}
