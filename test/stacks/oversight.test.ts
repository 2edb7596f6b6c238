import { describe, expect, test } from "@jest/globals";
import { configurationText, edit, resourcesOf, synthesizedDeployment, synthesizeText } from "../support/deployments";

type Stack = ReturnType<typeof synthesizeText>["stacks"][string];

/** The provider of each region: the stack's own where none is named. */
const REGION_OF: Readonly<Record<string, string>> = { "": "us-phoenix-1", "oci.standby": "us-ashburn-1" };
const regionOf = ({ provider = "" }: { readonly provider?: string }) => REGION_OF[provider];
const of = (stack: Stack, type: string) =>
  resourcesOf(stack)
    .filter((resource) => resource.type === type)
    .map(({ args }) => ({ ...args, region: regionOf(args) }));

const REGIONS = ["us-phoenix-1", "us-ashburn-1"] as const;
const EVIDENCE = { "us-phoenix-1": "larkspur-us-evidence-primary", "us-ashburn-1": "larkspur-us-evidence-standby" } as const;

/** Regions and names are written for the US; the EU's records are those of its golden plan. */
const OF_THE_US = ["production", "staging"] as const;

describe.each(OF_THE_US)("%s", (name) => {
  const { deployment, stacks } = synthesizedDeployment(name);
  const oversight = stacks.oversight;
  const stores = deployment.buckets.map((bucket) => `larkspur-us-${bucket.name}`);
  const state = "bucket" in deployment.state ? [deployment.state.bucket] : [];

  describe.each(REGIONS)("in %s", (region) => {
    const here = (type: string) => of(oversight, type).filter((args) => args.region === region);

    test("every store's bucket, the state's and the evidence's own have their reads and their writes recorded", () => {
      const logs = here("oci_logging_log").filter(({ configuration: { source } }) => source.service === "objectstorage");
      const logged = logs.map(({ configuration: { source } }) => `${source.category} ${source.resource}`);
      const buckets = [...stores, ...(region === "us-phoenix-1" ? state : []), EVIDENCE[region]];
      expect(logged.sort()).toEqual(buckets.flatMap((bucket) => [`read ${bucket}`, `write ${bucket}`]).sort());
    });

    test("every request at the edge is recorded, and what the firewall made of it", () => {
      const site = region === deployment.oci.primary.region ? "primary" : "standby";
      const logged = here("oci_logging_log")
        .map(({ configuration: { source } }) => source)
        .filter(({ service }) => service !== "objectstorage");
      expect(logged.map(({ service, category }) => `${service} ${category}`).sort()).toEqual([
        "loadbalancer access",
        "loadbalancer error",
        "waf all",
      ]);
      for (const { resource } of logged) expect(resource).toContain(site);
    });

    test("what a log says is carried into this region's evidence, and so is the audit log", () => {
      const carrying = here("oci_sch_service_connector").filter(({ target }) => target.kind === "objectStorage");
      expect(carrying.map(({ target }) => `${target.bucket}/${target.object_name_prefix}`).sort()).toEqual([
        `${EVIDENCE[region]}/audit`,
        `${EVIDENCE[region]}/reads`,
        `${EVIDENCE[region]}/requests`,
      ]);
    });

    test("the evidence has a key of its own, in a vault of its own, which no other stack names", () => {
      const [bucket, ...others] = here("oci_objectstorage_bucket");
      expect(others).toEqual([]);
      expect([here("oci_kms_key"), here("oci_kms_vault")].map((found) => found.length)).toEqual([1, 1]);
      expect(bucket.kms_key_id).toMatch(/^\$\{oci_kms_key\.\w+_key_\w+\.id\}$/);
      const elsewhere = JSON.stringify([stacks.primary, stacks.standby]);
      expect(elsewhere).not.toContain("evidence");
    });

    test("everybody whom the configuration names is told, by one topic", () => {
      const subscribed = here("oci_ons_subscription").map(({ endpoint }) => endpoint);
      expect(subscribed.sort()).toEqual([...deployment.oversight.recipients].sort());
      expect(here("oci_ons_notification_topic")).toHaveLength(1);
    });

    test("records that stop are told", () => {
      expect(
        here("oci_monitoring_alarm")
          .map(({ display_name }) => display_name)
          .sort(),
      ).toEqual(["us-changes-connector-fails", "us-changes-evidence-silent"]);
    });
  });

  test("records are kept as long as the configuration says, and locked from its day on", () => {
    const { evidenceDays, lockedFrom } = deployment.oversight;
    for (const { retention_rules: rules } of of(oversight, "oci_objectstorage_bucket"))
      expect(rules).toEqual([
        {
          display_name: "evidence",
          duration: { time_amount: `${evidenceDays}`, time_unit: "DAYS" },
          time_rule_locked: `${lockedFrom}T00:00:00Z`,
        },
      ]);
  });

  test("what is of the tenancy is written in the home region", () => {
    const types = ["oci_audit_configuration", "oci_cloud_guard_target", "oci_cloud_guard_security_zone"];
    const regions = types.flatMap((type) => of(oversight, type).map(({ region }) => region));
    expect(regions).toEqual(regions.map(() => deployment.oci.home));
    expect(regions).toHaveLength(5);
  });

  test("changes of IAM are told where IAM is written", () => {
    const told = (region: string) =>
      of(oversight, "oci_events_rule").filter(
        (rule) => rule.region === region && rule.condition.includes("identitycontrolplane"),
      );
    expect(told(deployment.oci.home).length).toBeGreaterThan(3);
    expect(REGIONS.filter((region) => region !== deployment.oci.home).flatMap(told)).toEqual([]);
  });
});

describe("where the standby is the home region", () => {
  const { stacks } = synthesizeText(edit(configurationText("production"), ["home: us-phoenix-1", "home: us-ashburn-1"]));

  test("the primary's records are made through its own endpoint, and IAM is told at home", () => {
    const { oci } = stacks.oversight.provider;
    expect(oci.map(({ alias, region }: { alias?: string; region: string }) => [alias, region])).toEqual([
      [undefined, "us-ashburn-1"],
      ["primary", "us-phoenix-1"],
    ]);
    const iam = resourcesOf(stacks.oversight).filter(
      ({ type, args }) => type === "oci_events_rule" && args.condition.includes("identitycontrolplane"),
    );
    expect(iam.map(({ args }) => args.provider)).toEqual(iam.map(() => undefined));
    expect(iam.length).toBeGreaterThan(3);
  });
});
