import { didYouMean } from "../nearest";
import { dataFile } from "./data-files";
import { isService } from "./services";

/**
 * What AWS documents of an action (Service Authorization Reference), but for the actions that its caller needs besides:
 * this version of the data has none of them.
 */
export interface Action {
  /** In its documented case, without the service: `GetObject`. */
  readonly name: string;
  readonly accessLevel: AccessLevel;
  /** What it acts on; empty for an action that only `"Resource": "*"` can name. */
  readonly resourceTypes: readonly ActionResource[];
  /** The service's keys and `aws:` keys that depend on the request; those that every request has aren't listed. */
  readonly conditionKeys: readonly string[];
}

type AccessLevel = "Read" | "List" | "Write" | "Tagging, Write" | "Permissions management, Write";

interface ActionResource {
  readonly name: string;
  readonly required: boolean;
  readonly conditionKeys: readonly string[];
}

/** A type of resource of a service, as actions name it. */
interface ResourceType {
  readonly key: string;
  /** With placeholders: `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */
  readonly arn: string;
  readonly conditionKeys: readonly string[];
}

/** An action by its service and name, whatever their case; `undefined` if there is none. */
export function findAction(service: string, name: string): Action | undefined {
  const actions = actionsIn(service);
  const key = name.toLowerCase();
  return Object.hasOwn(actions, key) ? actions[key] : undefined;
}

/** All actions of a service; none for a service that isn't known. */
export function actionsOf(service: string): readonly Action[] {
  return Object.values(actionsIn(service));
}

/** `did you mean "…"?` with the service's action of the nearest name. */
export function didYouMeanAction(service: string, name: string): string | undefined {
  return didYouMean(
    `${service}:${name}`,
    actionsOf(service).map((action) => `${service}:${action.name}`),
  );
}

/** A type of resource that an action of the service names, such as `object`. */
export function findResourceType(service: string, key: string): ResourceType | undefined {
  if (!isService(service)) return undefined;
  const types = dataFile<Readonly<Record<string, ResourceType>>>("resourceTypes", `${service.toLowerCase()}.json`);
  const lower = key.toLowerCase();
  return Object.hasOwn(types, lower) ? types[lower] : undefined;
}

function actionsIn(service: string): Readonly<Record<string, Action>> {
  return isService(service) ? dataFile("actions", `${service.toLowerCase()}.json`) : {};
}
