import { quote } from "../diagnostic";
import type { ConfigPath } from "../positions";
import type { Problem, Rule } from "./rule";

/** An IPv4 block as the range of its addresses. The schema has already seen to its form. */
interface Block {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  readonly bits: number;
  /** Whether the block starts at its own boundary. */
  readonly aligned: boolean;
}

function block(text: string): Block {
  const [address = "", bits = "32"] = text.split("/");
  const start = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(start / size) * size;
  return { text, first, last: first + size - 1, bits: Number(bits), aligned: first === start };
}

const overlap = (a: Block, b: Block) => a.first <= b.last && b.first <= a.last;

/** Addresses that never reach a service from the internet (IANA IPv4 Special-Purpose Address Registry). */
const NOT_PUBLIC = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
].map(block);
/** A wider block is a part of the internet, not a network of somebody's. */
const WIDEST_SOURCE_BITS = 16;
/** Room for the subnets of a region, and no more than the service takes (Networking, VCNs and Subnets). */
const NETWORK_BITS = { widest: 16, narrowest: 22 };

/** A grant that is pinned to everywhere is pinned to nowhere. */
export const sourcesAreSomebodys: Rule = function* ({ networkSources, sites }) {
  for (const [name, { addresses }] of Object.entries(networkSources))
    for (const [index, text] of addresses.entries())
      yield* publicBlock(["networkSources", name, "addresses", index], block(text));
  for (const [name, { egressAddresses }] of Object.entries(sites))
    for (const [index, text] of egressAddresses.entries())
      yield* publicBlock(["sites", name, "egressAddresses", index], block(text));
};

function* publicBlock(path: ConfigPath, found: Block): Iterable<Problem> {
  if (found.bits < WIDEST_SOURCE_BITS)
    yield {
      code: "addresses/too-wide",
      path,
      message: `${quote(found.text)} is too wide to be somebody's network`,
      help: `expected blocks of /${WIDEST_SOURCE_BITS} or smaller; several may be listed`,
    };
  else if (NOT_PUBLIC.some((reserved) => overlap(reserved, found)))
    yield {
      code: "addresses/not-public",
      path,
      message: `${quote(found.text)} is not public: no service sees these addresses`,
      help: "expected the public addresses that the network comes out of",
    };
  else if (!found.aligned) yield notAligned(path, found);
}

/** The networks of both regions can be divided, and could be joined. */
export const networksFit: Rule = function* ({ oci }) {
  const [primary, standby] = [block(oci.primary.network), block(oci.standby.network)];
  for (const [place, found] of [
    ["primary", primary],
    ["standby", standby],
  ] as const) {
    const path = ["oci", place, "network"];
    if (found.bits < NETWORK_BITS.widest || found.bits > NETWORK_BITS.narrowest)
      yield {
        code: "addresses/network-size",
        path,
        message: `network ${quote(found.text)} has a size that subnets can't be cut from`,
        help: `expected a block between /${NETWORK_BITS.widest} and /${NETWORK_BITS.narrowest}`,
      };
    else if (!found.aligned) yield notAligned(path, found);
  }
  if (overlap(primary, standby))
    yield {
      code: "addresses/overlap",
      path: ["oci", "standby", "network"],
      message: `network ${quote(standby.text)} of the standby overlaps ${quote(primary.text)} of the primary`,
      help: "choose another block: networks that overlap can never be joined",
    };
};

const notAligned = (path: ConfigPath, { text, first, bits }: Block): Problem => ({
  code: "addresses/not-aligned",
  path,
  message: `${quote(text)} doesn't begin where its block begins`,
  help: `did you mean "${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join(".")}/${bits}"?`,
});
