import { describe, expect, test } from "@jest/globals";
import { aws } from "../../src/aws";
import { refusedAtApply } from "../../src/engine/service-checks";
import { validate } from "../../src/engine/validate";
import { oci } from "../../src/oci";
import { shapeBlock } from "../../src/schema/shape";
import type { Facts } from "../../src/schema/types";
import { type ObjectValue, UNKNOWN } from "../../src/schema/value";

const CLOUDS = { oci: oci(), aws: aws() };

function judged(type: string, config: ObjectValue, facts?: Facts) {
  const cloud = CLOUDS[type.startsWith("oci") ? "oci" : "aws"];
  const block = cloud.schema.resource_schemas[type]?.block ?? {};
  return validate(block, facts ?? cloud.facts[type] ?? {}, shapeBlock(block, config)).map(({ summary, detail, path }) =>
    [summary, detail, path?.join(".")].filter((part) => part !== undefined).join(" | "),
  );
}

describe("a value that the provider refuses at validate", () => {
  const cases: readonly [name: string, type: string, config: ObjectValue, message: string | undefined][] = [
    [
      "an enum",
      "oci_bastion_session",
      { target_resource_details: [{ session_type: "TELNET" }] },
      'expected target_resource_details.0.session_type to be one of ["DYNAMIC_PORT_FORWARDING" "MANAGED_SSH" "PORT_FORWARDING"], got TELNET | target_resource_details.0.session_type',
    ],
    [
      "its neighbour, in other letters",
      "oci_bastion_session",
      { target_resource_details: [{ session_type: "managed_ssh" }] },
      undefined,
    ],
    ["one that isn't known yet", "oci_bastion_session", { target_resource_details: [{ session_type: UNKNOWN }] }, undefined],
    ["a block that isn't known yet", "oci_bastion_session", { target_resource_details: UNKNOWN }, undefined],
    [
      "a number out of range",
      "aws_backup_vault_lock_configuration",
      { backup_vault_name: "v", changeable_for_days: 2 },
      "expected changeable_for_days to be at least (3), got 2 | changeable_for_days",
    ],
    ["its neighbour", "aws_backup_vault_lock_configuration", { backup_vault_name: "v", changeable_for_days: 3 }, undefined],
    ["a text too short", "aws_cloudtrail", { name: "ab" }, "expected length of name to be in the range (3 - 128), got ab | name"],
    ["its neighbour", "aws_cloudtrail", { name: "abc" }, undefined],
    [
      "a text of the wrong form",
      "aws_accessanalyzer_analyzer",
      { analyzer_name: "1st", type: "ACCOUNT" },
      'invalid value for analyzer_name (must match regular expression "^[A-Za-z][0-9A-Za-z_.-]*$") | analyzer_name',
    ],
    ["its neighbour", "aws_accessanalyzer_analyzer", { analyzer_name: "first", type: "ACCOUNT" }, undefined],
  ];
  test.each(cases)("%s: %s", (_name, type, config, message) => {
    expect(judged(type, config)).toEqual(message === undefined ? [] : [message]);
  });
});

describe("arguments that don't go together", () => {
  const cases: readonly [name: string, type: string, config: ObjectValue, messages: readonly string[]][] = [
    [
      "two that exclude each other",
      "aws_cloudwatch_log_group",
      { name: "a", name_prefix: "b" },
      [
        'Conflicting configuration arguments | "name": conflicts with name_prefix | name',
        'Conflicting configuration arguments | "name_prefix": conflicts with name | name_prefix',
      ],
    ],
    ["one of them", "aws_cloudwatch_log_group", { name: "a" }, []],
    ["one of them, the other isn't known", "aws_cloudwatch_log_group", { name: UNKNOWN }, []],
    [
      "none of those of which one is needed",
      "aws_route_table_association",
      { route_table_id: "r" },
      ['Invalid combination of arguments | "gateway_id": one of `gateway_id,subnet_id` must be specified'],
    ],
    [
      "both of them",
      "aws_route_table_association",
      { route_table_id: "r", gateway_id: "g", subnet_id: "s" },
      [
        'Invalid combination of arguments | "gateway_id": only one of `gateway_id,subnet_id` can be specified, but `gateway_id,subnet_id` were specified.',
      ],
    ],
    ["one that isn't known may be the one", "aws_route_table_association", { route_table_id: "r", gateway_id: UNKNOWN }, []],
  ];
  test.each(cases)("%s", (_name, type, config, messages) => {
    const { conflictsWith = {}, exactlyOneOf = [] } = CLOUDS.aws.facts[type] ?? {};
    expect(judged(type, config, { conflictsWith, exactlyOneOf })).toEqual(messages);
  });
});

describe("a value that OCI refuses only at apply", () => {
  const type = "oci_bastion_bastion";
  const { block } = CLOUDS.oci.schema.resource_schemas[type] ?? { block: {} };
  const refused = (status: string) =>
    refusedAtApply(block, CLOUDS.oci.facts[type] ?? {}, shapeBlock(block, { dns_proxy_status: status })).map(
      ({ summary }) => summary,
    );
  test("passes validate", () => expect(judged(type, { dns_proxy_status: "MAYBE" })).toEqual([]));
  test("is named as the SDK names it", () =>
    expect(refused("MAYBE")).toEqual([
      "unsupported enum value for DnsProxyStatus: MAYBE. Supported values are: DISABLED,ENABLED.",
    ]));
  test("its neighbour passes, in any case", () => expect(refused("enabled")).toEqual([]));
});
