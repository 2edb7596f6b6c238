import { afterAll, describe, expect, test } from "@jest/globals";
import { addressIn } from "../../src/aws/address";
import type { ObjectValue } from "../../src/schema/value";
import { answers, plans, US } from "./cases";
import { rehearsedWorld } from "./worlds";

const like = (pattern: RegExp) => expect.stringMatching(pattern) as never;
const datasync = { vpc_id: "v", service_name: "com.amazonaws.us-east-1.datasync", vpc_endpoint_type: "Interface" };

describe("EC2 answers", () =>
  answers([
    [
      "a network with what it is born with",
      "aws_vpc",
      { cidr_block: "10.0.0.0/16" },
      { id: like(/^vpc-0[0-9a-f]{16}$/), default_security_group_id: like(/^sg-0/), main_route_table_id: like(/^rtb-0/) },
    ],
    [
      "a subnet in the first zone",
      "aws_subnet",
      { vpc_id: "v" },
      { availability_zone: "us-east-1a", availability_zone_id: "use1-az1" },
    ],
    [
      "the id of the zone that is asked for",
      "aws_subnet",
      { vpc_id: "v", availability_zone: "us-east-1c" },
      { availability_zone_id: "use1-az3" },
    ],
    [
      "the zone of the id that is asked for",
      "aws_subnet",
      { vpc_id: "v", availability_zone_id: "use1-az2" },
      { availability_zone: "us-east-1b" },
    ],
    [
      "an interface endpoint's name",
      "aws_vpc_endpoint",
      datasync,
      {
        dns_entry: [{ dns_name: like(/^vpce-0[0-9a-f]{16}-[a-z0-9]{8}\.datasync\.us-east-1\.vpce\.amazonaws\.com$/) }],
        prefix_list_id: "",
      },
    ],
    [
      "and the service's own, where DNS is private",
      "aws_vpc_endpoint",
      { ...datasync, private_dns_enabled: true, subnet_ids: ["a", "b"] },
      {
        dns_entry: [{}, { dns_name: "datasync.us-east-1.amazonaws.com" }],
        network_interface_ids: [like(/^eni-/), like(/^eni-/)],
      },
    ],
    [
      "a gateway endpoint's prefix list",
      "aws_vpc_endpoint",
      { vpc_id: "v", service_name: "com.amazonaws.us-east-1.s3" },
      { prefix_list_id: like(/^pl-[0-9a-f]{8}$/), dns_entry: [], policy: like(/"Principal":"\*"/) },
    ],
    [
      "a public address that nobody routes",
      "aws_eip",
      {},
      { public_ip: like(/^203\.0\.113\.\d+$/), public_dns: like(/^ec2-203-0-113-\d+\.compute-1\.amazonaws\.com$/) },
    ],
    [
      "a volume of a block by its id",
      "aws_instance",
      { root_block_device: [{ encrypted: true }] },
      { root_block_device: [{ volume_id: like(/^vol-0/), encrypted: true }], private_dns: like(/^ip-[\d-]+\.ec2\.internal$/) },
    ],
    [
      "a route by its table and destination",
      "aws_route",
      { route_table_id: "rtb-1", destination_cidr_block: "0.0.0.0/0" },
      { id: "r-rtb-11080289494" },
    ],
    [
      "an own zone's servers",
      "aws_route53_zone",
      { name: "example.com" },
      { primary_name_server: like(/^ns-\d+\.awsdns-\d\d\.com$/) },
    ],
    [
      "the servers of a private zone, which nobody can ask",
      "aws_route53_zone",
      { name: "internal", vpc: [{ vpc_id: "v" }] },
      { name_servers: ["ns-0.awsdns-00.com.", "ns-1024.awsdns-00.org.", "ns-1536.awsdns-00.co.uk.", "ns-512.awsdns-00.net."] },
    ],
  ]));

describe("EC2 plans", () =>
  plans([
    [
      "an endpoint without a policy as open",
      "aws_vpc_endpoint",
      datasync,
      {
        policy: like(/^\{"Statement":\[\{"Action":"\*","Effect":"Allow","Principal":"\*","Resource":"\*"\}\]/),
        private_dns_enabled: false,
      },
    ],
    ["no public names", "aws_vpc", { cidr_block: "10.0.0.0/16" }, { enable_dns_hostnames: false }],
  ]));

describe("an object takes from another", () => {
  const { made, close } = rehearsedWorld();
  afterAll(close);
  const vpc = made("aws_vpc", { cidr_block: "10.1.0.0/16" }, US);
  const of = (value: ObjectValue, name: string) => value[name] ?? null;
  const subnet = made("aws_subnet", { vpc_id: of(vpc, "id"), cidr_block: "10.1.2.0/28", availability_zone: "us-east-1b" }, US);
  test("the default group its network's", () =>
    expect(made("aws_default_security_group", { vpc_id: of(vpc, "id") }, US)).toMatchObject({
      id: vpc["default_security_group_id"],
      name: "default",
    }));
  test("an instance its subnet's zone, an address in it and the network's group", () =>
    expect(made("aws_instance", { subnet_id: of(subnet, "id") }, US)).toMatchObject({
      availability_zone: "us-east-1b",
      private_ip: like(/^10\.1\.2\.([4-9]|1[0-4])$/),
      vpc_security_group_ids: [vpc["default_security_group_id"]],
    }));
  test("a gateway its address and network", () => {
    const eip = made("aws_eip", {}, US);
    expect(made("aws_nat_gateway", { allocation_id: of(eip, "id"), subnet_id: of(subnet, "id") }, US)).toMatchObject({
      public_ip: eip["public_ip"],
      vpc_id: vpc["id"],
    });
  });
  test("a record its zone's name", () => {
    const zone = made("aws_route53_zone", { name: "example.com" }, US);
    const fqdn = (name: string) => made("aws_route53_record", { zone_id: of(zone, "zone_id"), name, type: "A" }, US)["fqdn"];
    expect([fqdn("www"), fqdn("api.example.com"), fqdn("")]).toEqual(["www.example.com", "api.example.com", "example.com"]);
  });
});

test.each([
  ["10.0.0.0/28", 0, "10.0.0.4"],
  ["10.0.0.0/28", 10, "10.0.0.14"],
  ["10.0.0.0/28", 11, "10.0.0.4"],
  ["10.0.0.77/24", 0, "10.0.0.4"],
  ["10.0.0.0/31", 0, undefined],
  ["fd00::/64", 0, undefined],
])("address %s, number %i: %s", (cidr, number, address) => expect(addressIn(cidr, number)).toBe(address));
