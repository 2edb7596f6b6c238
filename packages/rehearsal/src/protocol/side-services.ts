import type { Method, Services } from "./grpc";
import { integer } from "./protobuf";

/** Services that go-plugin expects beside the provider; none does anything in reattach mode. */
export const withSideServices = (methods: ReadonlyMap<string, Method>): Services => ({
  methods: new Map<string, Method>([
    ...methods,
    ["/plugin.GRPCController/Shutdown", () => new Uint8Array(0)],
    ["/grpc.health.v1.Health/Check", () => integer(1, 1)],
  ]),
  silentStreams: new Set(["/plugin.GRPCBroker/StartStream", "/plugin.GRPCStdio/StreamStdio"]),
});
