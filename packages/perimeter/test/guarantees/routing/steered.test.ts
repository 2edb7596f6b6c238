import { expect, test } from "@jest/globals";
import {
  ADDRESS,
  AWAY,
  AWAY_FINDING,
  about,
  ENABLED,
  HEALTHY,
  HOLDS,
  IAD,
  ONE,
  PHX,
  type Row,
  ranked,
  record,
  steering,
} from "../../support/routing-estate";

const NATIVE = record("native", "us.example.com", "A", ADDRESS("phx"));
const geo = (key: string) => `query.client.geoKey in (geoKey '${key}')`;
const kept = (...pools: readonly string[]) =>
  pools.map((pool) => ({ answer_condition: `answer.pool == '${pool}'`, should_keep: true }));
const order = (...pools: readonly string[]) =>
  pools.map((pool, at) => ({ answer_condition: `answer.pool == '${pool}'`, value: at + 1 }));
const US = "6252001";

const STEERING: readonly Row[] = [
  [
    "failover between the two",
    [steering([PHX, IAD], [ENABLED, HEALTHY, ranked("phx", "iad"), ONE], { template: "FAILOVER" })],
    HOLDS,
  ],
  [
    "failover at last to elsewhere",
    [steering([PHX, IAD, AWAY], [ENABLED, HEALTHY, ranked("phx", "iad", "away"), ONE], { template: "FAILOVER" })],
    AWAY_FINDING,
  ],
  [
    "… disabled",
    [steering([PHX, IAD, { ...AWAY, is_disabled: true }], [ENABLED, HEALTHY, ranked("phx", "iad", "away"), ONE])],
    HOLDS,
  ],
  [
    "… disabled, and no rule heeds it",
    [steering([PHX, IAD, { ...AWAY, is_disabled: true }], [HEALTHY, ranked("phx", "iad", "away"), ONE])],
    AWAY_FINDING,
  ],
  [
    "an answer of a small weight leads elsewhere",
    [
      steering(
        [PHX, AWAY],
        [
          ENABLED,
          {
            rule_type: "WEIGHTED",
            default_answer_data: [
              { answer_condition: "answer.name == 'phx'", value: 255 },
              { answer_condition: "answer.name == 'away'", value: 1 },
            ],
          },
          ONE,
        ],
        { template: "LOAD_BALANCE" },
      ),
    ],
    AWAY_FINDING,
  ],
  [
    "weights between the two",
    [
      steering(
        [PHX, IAD],
        [
          ENABLED,
          HEALTHY,
          { rule_type: "WEIGHTED", default_answer_data: [{ answer_condition: "answer.name == 'phx'", value: 1 }] },
          ONE,
        ],
      ),
    ],
    HOLDS,
  ],
  [
    "users of the US come elsewhere in an outage",
    [
      steering(
        [PHX, AWAY],
        [
          ENABLED,
          HEALTHY,
          {
            rule_type: "PRIORITY",
            cases: [{ case_condition: geo(US), answer_data: order("phx", "away") }, { answer_data: order("phx", "away") }],
          },
          ONE,
        ],
        { template: "ROUTE_BY_GEO" },
      ),
    ],
    AWAY_FINDING,
  ],
  [
    "places are told apart before health, and elsewhere nothing is left",
    [
      steering(
        [PHX, IAD, AWAY],
        [
          ENABLED,
          {
            rule_type: "FILTER",
            cases: [{ case_condition: geo(US), answer_data: kept("phx", "iad") }, { answer_data: kept("iad") }],
          },
          HEALTHY,
          ONE,
        ],
      ),
    ],
    HOLDS,
  ],
  [
    "a user abroad comes elsewhere",
    [
      steering(
        [PHX, IAD, AWAY],
        [
          ENABLED,
          {
            rule_type: "FILTER",
            cases: [{ case_condition: geo(US), answer_data: kept("phx", "iad") }, { answer_data: kept("away") }],
          },
          HEALTHY,
          ONE,
        ],
      ),
    ],
    AWAY_FINDING,
  ],
  [
    "a place that no query comes from since a larger one is before it",
    [
      steering(
        [PHX, AWAY],
        [
          {
            rule_type: "FILTER",
            cases: [
              { case_condition: geo("6255149"), answer_data: kept("phx") },
              { case_condition: geo(US), answer_data: kept("away") },
              { answer_data: kept("phx") },
            ],
          },
        ],
      ),
    ],
    HOLDS,
  ],
  [
    "no case matches, and the rule is passed over",
    [
      steering(
        [PHX, AWAY],
        [
          {
            rule_type: "FILTER",
            cases: [{ case_condition: geo(US), answer_data: kept("phx") }],
            default_answer_data: kept("phx"),
          },
        ],
      ),
    ],
    AWAY_FINDING,
  ],
  [
    "a network has an answer of its own",
    [
      steering(
        [PHX, AWAY],
        [
          ENABLED,
          {
            rule_type: "PRIORITY",
            cases: [
              { case_condition: "query.client.asn == 3", answer_data: order("away", "phx") },
              { answer_data: order("phx", "away") },
            ],
          },
          ONE,
        ],
        { template: "ROUTE_BY_ASN" },
      ),
    ],
    AWAY_FINDING,
  ],
  [
    "an address range has an answer of its own",
    [
      steering(
        [PHX, AWAY],
        [
          {
            rule_type: "FILTER",
            cases: [
              { case_condition: "query.client.address in (subnet '192.0.2.0/24')", answer_data: kept("away") },
              { answer_data: kept("phx") },
            ],
          },
        ],
      ),
    ],
    AWAY_FINDING,
  ],
  [
    "a range within one that comes first",
    [
      steering(
        [PHX, AWAY],
        [
          {
            rule_type: "FILTER",
            cases: [
              { case_condition: "query.client.address in (subnet '192.0.0.0/16')", answer_data: kept("phx") },
              { case_condition: "query.client.address in (subnet '192.0.2.0/24')", answer_data: kept("away") },
              { answer_data: kept("phx") },
            ],
          },
        ],
      ),
    ],
    HOLDS,
  ],
  ["only the first is kept, and nothing takes it away", [steering([PHX, AWAY], [ranked("phx", "away"), ONE])], HOLDS],
  ["… but health does", [steering([PHX, AWAY], [HEALTHY, ranked("phx", "away"), ONE])], AWAY_FINDING],
  [
    "… which no check looks at",
    [steering([PHX, AWAY], [HEALTHY, ranked("phx", "away"), ONE], { health_check_monitor_id: null })],
    HOLDS,
  ],
  ["two are kept", [steering([PHX, AWAY], [ranked("phx", "away"), { rule_type: "LIMIT", default_count: 2 }])], AWAY_FINDING],
  ["an answer without a rank comes last", [steering([PHX, AWAY], [ranked("phx"), ONE])], HOLDS],
  [
    "all are cut after they are chosen by chance",
    [steering([PHX, AWAY], [{ rule_type: "WEIGHTED" }, ONE, ranked("phx", "away")])],
    AWAY_FINDING,
  ],
  [
    "a condition that nobody understands keeps an answer elsewhere",
    [
      steering(
        [PHX, AWAY],
        [{ rule_type: "FILTER", default_answer_data: [{ answer_condition: "answer.pool like 'p*'", should_keep: true }] }],
      ),
    ],
    ["undecided", "? a/oci_dns_steering_policy.p"],
  ],
  [
    "… but all answers are right",
    [
      steering(
        [PHX, IAD],
        [{ rule_type: "FILTER", default_answer_data: [{ answer_condition: "answer.pool like 'p*'", should_keep: true }] }],
      ),
    ],
    HOLDS,
  ],
  [
    "a name of somebody else's is an answer",
    [steering([PHX, { name: "cdn", rdata: "example.cdn.net", rtype: "CNAME" }], [ENABLED])],
    ["violated", "routing/answer-outside example.cdn.net"],
  ],
  [
    "the zone's own record leads away while the policy is replaced",
    [steering([PHX, IAD], [ENABLED]), record("us", "us.example.com", "A", "203.0.113.9")],
    AWAY_FINDING,
  ],
  [
    "… and so does what stands for every name",
    [steering([PHX, IAD], [ENABLED]), record("us", "*.example.com", "A", "203.0.113.9")],
    AWAY_FINDING,
  ],
  [
    "… unless the name has a record of its own",
    [steering([PHX, IAD], [ENABLED]), NATIVE, record("w", "*.example.com", "A", "203.0.113.9")],
    HOLDS,
  ],
  [
    "a policy that isn't here",
    [
      {
        oci_dns_steering_policy_attachment: {
          p: {
            steering_policy_id: "ocid1.dnspolicy.oc1..aaaaaaaaaaaaaa",
            zone_id: "${oci_dns_zone.z.id}",
            domain_name: "us.example.com",
          },
        },
      },
    ],
    ["undecided", "? a/oci_dns_steering_policy_attachment.p"],
  ],
  [
    "a policy of another name leads away",
    [
      NATIVE,
      steering([AWAY], [ENABLED]),
      {
        oci_dns_steering_policy_attachment: {
          p: {
            steering_policy_id: "${oci_dns_steering_policy.p.id}",
            zone_id: "${oci_dns_zone.z.id}",
            domain_name: "eu.example.com",
          },
        },
      },
    ],
    HOLDS,
  ],
];

test.each(STEERING)("%s", (_, more, said) => expect(about(...more)).toEqual(said));
