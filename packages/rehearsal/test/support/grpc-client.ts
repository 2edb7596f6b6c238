import { once } from "node:events";
import { type ClientHttp2Session, connect } from "node:http2";
import { connect as connectSocket, type Socket } from "node:net";
import { type ConnectionOptions, connect as connectTls } from "node:tls";

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

/** A client as Terraform is one: one connection, unary calls. */
export interface Client {
  call(method: string, request?: Uint8Array): Promise<Reply>;
  /** Opens a stream and gives whether it is still open once the provider has taken it. */
  staysOpen(method: string): Promise<boolean>;
  close(): void;
}

const PREFIX = 5;

/** Connects to a provider's socket. Rejects where the provider turns the client away. */
export async function connectTo(path: string, tls?: ConnectionOptions): Promise<Client> {
  const socket = tls ? connectTls({ path, servername: "localhost", ALPNProtocols: ["h2"], ...tls }) : connectSocket(path);
  const session = connect("http://localhost", { createConnection: () => socket });
  await accepted(session, socket);
  return {
    call: (method, request = new Uint8Array(0)) => call(session, method, request),
    staysOpen: (method) => staysOpen(session, method),
    close: () => session.destroy(),
  };
}

/** A provider may turn a client away only after the client's side of the handshake: its settings tell that it didn't. */
function accepted(session: ClientHttp2Session, socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    for (const one of [session, socket]) one.once("error", reject).once("close", () => reject(new Error("turned away")));
    session.once("remoteSettings", () => resolve());
  });
}

const HEADERS = { ":method": "POST", "content-type": "application/grpc", te: "trailers" };

async function staysOpen(session: ClientHttp2Session, method: string): Promise<boolean> {
  const stream = session.request({ ...HEADERS, ":path": method }, { endStream: false });
  const [headers] = await once(stream, "response");
  // An answer to a later call shows that the stream wasn't ended meanwhile.
  await call(session, "/grpc.health.v1.Health/Check", new Uint8Array(0));
  const open = headers["grpc-status"] === undefined && !stream.readableEnded;
  stream.close();
  return open;
}

function call(session: ClientHttp2Session, method: string, request: Uint8Array): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const stream = session.request({ ...HEADERS, ":path": method });
    const chunks: Buffer[] = [];
    let status = Number.NaN;
    const take = (headers: { readonly [name: string]: unknown }) => {
      if (headers["grpc-status"] !== undefined) status = Number(headers["grpc-status"]);
    };
    stream.on("response", take).on("trailers", take).on("error", reject);
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("close", () => resolve({ status, body: Buffer.concat(chunks).subarray(PREFIX) }));
    const prefix = Buffer.alloc(PREFIX);
    prefix.writeUInt32BE(request.length, 1);
    stream.end(Buffer.concat([prefix, request]));
  });
}
