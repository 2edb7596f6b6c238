import type { Variable } from "../logic";
import type { AwsRequest } from "../simulate/aws";

/**
 * A request of which all that it doesn't name is open. A resource that ends in `*` stands for any that begins so, such as
 * the objects of a bucket.
 */
export interface AwsQuestion extends AwsRequest {
  /** The caller may have any tags. */
  readonly anyTags?: boolean;
  /** What it asks for may have any tags and aliases. */
  readonly anyResourceTags?: boolean;
  /** The caller stands for everybody of its account, or of any account but these. */
  readonly anybody?: { readonly of: string } | { readonly notOf: readonly string[] };
}

/** What stands behind the last colon of an ARN, where a question leaves it open. */
export const RESOURCE: Variable<"text"> = { name: "resource", sort: "text" };

/** The name of a session, which whoever assumes a role may choose. */
export const SESSION: Variable<"text"> = { name: "session", sort: "text" };

/** `aws:CurrentTime`. */
export const TIME: Variable<"instant"> = { name: "aws:currenttime", sort: "instant" };

/** The first five segments of an ARN with their colons, and the rest. */
export function cutArn(arn: string): readonly [string, string] {
  const [head = "", rest = ""] = /^((?:[^:]*:){5})(.*)$/s.exec(arn)?.slice(1) ?? ["", arn];
  return [head, rest];
}

export const isOpenResource = ({ resource }: AwsQuestion): boolean => resource.length > 1 && resource.endsWith("*");

/** A resource that a question with an open one is about, to ask the estate with. */
export const sampleOf = (question: AwsQuestion): string =>
  isOpenResource(question) ? `${question.resource.slice(0, -1)}any` : question.resource;
