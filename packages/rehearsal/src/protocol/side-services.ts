import type { Method, Services } from "./grpc";
import { integer } from "./protobuf";

/**
 * Services that go-plugin expects beside the provider. Terraform calls Shutdown of a process that it started itself, when
 * it is done with it; in reattach mode nobody does.
 */
export const withSideServices = (methods: ReadonlyMap<string, Method>, onShutdown: () => void = () => {}): Services => ({
  methods: new Map<string, Method>([
    ...methods,
    [
      "/plugin.GRPCController/Shutdown",
      () => {
        onShutdown();
        return new Uint8Array(0);
      },
    ],
    ["/grpc.health.v1.Health/Check", () => integer(1, 1)],
  ]),
  silentStreams: new Set(["/plugin.GRPCBroker/StartStream", "/plugin.GRPCStdio/StreamStdio"]),
});
