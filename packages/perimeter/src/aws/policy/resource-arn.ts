import { stringsOf } from "./elements";
import { addTextMistake, type TextMistake } from "./findings";
import type { JsonNode } from "./json";
import { cutAtColons, matchesPattern, sixOf } from "./match";
import { type Pattern, parsePattern, variablesOf } from "./pattern";
import type { Reading } from "./reading";
import type { ResourcePattern } from "./syntax";

/**
 * resource := "*" | "arn:" partition ":" service ":" region ":" account ":" resource
 * Wildcards stand in every segment but the first and that of the service, variables in the last only. What follows a
 * `*` may be left out, as in `arn:aws:cloudfront:*`.
 * Sources: IAM User Guide, "IAM JSON policy elements: Resource", "IAM policy elements: Variables and tags", and "IAM
 * policy validation check reference" (the checks on ARNs).
 */
export function readResources(node: JsonNode, element: string, { version, findings }: Reading): readonly ResourcePattern[] {
  return stringsOf(node, `"${element}"`, findings).flatMap((item) => {
    const resource = parseResource(item.text, version === "2012-10-17");
    if (!("expected" in resource)) return [resource];
    addTextMistake(findings, item, "resource", resource);
    return [];
  });
}

/** The partitions that AWS has (AWS General Reference, "Amazon Resource Names (ARNs)"). */
export const PARTITIONS = ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"] as const;

interface SegmentRule {
  readonly segment: 1 | 2 | 3 | 4 | 5;
  readonly expected: string;
  readonly holds: (segment: Pattern, text: string) => boolean;
}

const SEGMENT_RULES: readonly SegmentRule[] = [
  {
    segment: 1,
    expected: 'a partition, as "aws", in the second segment of an ARN',
    holds: (partition) => PARTITIONS.some((each) => matchesPattern(partition, each)),
  },
  {
    segment: 2,
    expected: "a service, in lower case and without wildcards, in the third segment of an ARN",
    holds: (_, service) => /^[a-z0-9-]+$/.test(service),
  },
  { segment: 3, expected: "a region in the fourth segment of an ARN", holds: (_, region) => /^[a-z0-9*?-]*$/.test(region) },
  {
    segment: 4,
    // Some resources have no account, and AWS's own stand in accounts with names: `aws`, `cloudfront`.
    expected: "twelve digits in the fifth segment of an ARN",
    holds: (_, account) => /^(?:\d{12}|[a-z][a-z-]*|[0-9*?]*[*?][0-9*?]*)?$/.test(account),
  },
  { segment: 5, expected: "a resource after the fifth colon of an ARN", holds: (resource) => resource.length > 0 },
];

function parseResource(text: string, variables: boolean): ResourcePattern | TextMistake {
  if (text === "*") return { kind: "everything", text };
  if (!text.startsWith("arn:")) return { expected: 'an ARN or "*"' };
  const { pattern, mistake } = parsePattern(text, { wildcards: true, variables });
  if (mistake) return mistake;
  const segments = sixOf(completed(cutAtColons(pattern)));
  if (segments === undefined) return { expected: 'six segments as in "arn:partition:service:region:account:resource"' };
  const [early] = segments.slice(0, -1).flatMap(variablesOf);
  if (early !== undefined) return { expected: "variables only after the fifth colon of an ARN", found: `\${${early}}` };
  const texts = text.split(":", 5);
  const broken = SEGMENT_RULES.find(({ segment, holds }) => !holds(segments[segment], texts[segment] ?? ""));
  if (broken === undefined) return { kind: "arn", text, segments };
  return { expected: broken.expected, found: texts[broken.segment] || text };
}

/** A `*` at the end goes on over colons, and so stands for all segments that are missing behind the service. */
function completed(segments: readonly Pattern[]): readonly Pattern[] {
  const isOpen = segments.length > 3 && segments.at(-1)?.at(-1)?.kind === "many";
  return isOpen ? [...segments, ...Array<Pattern>(6 - segments.length).fill([{ kind: "many" }])] : segments;
}
