import type { Resource, Unread } from "../../input";
import { knownText } from "../../input/expression/text";
import type { OciEstate, OciNetworkSource, OciTenancy } from "../../simulate/oci";
import { argument, fieldsOf, itemsOf } from "../arguments";
import type { Links } from "../links";
import { allKnown, isUnknown, type Maybe } from "../maybe";
import { type People, peopleIn } from "./people";
import { type Places, placesIn } from "./places";
import { policiesIn, unreadPolicies } from "./policies";
import type { TagDefault } from "./tags";

/** What a configuration can't say of a tenancy. */
export interface OciOptions {
  /** Whether deny statements are in force; left out: they are. */
  readonly denyPolicies?: boolean;
  /** Identifier of the home region. */
  readonly home?: string;
}

/** What was found of one tenancy, for the evaluator and for those who look an address up. */
export interface OciFindings {
  readonly estate: OciEstate;
  readonly places: Places;
  readonly people: People;
  readonly defaults: readonly TagDefault[];
}

/** Everything of Oracle Cloud that the resources say. Several tenancies are told apart by their providers. */
export function ociFindings(
  resources: readonly Resource[],
  unread: readonly Unread[],
  links: Links,
  options: OciOptions,
): OciFindings {
  const own = resources.filter(({ type }) => type.startsWith("oci_"));
  const ids = [...new Set(own.map(tenancyOf).filter((id) => id !== undefined))];
  const [first, ...others] = ids;
  const findings = findingsOf(
    own.filter((resource) => (tenancyOf(resource) ?? first) === first),
    links,
  );
  const tenancy = { ...tenancyFrom(findings, options), ...(first === undefined ? {} : { id: first }) };
  return {
    ...findings,
    estate: {
      tenancy: { ...tenancy, policies: [...tenancy.policies, ...unreadPolicies(unread)] },
      others: others.map((id) => ({
        ...tenancyFrom(
          findingsOf(
            own.filter((resource) => tenancyOf(resource) === id),
            links,
          ),
          options,
        ),
        id,
      })),
    },
  };
}

/** The tenancy of a resource: its provider's, else the root that it lies in. */
function tenancyOf(resource: Resource): string | undefined {
  const given = resource.provider.tenancy && knownText(resource.provider.tenancy);
  if (given !== undefined) return given;
  const holder = argument(resource, "compartment_id");
  const text = holder && knownText(holder);
  return text?.startsWith("ocid1.tenancy.") ? text : undefined;
}

type Found = Omit<OciFindings, "estate"> & Pick<OciTenancy, "policies" | "networkSources">;

function findingsOf(resources: readonly Resource[], links: Links): Found {
  const places = placesIn(resources, links);
  return {
    places,
    people: peopleIn(resources, links),
    defaults: resources.filter(({ type }) => type === "oci_identity_tag_default").map((one) => tagDefault(one, links, places)),
    policies: policiesIn(resources, links, places),
    networkSources: resources
      .filter(({ type }) => type === "oci_identity_network_source")
      .map((one) => networkSource(one, links)),
  };
}

function tenancyFrom({ places, people, policies, networkSources }: Found, options: OciOptions): OciTenancy {
  return {
    ...(options.home === undefined ? {} : { homeRegion: options.home }),
    denyPolicies: options.denyPolicies ?? true,
    // People and compartments may be made outside of what was given: a name that isn't here is taken as it stands.
    complete: false,
    compartments: places.compartments,
    policies,
    groups: people.groups,
    users: people.users,
    dynamicGroups: people.dynamicGroups,
    networkSources,
  };
}

/** `namespace.key` of the tag that a default gives. */
function tagDefault(resource: Resource, links: Links, places: Places): TagDefault {
  const tag = links.resource(argument(resource, "tag_definition_id"));
  const namespace = tag && links.resource(argument(tag, "tag_namespace_id"));
  const [key, space] = [tag, namespace].map((one) => (one ? links.text(argument(one, "name")) : { unknown: "" }));
  const name = typeof key === "string" && typeof space === "string" ? `${space}.${key}` : `\u0000${resource.address}`;
  return { name, compartment: places.pathOf(argument(resource, "compartment_id"), resource), address: resource.address };
}

function networkSource(resource: Resource, links: Links): OciNetworkSource {
  const { address } = resource;
  const name = links.text(argument(resource, "name"));
  const texts = (value: ReturnType<typeof argument>): Maybe<readonly string[]> => {
    const items = itemsOf(value);
    return items ? allKnown(items.map(links.text)) : { unknown: `the addresses of "${address}" aren't known` };
  };
  const networks = itemsOf(argument(resource, "virtual_source_list"))?.map((block) => {
    const vcnId = links.text(fieldsOf(block).get("vcn_id"));
    const addresses = texts(fieldsOf(block).get("ip_ranges"));
    return isUnknown(vcnId) ? vcnId : isUnknown(addresses) ? addresses : { vcnId, addresses };
  });
  return {
    name: isUnknown(name) ? `\u0000${address}` : name,
    publicAddresses: texts(argument(resource, "public_source_list")),
    networks: networks ? allKnown(networks) : { unknown: `the networks of "${address}" aren't known` },
  };
}
