import type { Pattern, PatternPart } from "./pattern";
import type { ActionPattern, ArnSegments, ResourcePattern } from "./syntax";

/**
 * Whether the whole text matches: `*` any characters, `?` exactly one, a UTF-16 code unit. A variable matches nothing:
 * it is substituted before. Takes at most length of pattern times length of text steps.
 */
export function matchesPattern(pattern: Pattern, text: string, { ignoreCase = false } = {}): boolean {
  const [only] = pattern;
  if (pattern.length === 1 && only?.kind === "many") return true;
  return ignoreCase ? matchesFolded(pattern.map(lowered), text.toLowerCase()) : matchesFolded(pattern, text);
}

/** Whether an action pattern covers `service:name`; case plays no part (IAM User Guide, "IAM JSON policy elements: Action"). */
export function matchesAction(pattern: ActionPattern, service: string, name: string): boolean {
  if (pattern.service !== "*" && pattern.service !== service.toLowerCase()) return false;
  return matchesPattern(pattern.name, name.toLowerCase());
}

/**
 * Whether a resource pattern covers an ARN: segment by segment, case playing a part, but a `*` at the end of a segment
 * may go on over colons. The last segment holds all further colons and is one text.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource", "Using wildcards in resource ARNs".
 */
export function matchesResource(pattern: ResourcePattern, arn: string): boolean {
  if (pattern.kind === "everything") return true;
  const { segments } = pattern;
  const crosses = segments.slice(0, -1).some((segment) => segment.at(-1)?.kind === "many");
  return crosses ? matchesAcross(segments, arn) : matchesSegments(segments, arn);
}

/**
 * Whether an ARN of a condition matches: each of the six segments on its own, no wildcard reaching over a colon of the
 * first five. A text that is no ARN matches nothing.
 * Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators".
 */
export function matchesArn(pattern: Pattern, arn: string): boolean {
  const segments = segmentsOf(pattern);
  return segments !== undefined && matchesSegments(segments, arn);
}

/** The segments of an ARN; `undefined` where a pattern has fewer. */
export function segmentsOf(pattern: Pattern): ArnSegments | undefined {
  return sixOf(cutAtColons(pattern));
}

/** Six segments as the tuple that they are. */
export function sixOf([arn, partition, service, region, account, resource]: readonly Pattern[]): ArnSegments | undefined {
  if (!arn || !partition || !service || !region || !account || !resource) return undefined;
  return [arn, partition, service, region, account, resource];
}

/** Cuts a pattern at its first five colons, those of its text, into one to six segments. */
export function cutAtColons(pattern: Pattern): readonly Pattern[] {
  const segments: PatternPart[][] = [[]];
  for (const part of pattern) {
    let rest = part.kind === "text" ? part.text : undefined;
    while (rest !== undefined && segments.length < 6) {
      const colon = rest.indexOf(":");
      if (colon < 0) break;
      pushPart(segments, { kind: "text", text: rest.slice(0, colon) });
      segments.push([]);
      rest = rest.slice(colon + 1);
    }
    pushPart(segments, rest === undefined ? part : { kind: "text", text: rest });
  }
  return segments;
}

function pushPart(segments: PatternPart[][], part: PatternPart): void {
  if (part.kind !== "text" || part.text !== "") segments.at(-1)?.push(part);
}

function matchesSegments(segments: ArnSegments, arn: string): boolean {
  let from = 0;
  return segments.every((segment, index) => {
    const colon = index < segments.length - 1 ? arn.indexOf(":", from) : arn.length;
    if (colon < 0) return false;
    const text = arn.slice(from, colon);
    from = colon + 1;
    return matchesPattern(segment, text);
  });
}

/** The usual greedy matching: only the last `*` ever has to give way, because it can take over all that an earlier one could. */
function matchesFolded(pattern: Pattern, text: string): boolean {
  let part = 0;
  let at = 0;
  let star = -1;
  let mark = 0;
  while (part < pattern.length || at < text.length) {
    const current = pattern[part];
    if (current?.kind === "many") {
      star = part;
      mark = at;
      part += 1;
    } else if (current?.kind === "text" && text.startsWith(current.text, at)) {
      at += current.text.length;
      part += 1;
    } else if (current?.kind === "one" && at < text.length) {
      at += 1;
      part += 1;
    } else {
      if (star < 0 || mark >= text.length) return false;
      mark += 1;
      at = mark;
      part = star + 1;
    }
  }
  return true;
}

function lowered(part: PatternPart): PatternPart {
  return part.kind === "text" ? { kind: "text", text: part.text.toLowerCase() } : part;
}

/** What a step of a pattern takes: a character, any but a colon, or any at all. */
type Step = { readonly takes: string | "not-colon" | "any"; readonly repeats: boolean };

/** All places of the pattern that the text so far can have led to, kept as one set: no choice is ever taken back. */
function matchesAcross(segments: ArnSegments, arn: string): boolean {
  const steps = stepsOf(segments);
  let places = closure(new Set([0]), steps);
  for (let at = 0; at < arn.length; at += 1) {
    const character = arn.charAt(at);
    const next = new Set<number>();
    for (const place of places) {
      const step = steps[place];
      if (step && takes(step, character)) next.add(step.repeats ? place : place + 1);
    }
    if (next.size === 0) return false;
    places = closure(next, steps);
  }
  return places.has(steps.length);
}

function closure(places: Set<number>, steps: readonly Step[]): Set<number> {
  // A set is walked in the order of insertion, also over what is added on the way.
  for (const place of places) if (steps[place]?.repeats) places.add(place + 1);
  return places;
}

function takes({ takes: taken }: Step, character: string): boolean {
  if (taken === "any") return true;
  return taken === "not-colon" ? character !== ":" : taken === character;
}

function stepsOf(segments: ArnSegments): readonly Step[] {
  return segments.flatMap((segment, index) => {
    const isLast = index === segments.length - 1;
    const steps = segment.flatMap((part, position): Step[] => {
      const overColons = isLast || (part.kind === "many" && position === segment.length - 1);
      if (part.kind === "many") return [{ takes: overColons ? "any" : "not-colon", repeats: true }];
      if (part.kind === "one") return [{ takes: isLast ? "any" : "not-colon", repeats: false }];
      // No character is empty: a variable that nobody substituted takes none.
      if (part.kind === "variable") return [{ takes: "", repeats: false }];
      return part.text.split("").map((character) => ({ takes: character, repeats: false }));
    });
    return isLast ? steps : [...steps, { takes: ":", repeats: false }];
  });
}
