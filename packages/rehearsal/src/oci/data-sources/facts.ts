import type { DataSource, Scope } from "../../engine/cloud";
import { type ObjectValue, textOf, type Value } from "../../schema/value";
import { filtered } from "./filter";
import { answerId, placed } from "./listing";
import { standingId } from "./world";

const upper = (value: Value | undefined) => textOf(value).toUpperCase();

/** A list that is the same for everybody; an argument that is also an attribute chooses. */
export const facts =
  (
    type: string,
    list: string,
    rows: (config: ObjectValue, scope: Scope) => readonly ObjectValue[],
    chosenBy: readonly string[] = [],
  ): DataSource =>
  (config, scope) => {
    const chosen = rows(config, scope).filter((row) =>
      chosenBy.every((name) => (config[name] ?? null) === null || row[name] === config[name]),
    );
    return { id: answerId(type, config), ...placed(list, filtered(config, chosen)) };
  };

/** Regions that have three availability domains; others have one. Source: Regions and Availability Domains. */
const THREE = new Set(["us-phoenix-1", "us-ashburn-1", "eu-frankfurt-1", "uk-london-1"]);

export function availabilityDomains(config: ObjectValue, scope: Scope): readonly ObjectValue[] {
  const numbers = THREE.has(textOf(scope["region"])) ? [1, 2, 3] : [1];
  return numbers.map((number) => {
    const name = `Rhsl:${upper(scope["region"])}-AD-${number}`;
    return { id: standingId("availabilitydomain", name, scope), name, compartment_id: config["compartment_id"] ?? null };
  });
}

/** The two labels of a region. Source: Networking API, Service. */
export function services(_config: ObjectValue, scope: Scope): readonly ObjectValue[] {
  const key = textOf(scope["region_key"]);
  const service = (name: string, label: string) => ({
    id: standingId("service", label, scope),
    name,
    description: name,
    cidr_block: label,
  });
  return [
    service(`All ${key.toUpperCase()} Services In Oracle Services Network`, `all-${key}-services-in-oracle-services-network`),
    service(`OCI ${key.toUpperCase()} Object Storage`, `oci-${key}-objectstorage`),
  ];
}

export const regionSubscriptions = (config: ObjectValue, scope: Scope): readonly ObjectValue[] => [
  {
    region_name: scope["region"] ?? null,
    region_key: upper(scope["region_key"]),
    is_home_region: true,
    state: "READY",
    tenancy_id: config["tenancy_id"] ?? null,
  },
];

export const tenancy: DataSource = (config, scope) => ({
  id: config["tenancy_id"] ?? null,
  name: "rehearsal",
  description: "a tenancy of the rehearsal",
  home_region_key: upper(scope["region_key"]),
  defined_tags: {},
  freeform_tags: {},
});

/** Source: Load Balancing, Load Balancer Shapes. */
export const LOAD_BALANCER_SHAPES = ["10Mbps", "10Mbps-Micro", "100Mbps", "400Mbps", "8000Mbps", "flexible"].map((name) => ({
  name,
}));

/** Source: Container Instances, Shapes. */
export const CONTAINER_SHAPES = ["CI.Standard.A1.Flex", "CI.Standard.E3.Flex", "CI.Standard.E4.Flex"].map((name) => ({ name }));

/** Operating systems that Oracle builds platform images of, with the name before the date. Source: Compute, Platform Images. */
const SYSTEMS = [
  ["Oracle Linux", "9", "Oracle-Linux-9.5"],
  ["Oracle Linux", "8", "Oracle-Linux-8.10"],
  ["Canonical Ubuntu", "24.04", "Canonical-Ubuntu-24.04"],
] as const;

/** Shapes on Ampere processors have images of their own. */
const ON_ARM = /\.A\d/;

export function images(config: ObjectValue, scope: Scope): readonly ObjectValue[] {
  const processor = ON_ARM.test(textOf(config["shape"])) ? "-aarch64" : "";
  return SYSTEMS.map(([system, version, name]) => ({
    id: standingId("image", name + processor, scope),
    display_name: `${name}${processor}-2025.01.31-0`,
    operating_system: system,
    operating_system_version: version,
    state: "AVAILABLE",
    launch_mode: "NATIVE",
    create_image_allowed: true,
    size_in_mbs: "47694",
    time_created: "2025-01-31T00:00:00Z",
    defined_tags: {},
    freeform_tags: {},
  }));
}

/** Source: Database API, AutonomousDbVersionSummary; versions as AutonomousDatabase names them. */
export const DATABASE_VERSIONS = ["OLTP", "DW", "AJD", "APEX"].flatMap((workload) =>
  ["19c", "23ai"].map((version) => ({
    version,
    db_workload: workload,
    is_dedicated: false,
    is_default_for_free: version === "23ai",
    is_default_for_paid: version === "23ai",
    is_free_tier_enabled: true,
    is_paid_enabled: true,
    details: null,
  })),
);

/** Some of many, by the names that probes are told. Source: Health Checks API, HealthChecksVantagePointSummary. */
const POINTS = [
  ["aws-iad", "Ashburn", "US", "Amazon Web Services"],
  ["aws-cmh", "Columbus", "US", "Amazon Web Services"],
  ["aws-pdx", "Portland", "US", "Amazon Web Services"],
  ["aws-sjc", "San Jose", "US", "Amazon Web Services"],
  ["aws-fra", "Frankfurt", "DE", "Amazon Web Services"],
  ["aws-sin", "Singapore", "SG", "Amazon Web Services"],
  ["goo-chs", "Charleston", "US", "Google"],
  ["dgo-nyc", "New York", "US", "DigitalOcean"],
] as const;

export const VANTAGE_POINTS = POINTS.map(([name, city, country, provider]) => ({
  name,
  display_name: `${city}, ${country} (${provider})`,
  provider_name: provider,
  geo: [{ city_name: city, country_code: country, geo_key: `${country}-${city}` }],
  routing: [],
}));

/** Services that have limits, by the names that quotas use too. Source: Service Limits and Compartment Quotas. */
export const LIMITED_SERVICES = [
  ["auto-scaling", "Auto Scaling"],
  ["block-storage", "Block Volume"],
  ["compute", "Compute"],
  ["database", "Database"],
  ["dns", "DNS"],
  ["events", "Events"],
  ["kms", "Key Management"],
  ["load-balancer", "LbaaS"],
  ["notifications", "Notifications"],
  ["object-storage", "Object Storage"],
  ["streaming", "Streaming"],
  ["vcn", "Virtual Cloud Network"],
  ["waf", "WAF"],
].map(([name = "", description = ""]) => ({ name, description, supported_subscriptions: [] }));
