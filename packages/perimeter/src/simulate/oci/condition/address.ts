import { BlockList, isIP } from "node:net";
import { isUnknown, type OciNetworkSource } from "../estate";
import { some, type Truth } from "../truth";

/**
 * Whether a request from this address comes from the network source: a public address of its list, or one inside a network
 * that it names ("Managing Network Sources").
 */
export function isFrom(source: OciNetworkSource, address: string, vcnId: string | undefined): Truth {
  if (vcnId === undefined)
    return isUnknown(source.publicAddresses)
      ? { doubt: `which addresses network source "${source.name}" holds, since ${source.publicAddresses.unknown}` }
      : some(source.publicAddresses, (block) => isInBlock(block, address));
  if (isUnknown(source.networks))
    return { doubt: `which networks network source "${source.name}" holds, since ${source.networks.unknown}` };
  return some(
    source.networks,
    ({ vcnId: id, addresses }) => id === vcnId && some(addresses, (block) => isInBlock(block, address)),
  );
}

/** block := address [ "/" bits ] */
function isInBlock(block: string, address: string): Truth {
  const family = (text: string) => (isIP(text) === 6 ? "ipv6" : "ipv4");
  const [base = "", bits] = block.split("/");
  if (isIP(base) === 0 || isIP(address) === 0) return { doubt: `which addresses "${isIP(base) === 0 ? block : address}" are` };
  const width = bits === undefined ? (isIP(base) === 6 ? 128 : 32) : Number(bits);
  if (!Number.isInteger(width) || width < 0 || width > (isIP(base) === 6 ? 128 : 32))
    return { doubt: `which addresses "${block}" are` };
  const list = new BlockList();
  list.addSubnet(base, width, family(base));
  return list.check(address, family(address));
}
