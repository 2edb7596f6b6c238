import { type FormatName, reportIn } from "../../src/report";
import { COLOURED, PLAIN } from "../../src/report/colours";
import type { Sources } from "../../src/report/sources";
import type { Verdict } from "../../src/verdict/verdict";

/** Of the stack "a" the file is known, of one policy the line that made it. */
export const SOURCES: Sources = {
  sourceOf: (address) => (address.endsWith(".made") ? { file: "stacks/accès.ts", line: 42, construct: "access/made" } : null),
  files: new Map([["a", "/work/repo/infra/a.tf.json"]]),
  model: "infra/perimeter.yaml",
  root: "/work/repo",
};

export const reported = (format: FormatName, verdict: Verdict, sources = SOURCES) => reportIn(format)(verdict, sources, PLAIN);

export const coloured = (verdict: Verdict) => reportIn("text")(verdict, SOURCES, COLOURED);

/** Controls but the line break, and what turns a line around: nothing that is shown can be forged by a name. */
export const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
