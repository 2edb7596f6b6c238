import type { Verdict } from "../verdict/verdict";
import type { Paint } from "./colours";
import { githubReport } from "./github";
import { gitlabReport } from "./gitlab";
import { jsonReport } from "./json";
import { junitReport } from "./junit";
import { markdownReport } from "./markdown";
import { sarifReport } from "./sarif";
import type { Sources } from "./sources";
import { textReport } from "./text";

/** A verdict as some reader takes it; without its last line break. */
export type Report = (verdict: Verdict, sources: Sources, paint: Paint) => string;

const REPORTS = {
  text: (verdict, _, paint) => textReport(verdict, paint),
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  markdown: markdownReport,
  github: githubReport,
  gitlab: gitlabReport,
} as const satisfies Readonly<Record<string, Report>>;

export type FormatName = keyof typeof REPORTS;

export const FORMATS = Object.keys(REPORTS) as readonly FormatName[];

export const reportIn = (format: FormatName): Report => REPORTS[format];
