import { join } from "node:path";
import { PLAYED, standInMethods } from "./clouds";
import { listen } from "./protocol/grpc";
import { reattach } from "./protocol/reattach";
import { withSideServices } from "./protocol/side-services";
import { identityOf } from "./schema/load";
import { World } from "./world/world";

/** Both providers over one world. */
export interface StandIns {
  readonly world: World;
  /** The value of TF_REATTACH_PROVIDERS; there is none where Terraform is to start them itself. */
  readonly reattach?: string;
  close(): Promise<void>;
}

/** The world of a rehearsal's folder. */
export const worldFile = (folder: string) => join(folder, "world.jsonl");

const worldIn = (folder: string, clock?: string) => new World(worldFile(folder), clock);

/** Stand-ins that Terraform starts when it needs them, by the executables of its mirror. */
export function standInsOnDemand(folder: string, clock?: string): StandIns {
  const world = worldIn(folder, clock);
  return { world, close: async () => world.close() };
}

/** Starts the stand-ins in this process, on unix sockets of their own. */
export async function startStandIns(folder: string, clock?: string): Promise<StandIns & { readonly reattach: string }> {
  const world = worldIn(folder, clock);
  const running = await Promise.all(
    PLAYED.map(async (name) => ({
      address: identityOf(name).address,
      server: await listen(withSideServices(standInMethods(name, world))),
    })),
  );
  const close = async () => {
    await Promise.all(running.map(({ server }) => server.close()));
    world.close();
  };
  const sockets = Object.fromEntries(running.map(({ address, server }) => [address, server.socket]));
  return { world, reattach: reattach(sockets), close };
}
