import { fieldsOf, itemsOf } from "../../estate/arguments";
import { type Place, placeOfRegion } from "../../estate/place";
import type { StateBackend } from "../../input";
import { knownText } from "../../input/expression/text";
import type { Resource } from "../../input/resource";
import { type Fields, fields } from "../../input/value";
import type { Finding, Undecided } from "../../verdict/verdict";
import type { Facts } from "../facts";
import { found } from "../found";
import { judgementOf } from "./boundary";
import { insideOf } from "./resting";
import type { Part } from "./verdict";

/** A state holds what its stack knows, secrets of a store among it: it is a store of its own (design §2). */
export function statesPart(facts: Facts): Part {
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  const stacks = new Set(facts.trails.map(({ asset }) => asset.resource.stack));
  for (const backend of facts.estate.backends) {
    const place = stacks.has(backend.stack) ? placeOfState(backend) : undefined;
    const judgement = place && judgementOf(place, facts.declared);
    const address = `${backend.stack}/terraform.backend.${backend.type}`;
    if (judgement?.kind === "unknown") undecided.push({ address, reason: judgement.reason });
    if (judgement?.kind !== "outside" || !place) continue;
    const where = `${judgement.region === undefined ? ` in a backend of type "${backend.type}"` : ""}${judgement.why}`;
    const inside = insideOf(place.cloud, facts);
    findings.push(
      found(
        {
          rule: "residency/copy-outside",
          severity: "high",
          path: [{ step: "flow", address, text: `keeps the state of stack "${backend.stack}"` }],
          message: `the state of stack "${backend.stack}", which knows a store or a copy, rests${where}`,
          fix: {
            text: `keep the state in ${inside ?? "a declared region"}`,
            edits:
              judgement.region === undefined
                ? []
                : [{ address, argument: "region", before: judgement.region, after: inside ?? null }],
          },
        },
        facts,
      ),
    );
  }
  return { findings, undecided };
}

/**
 * Where a backend keeps states (Terraform documentation, "Backends", one page each); `undefined`: in no cloud. An endpoint
 * of Object Storage is Oracle's, whatever speaks to it.
 */
function placeOfState(backend: StateBackend): Place | undefined {
  const config = backend.config.kind === "object" ? backend.config : fields([]);
  switch (backend.type) {
    case "local":
      return undefined;
    case "oci":
      return inRegion("oci", config, backend);
    case "s3": {
      const endpoint = endpointOf(config);
      if (endpoint === undefined || /\.amazonaws\.com(\.cn)?\/?$/.test(endpoint)) return inRegion("aws", config, backend);
      const region = /\.objectstorage\.([a-z0-9-]+)\./.exec(endpoint)?.[1];
      return region === undefined ? { cloud: "elsewhere" } : { cloud: "oci", regions: [region] };
    }
    default:
      return { cloud: "elsewhere" };
  }
}

function inRegion(cloud: "oci" | "aws", config: Fields, { stack, type }: StateBackend): Place {
  const region = config.entries.get("region");
  const address = `${stack}/terraform.backend.${type}`;
  if (!region) return { cloud, regions: { unknown: `nothing says in which region "${address}" is` } };
  return placeOfRegion(cloud, region, { address } as Resource);
}

/** `endpoints.s3`, and `endpoint` of older versions. */
function endpointOf(config: Fields): string | undefined {
  const [endpoints] = itemsOf(config.entries.get("endpoints")) ?? [];
  const value = fieldsOf(endpoints).get("s3") ?? config.entries.get("endpoint");
  return value && knownText(value);
}
