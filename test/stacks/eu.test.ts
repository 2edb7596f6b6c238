import { describe, expect, test } from "@jest/globals";
import { perimeterModel } from "../../stacks/perimeter-model";
import { type DeploymentName, resourcesOf, type StackJson, synthesizedDeployment } from "../support/deployments";
import { stringsIn } from "../support/terraform-json";

const EU = synthesizedDeployment("eu");
const US = synthesizedDeployment("production");

const stacksOf = ({ stacks }: { readonly stacks: Readonly<Record<string, StackJson>> }) => Object.values(stacks);
const all = (type: string, of = EU) => stacksOf(of).flatMap((stack) => resourcesOf(stack).filter((one) => one.type === type));
const values = (type: string, argument: string, of = EU): readonly string[] =>
  [...new Set(all(type, of).map(({ args }) => args[argument] as string))].sort();

describe("the synthesized folder of the EU", () => {
  test("is of one tenancy, in Frankfurt and Amsterdam", () => {
    const providers = stacksOf(EU).flatMap(({ provider }) => [provider.oci ?? []].flat());
    expect([...new Set(providers.map(({ tenancy_ocid }) => tenancy_ocid))]).toEqual([
      "ocid1.tenancy.oc1..aaaaaaaalarkspureuexampletenancy",
    ]);
    expect([...new Set(providers.map(({ region }) => region))].sort()).toEqual(["eu-amsterdam-1", "eu-frankfurt-1"]);
  });

  test("has its own sites on AWS, each in an account of its own, and an organization and a log account of its own", () => {
    const providers = stacksOf(EU).flatMap(({ provider }) => [provider.aws ?? []].flat());
    expect(providers.map(({ region, allowed_account_ids }) => [region, ...allowed_account_ids])).toEqual([
      ["eu-west-1", "200000000020"],
      ["eu-west-1", "200000000010"],
      ["eu-north-1", "200000000040"],
      ["eu-west-1", "200000000030"],
    ]);
    expect(values("aws_s3_bucket", "bucket")).toEqual(
      expect.arrayContaining(["larkspur-eu-copies-dublin", "larkspur-eu-copies-stockholm"]),
    );
  });

  test("says its jurisdiction, in its tags and in its model", () => {
    const model = perimeterModel(EU.deployment, EU.estate);
    expect(model).toMatch(/^jurisdiction: EU$/m);
    expect(model).toMatch(/^rests:\n {2}oci: \[eu-frankfurt-1, eu-amsterdam-1\]\n {2}aws: \[eu-west-1, eu-north-1\]$/m);
    const tags = stacksOf(EU)
      .flatMap((stack) => stringsIn(stack.provider))
      .filter(({ path }) => path.endsWith("jurisdiction"));
    // What is a key is a text as well.
    expect([...new Set(tags.map(({ text }) => text))].filter((text) => text !== "jurisdiction")).toEqual(["EU"]);
  });

  test("has the groups of its roles, those from inside in a domain of their own", () => {
    expect(values("oci_identity_domain", "display_name")).toEqual(["eu", "international"]);
    expect(values("oci_identity_domains_group", "display_name")).toEqual([
      "apac-engineering",
      "backup-restore",
      "break-glass",
      "data-engineering",
      "deploy-pipeline",
      "emea-engineering",
      "eu-sre",
      "key-custodian",
      "oracle-auditor",
      "replication",
      "security-administrator",
      "trust-and-safety",
    ]);
  });

  test("has keys and evidence of its own, in both regions", () => {
    expect(values("oci_kms_vault", "display_name").every((name) => name.startsWith("eu"))).toBe(true);
    const evidence = values("oci_objectstorage_bucket", "name").filter((name) => name.includes("evidence"));
    expect(evidence).toEqual(["larkspur-eu-evidence-primary", "larkspur-eu-evidence-standby"]);
  });
});

test("no US name, group or region stands in it, but for the region where AWS keeps its global services", () => {
  const found = Object.entries(EU.stacks).flatMap(([name, stack]) =>
    stringsIn(stack)
      .filter(({ path }) => !path.includes("//"))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/(?<![a-z])us-[a-z0-9-]+|(?<![A-Za-z])US(?![A-Za-z])|\/us\//g)].map(([hit]) => ({ name, path, hit })),
      ),
  );
  expect([...new Set(found.map(({ hit }) => hit))]).toEqual(["us-east-1"]);
  // IAM, STS and Organizations tell of their changes there alone: rules, and the topic that they tell. The region fence lets
  // that be watched there.
  const types = found.map(({ path }) => /^resource\.(\w+)\./.exec(path)?.[1]);
  expect([...new Set(types)].sort()).toEqual([
    "aws_cloudwatch_event_rule",
    "aws_cloudwatch_event_target",
    "aws_organizations_policy",
    "aws_sns_topic",
    "aws_sns_topic_policy",
    "aws_sns_topic_subscription",
  ]);
});

describe("the two jurisdictions have nothing in common:", () => {
  test.each([
    ["oci_objectstorage_bucket", "name"],
    ["aws_s3_bucket", "bucket"],
    ["aws_iam_saml_provider", "saml_metadata_document"],
    ["oci_identity_network_source", "name"],
    ["oci_kms_vault", "display_name"],
  ])("the %ss have other %ss", (type, argument) => {
    const [eu, us] = [values(type, argument), values(type, argument, US)];
    expect(eu.length).toBe(us.length);
    expect(eu.filter((name) => us.includes(name))).toEqual([]);
  });

  test("nobody of one is named by a statement, a document or a role of the other", () => {
    const texts = (name: DeploymentName) => JSON.stringify(synthesizedDeployment(name).stacks);
    for (const group of ["'us'/'us-sre'", "larkspurusexample", "100000000030"]) expect(texts("eu")).not.toContain(group);
    for (const group of ["'eu'/'eu-sre'", "larkspureuexample", "200000000030"]) expect(texts("production")).not.toContain(group);
  });
});
