/** Where a running provider listens, by its address. */
export type Sockets = Readonly<Record<string, string>>;

/**
 * The value of TF_REATTACH_PROVIDERS. `Test` keeps Terraform from ending the process.
 * Source: hashicorp/terraform, internal/command/init and go-plugin's ReattachConfig.
 */
export const reattach = (sockets: Sockets): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(sockets).map(([address, socket]) => [
        address,
        { Protocol: "grpc", ProtocolVersion: 5, Pid: process.pid, Test: true, Addr: { Network: "unix", String: socket } },
      ]),
    ),
  );
