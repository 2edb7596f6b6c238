import { didYouMean } from "../nearest";
import { dataFile } from "./data-files";

/** The prefixes of actions, in lower case: `s3`, `kms`, … */
export function serviceNames(): ReadonlySet<string> {
  services ??= new Set(dataFile<readonly string[]>("services.json"));
  return services;
}

let services: ReadonlySet<string> | undefined;

/** Whether actions begin with this prefix; case plays no part. */
export function isService(name: string): boolean {
  return serviceNames().has(name.toLowerCase());
}

/** Whether resource control policies reach the service's actions (Organizations User Guide, "Resource control policies"). */
export function supportsResourceControl(service: string): boolean {
  return dataFile<readonly string[]>("rcpSupportedServices.json").includes(service.toLowerCase());
}

/** `did you mean "…"?` with the service of the nearest name. */
export function didYouMeanService(name: string): string | undefined {
  return didYouMean(name, serviceNames());
}
