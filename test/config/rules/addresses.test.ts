import { describe } from "@jest/globals";
import { type Edits, testRefusals } from "../cases";

const PIPELINE = "addresses: [203.0.113.192/28]";
const pipeline = (block: string): Edits => [[PIPELINE, `addresses: [${block}]`]];
const COPIER = "egressAddresses: [198.51.100.24/32, ";
const copier = (block: string): Edits => [[COPIER, `egressAddresses: [${block}, `]];

describe("addresses of network sources", () => {
  const wide = "expected blocks of /16 or smaller; several may be listed";
  const hidden = "expected the public addresses that the network comes out of";
  // biome-ignore format: one case a line
  testRefusals([
    ["the whole internet is nobody's network", pipeline("▸0.0.0.0/0"), "addresses/too-wide", '"0.0.0.0/0" is too wide to be somebody\'s network', wide, pipeline("203.0.0.0/16")],
    ["half of it, as the copier's, is neither", copier("▸128.0.0.0/1"), "addresses/too-wide", '"128.0.0.0/1" is too wide to be somebody\'s network', wide, copier("198.51.0.0/16")],
    ["a private block is refused", pipeline("▸10.40.0.0/24"), "addresses/not-public", '"10.40.0.0/24" is not public: no service sees these addresses', hidden, pipeline("11.40.0.0/24")],
    ["an address of a carrier's network is refused", copier("▸100.64.0.9/32"), "addresses/not-public", '"100.64.0.9/32" is not public: no service sees these addresses', hidden, copier("100.128.0.9/32")],
    ["a multicast address is refused", pipeline("▸239.1.1.1/32"), "addresses/not-public", '"239.1.1.1/32" is not public: no service sees these addresses', hidden, pipeline("223.1.1.1/32")],
    ["a block that begins elsewhere is refused", pipeline("▸203.0.113.200/28"), "addresses/not-aligned", '"203.0.113.200/28" doesn\'t begin where its block begins', 'did you mean "203.0.113.192/28"?', pipeline("203.0.113.208/28")],
  ]);
});

describe("networks of the regions", () => {
  const primary = (block: string): Edits => [["network: 10.40.0.0/16", `network: ${block}`]];
  const standby = (block: string): Edits => [["network: 10.41.0.0/16", `network: ${block}`]];
  const size = "expected a block between /16 and /22";
  // biome-ignore format: one case a line
  testRefusals([
    ["one that is too wide is refused", primary("▸10.0.0.0/15"), "addresses/network-size", 'network "10.0.0.0/15" has a size that subnets can\'t be cut from', size, primary("10.0.0.0/16")],
    ["one that is too narrow is refused", standby("▸10.41.0.0/23"), "addresses/network-size", 'network "10.41.0.0/23" has a size that subnets can\'t be cut from', size, standby("10.41.0.0/22")],
    ["one that begins elsewhere is refused", primary("▸10.40.5.0/16"), "addresses/not-aligned", '"10.40.5.0/16" doesn\'t begin where its block begins', 'did you mean "10.40.0.0/16"?', primary("10.42.0.0/16")],
    ["two that overlap are refused", standby("▸10.40.240.0/20"), "addresses/overlap", 'network "10.40.240.0/20" of the standby overlaps "10.40.0.0/16" of the primary', "choose another block: networks that overlap can never be joined", standby("10.41.240.0/20")],
  ]);
});
