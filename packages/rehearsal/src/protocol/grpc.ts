import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import {
  createSecureServer,
  createServer,
  type Http2Session,
  type SecureServerOptions,
  type ServerHttp2Stream,
} from "node:http2";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Answers a unary call; `session` is the connection, which stands for one provider configuration. */
export type Method = (request: Uint8Array, session: Http2Session) => Uint8Array;

/** What a server offers: unary methods by path, and streams that stay open and silent. */
export interface Services {
  readonly methods: ReadonlyMap<string, Method>;
  readonly silentStreams: ReadonlySet<string>;
}

export interface Server {
  readonly socket: string;
  readonly connections: number;
  close(): Promise<void>;
}

const HEADERS = { ":status": 200, "content-type": "application/grpc" };
const UNIMPLEMENTED = 12;
const INTERNAL = 13;
const PREFIX = 5;

const frame = (body: Uint8Array) => {
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32BE(body.length, 1);
  return Buffer.concat([prefix, body]);
};

const fail = (stream: ServerHttp2Stream, status: number, reason: string) =>
  stream.respond({ ...HEADERS, "grpc-status": status, "grpc-message": encodeURIComponent(reason) }, { endStream: true });

function answer(stream: ServerHttp2Stream, method: Method, body: Buffer): void {
  try {
    const reply = frame(method(body.subarray(PREFIX), stream.session as Http2Session));
    stream.respond(HEADERS, { waitForTrailers: true });
    stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
    stream.end(reply);
  } catch (error) {
    fail(stream, INTERNAL, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function serve(stream: ServerHttp2Stream, path: string, services: Services): void {
  stream.on("error", () => {}); // the client may leave in mid-call; nothing is owed to it then
  const method = services.methods.get(path);
  if (services.silentStreams.has(path)) stream.respond(HEADERS);
  else if (method) collect(stream, method);
  else fail(stream, UNIMPLEMENTED, `${path} is not offered`);
}

function collect(stream: ServerHttp2Stream, method: Method): void {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.on("end", () => answer(stream, method, Buffer.concat(chunks)));
}

export interface ListenOptions {
  /** Mutual TLS; without it the socket's permissions are the only protection. */
  readonly tls?: SecureServerOptions;
  /** Where the socket's folder is made; its path ends at 107 bytes. */
  readonly parent?: string;
}

/**
 * Serves gRPC on a new unix socket in a private folder.
 * Source: gRPC over HTTP/2; a unary call is one frame in, one frame out, and the status as trailer.
 */
export async function listen(services: Services, { tls, parent = tmpdir() }: ListenOptions = {}): Promise<Server> {
  const folder = mkdtempSync(join(parent, "rh-")); // 0700
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Also where the process is ended by a call of its own, and nobody waits for `close`.
  process.once("exit", remove);
  const socket = join(folder, "s");
  const server = tls ? createSecureServer(tls) : createServer();
  const sessions = new Set<Http2Session>();
  server.on("session", (session) => {
    sessions.add(session);
    session.on("error", () => {});
    session.on("close", () => sessions.delete(session));
  });
  server.on("stream", (stream, headers) => serve(stream, String(headers[":path"]), services));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socket, resolve);
  });
  chmodSync(socket, 0o600);
  const close = async () => {
    for (const session of sessions) session.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    process.removeListener("exit", remove);
    remove();
  };
  return {
    socket,
    close,
    get connections() {
      return sessions.size;
    },
  };
}
