import type { Estate } from "../../estate";
import { argument, fieldsOf, itemsOf } from "../../estate/arguments";
import type { Resource } from "../../input";
import type { Fix, PathStep } from "../../verdict/verdict";
import { BALANCERS, backendsOf, isOn, SETS, whereIsBackend } from "./backends";
import { domainOf } from "./domain";
import { step } from "./lead";
import { literalOf } from "./literal";
import { redirectsOf } from "./redirects";

/** Something that is wrong behind an answer, or can't be known. */
export type Trouble =
  | {
      readonly kind: "no-backend" | "outside";
      readonly path: readonly PathStep[];
      /** Goes on after "… leads to": `…, whose listener "https" has no backend`. */
      readonly message: string;
      readonly fix: Fix;
    }
  | { readonly kind: "unknown"; readonly address: string; readonly because: string };

/** The types of load balancers, and those of their listeners. The two that end in the same word are one type's old name. */
export const LOAD_BALANCERS: ReadonlySet<string> = new Set(["oci_load_balancer_load_balancer", "oci_load_balancer"]);
export const NETWORK_LOAD_BALANCERS: ReadonlySet<string> = new Set(["oci_network_load_balancer_network_load_balancer"]);
const LISTENERS: ReadonlySet<string> = new Set(["oci_load_balancer_listener", "oci_network_load_balancer_listener"]);

/** What is asked of whatever is behind an answer. */
export interface Expected {
  /** Regions of the primary and its standby. */
  readonly allowed: ReadonlySet<string>;
  /** Whether every answer for another name is right as well; `undefined`: that isn't known. */
  readonly isRight: (name: string) => boolean | undefined;
}

/** What a request for a name can come to behind a load balancer. */
export function troublesBehind(
  balancer: Resource,
  hostname: string,
  { allowed, isRight }: Expected,
  estate: Estate,
): readonly Trouble[] {
  const parts = [...estate.resources.values()].filter((one) => isOn(one, balancer, BALANCERS, estate));
  const listeners = parts.filter(({ type }) => LISTENERS.has(type)).filter((one) => mayHear(one, hostname, parts, estate));
  if (listeners.length === 0) {
    const text = `add a listener to ${balancer.address}, and a backend set with a backend`;
    return [
      {
        kind: "no-backend",
        path: [step(balancer, "has no listener")],
        message: `${balancer.address}, which has no listener`,
        fix: { text, edits: [] },
      },
    ];
  }
  return listeners.flatMap((listener) => {
    const redirects = redirectsOf(listener, parts, estate);
    const away = redirects.flatMap(({ by, host }): readonly Trouble[] => {
      const isFine = host === undefined || host === hostname || isRight(host);
      if (isFine) return [];
      if (isFine === undefined) return [unknown(by, `where its redirect to ${host} leads isn't known`)];
      return [strayRedirect(balancer, listener, by, host ?? "")];
    });
    return redirects.some(({ isForAll }) => isForAll) ? away : [...away, ...behindSets(listener)];
  });

  function behindSets(listener: Resource): readonly Trouble[] {
    return setsOf(listener, parts, estate).flatMap((set): readonly Trouble[] => {
      if (set === undefined) return [unknown(listener, "which backend set it passes requests to isn't known")];
      const made = parts.find((one) => SETS.has(one.type) && literalOf(argument(one, "name"), estate) === set);
      const backends = backendsOf(balancer, set, estate);
      if (backends === "unknown") return [unknown(made ?? listener, "its backends aren't known")];
      if (!made && backends.length === 0) return [unknown(listener, `its backend set "${set}" isn't among what was given`)];
      if (backends.length === 0) return [noBackend(balancer, listener, made ?? listener, set)];
      return backends.flatMap((backend): readonly Trouble[] => {
        const where = whereIsBackend(backend, balancer, allowed, estate);
        if (where.kind === "inside") return [];
        if (where.kind === "unknown") return [unknown(backend.by, where.because)];
        return [strayBackend(balancer, listener, backend.by, where.because)];
      });
    });
  }
}

function strayRedirect(balancer: Resource, listener: Resource, by: Resource, host: string): Trouble {
  return {
    kind: "outside",
    path: [step(listener, "listens"), step(by, `redirects to ${host}`)],
    message: `${balancer.address}, which redirects to ${host}: it isn't answered by the primary or its standby alone`,
    fix: {
      text: `redirect to {host} in ${by.address}`,
      edits: [{ address: by.address, argument: "items", before: host, after: "{host}" }],
    },
  };
}

const unknown = ({ address }: Resource, because: string): Trouble => ({ kind: "unknown", address, because });

function noBackend(balancer: Resource, listener: Resource, set: Resource, name: string): Trouble {
  return {
    kind: "no-backend",
    path: [step(listener, `passes requests to "${name}"`), step(set, "has no backend")],
    message: `${balancer.address}, whose listener ${listener.address} has no backend`,
    fix: {
      text: `add a backend of the primary or its standby to ${set.address}`,
      edits: [{ address: set.address, argument: "backend", before: "", after: "a backend of this backend set" }],
    },
  };
}

function strayBackend(balancer: Resource, listener: Resource, by: Resource, because: string): Trouble {
  const said = ["ip_address", "target_id"].find((name) => argument(by, name) !== undefined) ?? "backend";
  return {
    kind: "outside",
    path: [step(listener, "listens"), step(by, `passes requests on: ${because}`)],
    message: `${balancer.address}, which passes requests on by ${by.address}: ${because}`,
    fix: {
      text: `remove ${by.address}, or let it stand for a machine of the primary or its standby`,
      edits: [{ address: by.address, argument: said, before: "", after: null }],
    },
  };
}

/** Every backend set that a listener may pass a request to: its default, and those of its routes. */
function setsOf(listener: Resource, parts: readonly Resource[], estate: Estate): readonly (string | undefined)[] {
  const text = (name: string) => literalOf(argument(listener, name), estate);
  const named = (types: readonly string[], name: string | undefined) =>
    parts.filter((one) => types.includes(one.type) && name !== undefined && literalOf(argument(one, "name"), estate) === name);
  const routes = [
    ...named(["oci_load_balancer_path_route_set"], text("path_route_set_name")).flatMap(
      (one) => itemsOf(argument(one, "path_routes")) ?? [],
    ),
    ...named(["oci_load_balancer_load_balancer_routing_policy"], text("routing_policy_name"))
      .flatMap((one) => itemsOf(argument(one, "rules")) ?? [])
      .flatMap((rule) => itemsOf(fieldsOf(rule).get("actions")) ?? []),
  ].map((one) => literalOf(fieldsOf(one).get("backend_set_name"), estate));
  return [...new Set([text("default_backend_set_name"), ...routes])];
}

/** Whether a listener takes requests for a name: one without host names takes all ("Managing Request Routing"). */
function mayHear(listener: Resource, hostname: string, parts: readonly Resource[], estate: Estate): boolean {
  const names = itemsOf(argument(listener, "hostname_names"));
  if (!names || names.length === 0) return true;
  return names.some((value) => {
    const name = literalOf(value, estate);
    const made = parts.find(
      (one) => one.type === "oci_load_balancer_hostname" && literalOf(argument(one, "name"), estate) === name,
    );
    const pattern = made && literalOf(argument(made, "hostname"), estate);
    return pattern === undefined || matches(domainOf(pattern), hostname);
  });
}

/** A name, or one with an asterisk at its beginning or end. */
function matches(pattern: string, name: string): boolean {
  if (pattern.startsWith("*")) return name.endsWith(pattern.slice(1));
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}
