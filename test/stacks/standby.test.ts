import { describe, expect, test } from "@jest/globals";
import { configurationText, DEPLOYMENTS, edit, resourcesOf, synthesizedDeployment, synthesizeText } from "../support/deployments";

type Stacks = ReturnType<typeof synthesizedDeployment>["stacks"];

const of = (stacks: Stacks, stack: "primary" | "standby", type: string) =>
  resourcesOf(stacks[stack])
    .filter((resource) => resource.type === type)
    .map(({ args }) => args);

describe.each(DEPLOYMENTS)("the standby of %s", (name) => {
  const { deployment, stacks } = synthesizedDeployment(name);
  const named = (stack: "primary" | "standby", type: string, argument: string) =>
    of(stacks, stack, type).map((args) => [args[argument], args.compartment_id]);

  test.each([
    ["bucket", "oci_objectstorage_bucket", "name"],
    ["database", "oci_database_autonomous_database", "db_name"],
  ])("has a copy of every %s, under the same name in the same compartment", (_, type, argument) => {
    expect(named("standby", type, argument)).toEqual(named("primary", type, argument));
    expect(named("standby", type, argument).length).toBeGreaterThan(0);
  });

  test("every bucket is replicated, from the primary region", () => {
    const replications = of(stacks, "standby", "oci_objectstorage_replication_policy");
    expect(replications.map(({ bucket }) => bucket)).toEqual(
      of(stacks, "primary", "oci_objectstorage_bucket").map((args) => args.name),
    );
    for (const { provider, destination_region_name } of replications)
      expect([provider, destination_region_name]).toEqual(["oci.primary", deployment.oci.standby.region]);
  });

  test("every role that connects to a database has a password in each region, which one statement opens", () => {
    const passwords = (stack: "primary" | "standby") => named(stack, "oci_vault_secret", "secret_name").sort();
    expect(passwords("standby")).toEqual(passwords("primary").filter(([secret]) => !String(secret).endsWith("--admin")));
    expect(passwords("standby").length).toBeGreaterThan(0);
  });
});

describe("the app tier", () => {
  const withInstances = (count: number) =>
    of(
      synthesizeText(edit(configurationText("production"), ["standbyInstances: 1", `standbyInstances: ${count}`])).stacks,
      "standby",
      "oci_container_instances_container_instance",
    );

  test.each([
    ["primary", "phx.ocir.io"],
    ["standby", "iad.ocir.io"],
  ] as const)("at the %s pulls its image from %s: no other registry is in reach", (stack, registry) => {
    const { deployment, stacks } = synthesizedDeployment("production");
    const images = of(stacks, stack, "oci_container_instances_container_instance").map(
      ({ containers }) => containers[0].image_url,
    );
    const [, path] = deployment.app.image.split(/\/(.*)/);
    expect([...new Set(images)]).toEqual([`${registry}/${path}`]);
  });

  test.each([
    [0, []],
    [3, ["10.41.0.2", "10.41.0.3", "10.41.0.4"]],
  ])("of %i instances at the standby has the addresses %j", (count, addresses) => {
    expect(withInstances(count).map(({ vnics }) => vnics[0].private_ip)).toEqual(addresses);
  });
});

describe("what is written in the home region", () => {
  const providers = (home: string) => {
    const { stacks } = synthesizeText(edit(configurationText("production"), ["home: us-phoenix-1", `home: ${home}`]));
    return (["primary", "standby"] as const).map((stack) => {
      const aliases = stacks[stack].provider.oci.filter(({ alias }: { alias?: string }) => alias === "home");
      const [source] = of(stacks, stack, "oci_identity_network_source");
      return [source?.provider, aliases.map(({ region }: { region: string }) => region)];
    });
  };
  const own = [undefined, []];
  const there = (region: string) => ["oci.home", [region]];

  test.each([
    ["the primary's", "us-phoenix-1", [own, there("us-phoenix-1")]],
    ["the standby's", "us-ashburn-1", [there("us-ashburn-1"), own]],
  ])("goes through its endpoint, where it is %s region", (_, home, expected) => expect(providers(home)).toEqual(expected));
});
