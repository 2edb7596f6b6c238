import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Certificate, pem, selfSigned } from "../../src/protocol/certificate";
import { COOKIE } from "../../src/protocol/handshake";
import { identityOf, type ProviderName } from "../../src/schema/load";
import { standInSettings } from "../../src/terraform/environment";
import { type Client, connectTo } from "./grpc-client";

const HOUR_MS = 3_600_000;

export const certificate = (): Certificate => selfSigned(new Date(Date.now() - HOUR_MS), new Date(Date.now() + HOUR_MS));

/** A mirror with its world, whose executables are started as Terraform starts them. */
export class Mirror {
  readonly folder = mkdtempSync(join(tmpdir(), "rh-m-"));
  /** What Terraform holds: the certificate goes to the provider, the key stays. */
  readonly own = certificate();
  private readonly settings = standInSettings(this.folder);
  private readonly started: Started[] = [];

  private executable(name: ProviderName): string {
    const { address, version } = identityOf(name);
    return join(this.folder, "mirror", address, version, "linux_amd64", `terraform-provider-${name}_v${version}`);
  }

  /** Terraform's own environment for a provider; `more` says what is different. */
  private environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    const handshake = { TF_PLUGIN_MAGIC_COOKIE: COOKIE, PLUGIN_PROTOCOL_VERSIONS: "6,5", PLUGIN_CLIENT_CERT: this.own.cert };
    return { ...process.env, ...this.settings, ...handshake, ...more };
  }

  start(name: ProviderName, more: NodeJS.ProcessEnv = {}): Started {
    return this.run([this.executable(name)], more);
  }

  /** Started by another process, which a test may kill in Terraform's place; it counts as ended when both have. */
  startBehind(name: ProviderName): Started {
    return this.run(["sh", "-c", '"$0" & wait', this.executable(name)]);
  }

  private run([file = "", ...args]: readonly string[], more: NodeJS.ProcessEnv = {}): Started {
    const child = spawn(file, args, { env: this.environment(more), stdio: ["ignore", "pipe", "pipe"] });
    const provider = new Started(child);
    this.started.push(provider);
    return provider;
  }

  /** Connects as the Terraform that started it. */
  async client({ socket, certificate: der }: Handshake): Promise<Client> {
    return connectTo(socket, { ca: pem(Buffer.from(der, "base64")), cert: this.own.cert, key: this.own.key });
  }

  /** Ends what still runs, which takes its socket along. */
  async remove(): Promise<void> {
    for (const provider of this.started) await provider.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface Handshake {
  readonly line: string;
  readonly socket: string;
  /** Base64, without padding. */
  readonly certificate: string;
}

export class Started {
  stderr = "";
  private readonly ended: Promise<unknown>;

  constructor(private readonly child: ChildProcess) {
    child.stderr?.on("data", (chunk: Buffer) => {
      this.stderr += chunk;
    });
    this.ended = once(child, "close");
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async end(): Promise<void> {
    this.kill("SIGTERM");
    await this.ended;
  }

  /** The exit code, once it has ended. */
  async code(): Promise<number | null> {
    await this.ended;
    return this.child.exitCode;
  }

  async handshake(): Promise<Handshake> {
    const stdout = this.child.stdout;
    if (!stdout) throw new Error("the provider has no stdout");
    const [first] = await Promise.race([once(stdout, "data"), this.ended.then(() => [this.stderr])]);
    const line = String(first);
    const [, , , socket = "", , der = ""] = line.trim().split("|");
    return { line, socket, certificate: der };
  }
}
