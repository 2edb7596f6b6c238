import { type Declaration, declare, readModel } from "../../../src/declaration";
import type { NamedPrincipal } from "../../../src/estate/named-principal";
import { type Documents, inputOf } from "../../support/stacks";
import { principalsOf } from "./principals";

export const TENANCY = "ocid1.tenancy.oc1..t";

/** A synthesized stack of both clouds with these resources. */
export const stack = (resource: object, more: object = {}) => ({
  provider: {
    oci: [{ region: "us-phoenix-1", tenancy_ocid: TENANCY }],
    aws: [{ region: "us-east-1", allowed_account_ids: ["111122223333"], default_tags: [{ tags: { owner: "us" } }] }],
  },
  resource,
  ...more,
});

/** A model of one store and what else it is told; each line of it stands where a test counts it from 5 on. */
export const model = (...lines: readonly string[]) =>
  ["version: 1", "jurisdiction: US", "rests: { oci: [us-phoenix-1], aws: [us-east-1] }", "stores:", ...lines].join("\n");

export interface Held {
  readonly declaration?: Declaration;
  /** `line code message` of each. */
  readonly mistakes: readonly string[];
  readonly helps: readonly (string | undefined)[];
}

/** A model's text held against stacks, with those whom only statements and documents name. */
export function held(text: string, documents: Documents, named: readonly NamedPrincipal[] = []): Held {
  const read = readModel(text, "perimeter.yaml");
  if ("diagnostics" in read) throw new Error(JSON.stringify(read.diagnostics));
  const { resources } = inputOf(documents);
  const answer = declare(read, { resources, principals: [...principalsOf(resources), ...named] });
  if (!("diagnostics" in answer)) return { declaration: answer, mistakes: [], helps: [] };
  return {
    mistakes: answer.diagnostics.map(({ line, code, message }) => `${line} ${code} ${message}`),
    helps: answer.diagnostics.map(({ help }) => help),
  };
}
