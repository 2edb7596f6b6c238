import { awsActors } from "./aws/actors";
import type { Estate } from "./estate";
import type { NamedPrincipal } from "./named-principal";
import { ociActors } from "./oci/actors";

/** Everybody of both clouds of whom an estate knows. */
export function principalsIn({ aws, resources, findings, links }: Estate): readonly NamedPrincipal[] {
  const all = [...resources.values()];
  const actors = [...ociActors(all, findings, links), ...awsActors(aws, all).actors];
  return actors.map(({ principal }) => principal);
}
