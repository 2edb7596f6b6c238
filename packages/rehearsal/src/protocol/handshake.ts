/** Why a provider can't start: said to whoever started it, with no stack trace. */
export class StartRefusal extends Error {}

/** What Terraform tells a provider that it starts. */
export interface Handshake {
  /** PEM; there is none where Terraform was told to do without TLS. */
  readonly clientCertificate?: string;
  /** Where sockets go; the system's folder for temporary files when it isn't said. */
  readonly socketFolder?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Terraform's own, by which a plugin knows that no person started it. Source: hashicorp/terraform, internal/plugin/serve.go. */
export const COOKIE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";

/** Version of go-plugin's handshake, and of Terraform's plugin protocol that is spoken here. */
const CORE = 1;
const PROTOCOL = 5;

/**
 * Reads Terraform's side of the handshake.
 * Source: hashicorp/go-plugin, client.go (the variables); the versions stand in no order.
 * @throws StartRefusal when a person started the provider, or when protocol 5 isn't offered
 */
export function readHandshake(env: Environment): Handshake {
  if (env["TF_PLUGIN_MAGIC_COOKIE"] !== COOKIE)
    throw new StartRefusal("this is a rehearsal's stand-in for a provider: Terraform starts it, nobody else");
  const offered = env["PLUGIN_PROTOCOL_VERSIONS"] ?? "";
  if (!offered.split(",").includes(String(PROTOCOL)))
    throw new StartRefusal(`expected plugin protocol ${PROTOCOL} among the versions offered, found "${offered}"`);
  const { PLUGIN_CLIENT_CERT: clientCertificate, PLUGIN_UNIX_SOCKET_DIR: socketFolder } = env;
  return { ...(clientCertificate ? { clientCertificate } : {}), ...(socketFolder ? { socketFolder } : {}) };
}

/** The provider's side: the one line that it may ever print. The certificate is base64 without padding. */
export const handshakeLine = (socket: string, certificate?: Buffer): string =>
  [CORE, PROTOCOL, "unix", socket, "grpc", certificate?.toString("base64").replace(/=+$/, "") ?? ""].join("|");
