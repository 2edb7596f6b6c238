import type { Compute, Row } from "../engine/cloud";
import { bare, byAttribute, firstBlock, joined, text } from "./forms";

/** Four servers, one a top-level domain. Source: Route 53 Developer Guide, name servers of a public hosted zone. */
const nameServers: Compute = (of) => {
  if (firstBlock(of("vpc")) !== undefined) return [];
  const number = Number(of("digits:2"));
  return ["com", "net", "org", "co.uk"].map(
    (domain, index) => `ns-${512 * index + number}.awsdns-${String(number).padStart(2, "0")}.${domain}`,
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
      name_servers: nameServers,
      primary_name_server: (of, world, scope) => {
        const servers = nameServers(of, world, scope);
        return Array.isArray(servers) ? (servers[0] ?? "") : "";
      },
      enable_accelerated_recovery: false,
      "vpc.vpc_region": "{region}",
    },
  },
};
