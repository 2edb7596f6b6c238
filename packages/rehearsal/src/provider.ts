import type { SecureServerOptions } from "node:http2";
import { basename } from "node:path";
import { PLAYED, standInMethods } from "./clouds";
import { selfSigned } from "./protocol/certificate";
import { type ListenOptions, listen, type Server } from "./protocol/grpc";
import { type Handshake, handshakeLine, readHandshake, StartRefusal } from "./protocol/handshake";
import { withSideServices } from "./protocol/side-services";
import { World } from "./world/world";

type Environment = Readonly<Record<string, string | undefined>>;

/** Longer than Terraform waits for a provider. Source: hashicorp/go-plugin, client.go, StartTimeout: a minute. */
const UNASKED_MS = 70_000;
const ORPHAN_CHECK_MS = 500;
/** Shutdown is answered before the process ends. */
const ANSWER_MS = 5;
const HOUR_MS = 3_600_000;

/**
 * Serves one provider to the Terraform that started this process, until Terraform says that it is done or is gone.
 * @param executable the file that Terraform started; its name says which provider it is
 * @throws StartRefusal when a person started it, or the rehearsal's environment is missing
 */
export async function serveProvider(executable: string, env: Environment): Promise<void> {
  const handshake = readHandshake(env);
  const name = PLAYED.find((one) => basename(executable).startsWith(`terraform-provider-${one}_`));
  if (!name) throw new StartRefusal(`"${basename(executable)}" is no provider that is played here`);
  const file = env["REHEARSAL_WORLD"];
  if (!file) throw new StartRefusal("REHEARSAL_WORLD doesn't say where the world of this rehearsal is");

  const services = withSideServices(standInMethods(name, new World(file, env["REHEARSAL_CLOCK"])), () =>
    setTimeout(() => process.exit(), ANSWER_MS),
  );
  const { options, certificate } = security(handshake);
  const server = await listen(services, options);
  endWithTerraform(server);
  console.log(handshakeLine(server.socket, certificate));
}

/** Mutual TLS with the one process that holds the key of the certificate that Terraform gave. */
function security({ clientCertificate, socketFolder }: Handshake): { options: ListenOptions; certificate?: Buffer } {
  const parent = socketFolder === undefined ? {} : { parent: socketFolder };
  if (clientCertificate === undefined) return { options: parent };
  const now = Date.now();
  const { key, cert, der } = selfSigned(new Date(now - HOUR_MS), new Date(now + 24 * HOUR_MS));
  const tls: SecureServerOptions = { key, cert, ca: [clientCertificate], requestCert: true, rejectUnauthorized: true };
  return { options: { ...parent, tls }, certificate: der };
}

/** After a `kill -9` of Terraform nobody says that it is over: this process has another parent then, and no connection. */
function endWithTerraform(server: Server): void {
  // Ctrl-C reaches the whole process group, and Terraform expects that calls in flight are finished.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit());
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit();
  }, ORPHAN_CHECK_MS).unref();
  // Terraform may have been gone before the parent was looked up.
  setTimeout(() => {
    if (server.connections === 0) process.exit();
  }, UNASKED_MS).unref();
}
