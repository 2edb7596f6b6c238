import { linksIn } from "../../../src/estate/links";
import { isUnknown } from "../../../src/estate/maybe";
import type { NamedPrincipal } from "../../../src/estate/named-principal";
import { peopleIn, personKind } from "../../../src/estate/oci/people";
import { arnOf } from "../../../src/estate/stand-in";
import type { Resource } from "../../../src/input";
import { knownText } from "../../../src/input/expression/text";

const ON_AWS: ReadonlyMap<string, "role" | "user"> = new Map([
  ["aws_iam_role", "role"],
  ["aws_iam_user", "user"],
]);

/** Whoever is made by these resources, as the analysis names them: with an address where the name isn't known. */
export function principalsOf(resources: readonly Resource[]): readonly NamedPrincipal[] {
  const links = linksIn(resources);
  const people = peopleIn(resources, links);
  return resources.flatMap((resource): readonly NamedPrincipal[] => {
    const person = personKind(resource.type);
    if (person) {
      const name = people.nameOf(resource);
      const domain = isUnknown(name) || name.domain === "Default" ? "" : `${name.domain}/`;
      const called = isUnknown(name) ? resource.address : `${domain}${name.name}`;
      return [{ cloud: "oci", kind: person.kind, name: called, id: links.id(resource), resource }];
    }
    const kind = ON_AWS.get(resource.type);
    const name = resource.arguments.entries.get("name");
    if (!kind) return [];
    return [{ cloud: "aws", kind, name: (name && knownText(name)) ?? resource.address, id: arnOf(resource), resource }];
  });
}
