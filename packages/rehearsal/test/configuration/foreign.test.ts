import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { refuseForeign } from "../../src/configuration/foreign";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rh-c-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

type Case = readonly [name: string, files: Readonly<Record<string, string>>, refusal?: string];

const OCI = 'terraform {\n required_providers {\n oci = { source = "oracle/oci" }\n }\n}\n';
const remoteState = (where: string) => ({ [where]: 'data "terraform_remote_state" "base" {}' });

describe("providers", () => {
  const cases: readonly Case[] = [
    ["aws needs no source", { "a.tf": 'resource "aws_s3_bucket" "b" {}' }],
    [
      "oci needs one",
      { "a.tf": 'resource "oci_core_vcn" "v" {}' },
      'a.tf:1: provider "oci" is hashicorp/oci, which is not played here: there are oracle/oci and hashicorp/aws',
    ],
    ["oci with one is played", { "a.tf": `${OCI}resource "oci_core_vcn" "v" {}` }],
    [
      "the source may be in full",
      { "a.tf": 'terraform {\n required_providers {\n aws = { source = "registry.terraform.io/hashicorp/aws" }\n }\n}' },
    ],
    [
      "another registry's isn't played",
      { "a.tf": 'terraform {\n required_providers {\n aws = { source = "example.com/hashicorp/aws" }\n }\n}' },
      'provider "aws" is example.com/hashicorp/aws',
    ],
    [
      "the source may be a name alone, as cdktf writes it",
      { "a.tf.json": '{"terraform":{"required_providers":{"aws":{"source":"aws"}}}}' },
    ],
    ["what is built in is real", { "a.tf": 'resource "terraform_data" "d" {}' }],
    ["a third one by its resource", { "a.tf": 'resource "random_id" "r" {}' }, 'provider "random" is hashicorp/random'],
    ["a third one by its data", { "a.tf.json": '{"data":{"http":{"x":{}}}}' }, 'provider "http" is hashicorp/http'],
    ["a third one by data in a check", { "a.tf": 'check "c" {\n data "http" "x" {}\n}' }, 'provider "http" is hashicorp/http'],
    ["a third one in JSON lists", { "a.tf.json": '{"resource":[{"random_id":[{"r":[{}]}]}]}' }, 'provider "random" is'],
    [
      "a third one that is required and not used",
      { "a.tf": 'terraform {\n required_providers {\n g = { source = "hashicorp/google" }\n }\n}' },
      'a.tf:2: provider "g" is hashicorp/google',
    ],
    [
      "a third one in the old form",
      { "a.tf": 'terraform {\n required_providers {\n google = "~> 4"\n }\n}' },
      'provider "google" is hashicorp/google',
    ],
    [
      "a third one in a module",
      { "a.tf": 'module "m" {\n source = "./m"\n}', "m/b.tf": 'resource "random_id" "r" {}' },
      'm/b.tf:1: provider "random"',
    ],
    ["the name of a prototype", { "a.tf": 'resource "constructor" "r" {}' }, 'provider "constructor" is hashicorp/constructor'],
  ];
  test.each(cases)("%s", expectRefusal);
});

describe("modules", () => {
  const module = (source: string) => `module "m" {\n  source = ${source}\n}`;
  const cases: readonly Case[] = [
    ["below the folder are followed", { "a.tf": module('"./m"'), "m/b.tf": "" }],
    ["may lead back", { "a.tf": module('"./m"'), "m/b.tf": 'module "n" {\n source = "../n"\n}', "n/c.tf": "" }],
    [
      "of the registry",
      { "a.tf": module('"terraform-aws-modules/vpc/aws"') },
      'a.tf:1: module "m" comes from "terraform-aws-modules/vpc/aws", which Terraform would fetch',
    ],
    [
      "of a repository, in JSON",
      { "a.tf.json": '{"module":{"m":{"source":"git::https://example.com/m"}}}' },
      'module "m" comes from "git::https://example.com/m", which Terraform would fetch',
    ],
    ["from beside the folder", { "a.tf": module('"../m"') }, 'module "m" comes from "../m", where there is no folder'],
    ["from above the folder", { "a.tf": module('"../"') }, "which lies outside"],
    ["by an absolute path", { "a.tf": module('"/etc"') }, "which Terraform would fetch"],
    ["by an expression", { "a.tf": module("var.m") }, 'the source of module "m" is no literal text'],
    ["that isn't there", { "a.tf": module('"./no"') }, "where there is no folder"],
    ["that nobody calls play no part", { "a.tf": "", "m/b.tf": 'resource "random_id" "r" {}' }],
  ];
  test.each(cases)("%s", expectRefusal);

  test("behind a link that leads outside", () => {
    symlinkSync(tmpdir(), join(folder, "m"));
    write({ "a.tf": module('"./m"') });
    expect(() => refuseForeign(folder)).toThrow("which lies outside");
  });
});

describe("remote states", () => {
  const cases: readonly Case[] = [
    ["in JSON can be pointed at the rehearsal", { "a.tf.json": '{"data":{"terraform_remote_state":{"base":{}}}}' }],
    ["in HCL can't", remoteState("a.tf"), 'a.tf:1: terraform_remote_state "base" reads a remote state'],
    [
      "in a module can't",
      { "a.tf": 'module "m" {\n source = "./m"\n}', ...remoteState("m/b.tf") },
      "m/b.tf:1: terraform_remote_state",
    ],
    [
      "in a module's JSON can't",
      { "a.tf": 'module "m" {\n source = "./m"\n}', "m/b.tf.json": '{"data":[{"terraform_remote_state":{"base":{}}}]}' },
      "reads a remote state",
    ],
    [
      "in a check can't",
      { "a.tf.json": '{"check":{"c":{"data":{"terraform_remote_state":{"base":{}}}}}}' },
      "reads a remote state",
    ],
    ["in a text that is none play no part", { "a.tf": 'locals {\n t = "data terraform_remote_state"\n}' }],
  ];
  test.each(cases)("%s", expectRefusal);
});

describe("files", () => {
  const cases: readonly Case[] = [
    ["that can't be read are named with their line", { "a.tf": "\nx" }, 'a.tf" line 2: expected `=` or a block in braces'],
    ["that aren't JSON are named", { "a.tf.json": "{" }, 'a.tf.json" is not JSON'],
    ["that Terraform passes over play no part", { ".hidden.tf": "{", "a.tf~": "{", "a.txt": "{" }],
  ];
  test.each(cases)("%s", expectRefusal);
});

function expectRefusal(...[, files, refusal]: Case): void {
  write(files);
  if (refusal === undefined) expect(() => refuseForeign(folder)).not.toThrow();
  else expect(() => refuseForeign(folder)).toThrow(refusal);
}
