import { aws } from "./aws";
import type { Cloud } from "./engine/cloud";
import { oci } from "./oci";
import type { Method } from "./protocol/grpc";
import { providerMethods } from "./protocol/provider";
import { schemaAnswer } from "./schema/answer";
import type { ProviderName } from "./schema/load";
import type { World } from "./world/world";

/** The clouds that are played, each read when it is asked for. */
export const CLOUDS: Readonly<Record<ProviderName, () => Cloud>> = { oci, aws };

export const PLAYED = Object.keys(CLOUDS) as readonly ProviderName[];

/** What a stand-in answers to Terraform, over one world. */
export function standInMethods(name: ProviderName, world: World): ReadonlyMap<string, Method> {
  const cloud = CLOUDS[name]();
  return providerMethods(cloud, world, () => schemaAnswer(name, cloud.schema));
}
