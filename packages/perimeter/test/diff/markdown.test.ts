import { expect, test } from "@jest/globals";
import type { Difference } from "../../src/diff";
import { diffMarkdown } from "../../src/report/diff-markdown";
import { differenceOf } from "../support/difference-of";
import { statements } from "../support/oci-estate";
import { ociSide, STATEMENTS } from "./support/estates";

const OCI = ociSide();
const WIDER = differenceOf(OCI, ociSide(statements(...STATEMENTS, "allow group us-data to read objects in compartment stores")));

/** A difference with this many changes of access. */
const many = (count: number, name = (at: number) => `group-${at}`): Difference => {
  const [first] = WIDER.access;
  if (!first) throw new Error("nothing was gained");
  const access = Array.from({ length: count }, (_, at) => ({ ...first, principal: { ...first.principal, name: name(at) } }));
  return { ...WIDER, access };
};

test("leads with the sentence that matters, and shows what is short", () => {
  const lines = diffMarkdown(WIDER).split("\n");
  expect(lines[0]).toBe('**access widened: group us\\-data \\(US\\) can now read "media"**');
  expect(lines).toContain("| \\+ | group us\\-data \\(US\\) | gained content | media | always | it may read its objects |");
});

test("no change is one sentence", () => {
  expect(diffMarkdown(differenceOf(OCI, OCI)).split("\n\n")).toEqual([
    "**no change to who can read what**",
    expect.stringMatching(/resources before/),
  ]);
});

test("folds what is long", () => {
  expect(diffMarkdown(many(10))).not.toContain("<details>");
  expect(diffMarkdown(many(11))).toContain("<details><summary>access (11)</summary>\n\n|");
});

test("fits a comment, and says what was cut", () => {
  const text = diffMarkdown(many(5_000));
  expect(text.length).toBeLessThanOrEqual(60_000);
  expect(text.length).toBeGreaterThan(50_000);
  const shown = text.match(/^\| \\\+ \| group group/gm)?.length ?? 0;
  const cut = Number(/^(\d+) more rows didn't fit here/m.exec(text)?.[1]);
  // Guarantees and findings come behind what fills the comment.
  expect(shown + cut).toBe(5_000 + WIDER.findings.new.length + 1);
});

test.each(["<img src=x>", "@owners", "a|b", "`code`", "[link](https://x.example)", "**bold**", "&lt;"])(
  "a name is text, and no markup: %s",
  (name) => {
    const text = diffMarkdown(many(1, () => name));
    expect(text).not.toContain(name);
  },
);
