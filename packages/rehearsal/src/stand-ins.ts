import { join } from "node:path";
import { aws } from "./aws";
import { oci } from "./oci";
import { listen } from "./protocol/grpc";
import { providerMethods } from "./protocol/provider";
import { reattach } from "./protocol/reattach";
import { withSideServices } from "./protocol/side-services";
import { World } from "./world/world";

/** Both providers, running in this process over one world. */
export interface StandIns {
  readonly world: World;
  /** The value of TF_REATTACH_PROVIDERS. */
  readonly reattach: string;
  close(): Promise<void>;
}

/** Starts the stand-ins on unix sockets of their own; the world is a file in the folder. */
export async function startStandIns(folder: string, clock?: string): Promise<StandIns> {
  const world = new World(join(folder, "world.jsonl"), clock);
  const running = await Promise.all(
    [oci(), aws()].map(async (cloud) => ({
      address: cloud.address,
      server: await listen(withSideServices(providerMethods(cloud, world))),
    })),
  );
  const close = async () => {
    await Promise.all(running.map(({ server }) => server.close()));
    world.close();
  };
  const sockets = Object.fromEntries(running.map(({ address, server }) => [address, server.socket]));
  return { world, reattach: reattach(sockets), close };
}
