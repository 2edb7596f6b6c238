import type { Compute, Row } from "../engine/cloud";
import type { Lookup } from "../engine/template";
import { bare, byAttribute, firstBlock, joined, text } from "./forms";

/** Four servers, one a top-level domain; a private zone has those that nobody can ask. Source: Route 53 Developer Guide, hosted zones. */
const nameServers = (of: Lookup): readonly string[] => {
  const isPrivate = firstBlock(of("vpc")) !== undefined;
  const number = isPrivate ? 0 : Number(of("digits:2"));
  return ["com", "net", "org", "co.uk"].map(
    (domain, index) => `ns-${512 * index + number}.awsdns-${String(number).padStart(2, "0")}.${domain}${isPrivate ? "." : ""}`,
  );
};

const withoutDot = (name: string) => name.replace(/\.$/, "");

/** The whole name of a record, also where it is written without its zone's. Source: internal/service/route53, expandRecordName. */
const fqdn: Compute = (of, world) => {
  const name = withoutDot(text(of, "name")).toLowerCase();
  const zone = withoutDot(String(byAttribute(world, "aws_route53_zone", "zone_id", of("zone_id"))?.["name"] ?? ""));
  if (zone === "" || name === zone || name.endsWith(`.${zone}`)) return name;
  return name === "" ? zone : `${name}.${zone}`;
};

/** Sources: provider documentation, Attribute Reference and Import; Route 53 API Reference, HostedZone. */
export const ROUTE53: Readonly<Record<string, Row>> = {
  aws_route53_record: {
    values: { id: joined("_", "zone_id", "lowercase:name", "type", "set_identifier"), fqdn },
    unique: ["{zone_id}|{type}|{set_identifier|none}|{name}"],
  },
  aws_route53_zone: {
    values: {
      id: "{zone_id}",
      zone_id: "Z{upper:20}",
      arn: bare("route53", "hostedzone/{zone_id}"),
      name_servers: (of) => [...nameServers(of)].sort(),
      primary_name_server: (of) => nameServers(of)[0] ?? "",
      enable_accelerated_recovery: false,
      "vpc.vpc_region": "{region}",
    },
  },
};
