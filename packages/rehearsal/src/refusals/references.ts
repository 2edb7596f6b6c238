import { Refusal } from "../engine/refusal";
import { awsReference } from "./references/aws";
import { given } from "./references/given";
import { ociReference } from "./references/oci";
import type { Asked } from "./row";

/** What is wrong with an argument that names another object: it isn't there, or of another kind, region or account. */
export function referenceRefusal(asked: Asked): Refusal | undefined {
  const wrong = asked.type.startsWith("oci_") ? ociReference : awsReference;
  for (const one of given(asked.wanted)) {
    const words = wrong(one, asked);
    if (words !== undefined) return new Refusal(words, undefined, one.steps);
  }
  return undefined;
}
