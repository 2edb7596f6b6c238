import { describe, expect, test } from "@jest/globals";
import { conditionOf, type Decision } from "../support/deciding";

const V = "target.bucket.name";

/** Rules E21 and E22: "Conditions", matching. */
describe("a value is compared without regard to case", () => {
  test.each<[string, string, Decision]>([
    ["= 'media'", "media", "allowed"],
    ["= 'MEDIA'", "media", "allowed"],
    ["= 'media'", "Media", "allowed"],
    ["= 'media'", "medias", "denied"],
    ["= ''", "", "allowed"],
    ["= ''", "x", "denied"],
    ["!= ''", "x", "allowed"],
    ["!= 'media'", "media", "denied"],
    ["!= 'media'", "MEDIA", "denied"],
    ["!= 'media'", "logs", "allowed"],
    ["in ('logs', 'media')", "media", "allowed"],
    ["in ('logs', 'media')", "Logs", "allowed"],
    ["in ('logs', 'media')", "other", "denied"],
    ["in ('media')", "media", "allowed"],
    ["not in ('logs', 'media')", "other", "allowed"],
    ["not in ('logs', 'media')", "media", "denied"],
    ["not in ('logs', 'media')", "LOGS", "denied"],
    ["= 'request.region'", "request.region", "allowed"],
  ])("%s with %j: %s", (comparison, held, decision) => expect(conditionOf(`${V} ${comparison}`, { [V]: held })).toBe(decision));
});

describe("a pattern stands for a prefix, a suffix or a part", () => {
  test.each<[string, string, Decision]>([
    ["= /media*/", "media-1", "allowed"],
    ["= /media*/", "media", "allowed"],
    ["= /media*/", "MEDIA-1", "allowed"],
    ["= /media*/", "my-media", "denied"],
    ["= /*media/", "my-media", "allowed"],
    ["= /*media/", "media", "allowed"],
    ["= /*media/", "media-1", "denied"],
    ["= /*media*/", "my-media-1", "allowed"],
    ["= /*media*/", "my-mdia-1", "denied"],
    ["= /*/", "anything", "allowed"],
    ["= /*/", "", "allowed"],
    ["= /**/", "anything", "allowed"],
    ["!= /media*/", "media-1", "denied"],
    ["!= /media*/", "logs", "allowed"],
    ["in ('logs', /media*/)", "media-1", "allowed"],
    ["in ('logs', /media*/)", "other", "denied"],
    ["not in ('logs', /media*/)", "media-1", "denied"],
    ["not in ('logs', /media*/)", "other", "allowed"],
  ])("%s with %j: %s", (comparison, held, decision) => expect(conditionOf(`${V} ${comparison}`, { [V]: held })).toBe(decision));
});

describe("what a pattern means beyond that is open", () => {
  test.each<[string, string, Decision]>([
    ["= /media/", "media", "allowed"],
    ["= /media/", "my-media", "undecided"],
    ["= /media/", "logs", "denied"],
    ["!= /media/", "my-media", "undecided"],
    ["!= /media/", "logs", "allowed"],
    ["= /a*z/", "abcz", "undecided"],
    ["= /a*z/", "a*z", "allowed"],
    ["= /a*z/", "abc", "denied"],
    ["= /a*m*z/", "abmcz", "undecided"],
    ["= /a*m*z/", "abcz", "denied"],
    ["= /*a*z*/", "xabzy", "undecided"],
    ["= /ab*ba/", "aba", "denied"],
    ["= 'media*'", "media-1", "undecided"],
    ["= 'media*'", "media*", "allowed"],
    ["= 'media*'", "logs", "denied"],
    ["!= 'media*'", "media-1", "undecided"],
    ["!= 'media*'", "logs", "allowed"],
    ["in ('media*', 'logs')", "media-1", "undecided"],
    ["in ('media*', 'logs')", "logs", "allowed"],
  ])("%s with %j: %s", (comparison, held, decision) => expect(conditionOf(`${V} ${comparison}`, { [V]: held })).toBe(decision));
});

describe("a star in quotes is one where Oracle's samples use it so", () => {
  test.each<[string, string, Decision]>([
    ["target.object.name = 'prod/*'", "prod/a", "allowed"],
    ["target.object.name = 'prod/*'", "test/a", "denied"],
    ["target.object.name = '*.pdf'", "a.PDF", "allowed"],
    ["target.object.name != '*.pdf'", "a.pdf", "denied"],
    ["target.bucket.tag.fin.class = '*'", "anything", "allowed"],
    ["target.bucket.tag.fin.class = /*/", "anything", "allowed"],
    ["target.bucket.tag.fin.class = 'g*'", "gold", "undecided"],
  ])("%s with %j: %s", (condition, held, decision) => {
    const [variable = ""] = condition.split(" ");
    expect(conditionOf(condition, { [variable]: held })).toBe(decision);
  });
});

describe("a region is known by its key (U8)", () => {
  test.each<[string, string, Decision]>([
    ["= 'phx'", "PHX", "allowed"],
    ["= 'PHX'", "us-phoenix-1", "allowed"],
    ["= 'iad'", "us-phoenix-1", "denied"],
    ["!= 'iad'", "PHX", "allowed"],
    ["= 'us-phoenix-1'", "PHX", "undecided"],
    ["= 'us-phoenix-1'", "us-phoenix-1", "undecided"],
    ["= 'us-phoenix-1'", "IAD", "denied"],
    ["!= 'us-phoenix-1'", "PHX", "undecided"],
    ["in ('phx', 'iad')", "IAD", "allowed"],
    ["in ('phx', 'iad')", "FRA", "denied"],
  ])("request.region %s in %s: %s", (comparison, region, decision) => {
    expect(conditionOf(`request.region ${comparison}`, { "request.region": region })).toBe(decision);
  });
});

describe("names of variables ignore case", () => {
  test.each([
    ["REQUEST.Region = 'phx'", { "request.region": "PHX" }],
    ["request.region = 'phx'", { "Request.REGION": "PHX" }],
    ["target.bucket.tag.Fin.Class = 'gold'", { "target.bucket.tag.fin.class": "gold" }],
  ])("%s with %j", (condition, variables) => expect(conditionOf(condition, variables)).toBe("allowed"));
});
