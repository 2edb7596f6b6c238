import { describe, expect, test } from "@jest/globals";
import { permission } from "oci-policy";
import { OCI_DETOURS, OCI_KEY_USE, OCI_LISTS, OCI_READS, type OciRowId } from "../../src/detours/oci-rows";
import type { OciDetour } from "../../src/detours/row";
import type { Finding } from "../../src/verdict/verdict";
import { ask } from "../support/ask";
import { brief, verdictOf } from "../support/verdict-of";
import { CONTAINER_PAIRS, INSTANCE_PAIRS, SERVICE_PAIRS, TAGGED_PAIRS } from "./oci-acting";
import { BOUNDARY_PAIRS } from "./oci-boundary";
import { documentsOf, modelOf, type Pair } from "./oci-pair";
import { PEOPLE_PAIRS } from "./oci-people";
import { NOTE_PAIRS, READ_PAIRS } from "./oci-reads";
import { KEY_PAIRS, PIPELINE_PAIRS, STORE_PAIRS } from "./oci-stores";

/** A row without both halves of its pair doesn't compile. */
const PAIRS: Record<OciRowId, Pair> = {
  ...READ_PAIRS,
  ...NOTE_PAIRS,
  ...BOUNDARY_PAIRS,
  ...PEOPLE_PAIRS,
  ...INSTANCE_PAIRS,
  ...CONTAINER_PAIRS,
  ...SERVICE_PAIRS,
  ...TAGGED_PAIRS,
  ...STORE_PAIRS,
  ...PIPELINE_PAIRS,
  ...KEY_PAIRS,
};
const ROWS: ReadonlyMap<string, OciDetour> = new Map(
  [...OCI_READS, ...OCI_DETOURS, ...OCI_LISTS, ...OCI_KEY_USE].map((row) => [row.id, row]),
);
const NOTES: ReadonlySet<string> = new Set([...OCI_LISTS, ...OCI_KEY_USE].map(({ id }) => id));
const rowOf = (id: string): OciDetour => ROWS.get(id) ?? fail(id);
const fail = (id: string): never => {
  throw new Error(`there is no row ${id}`);
};

const requestsOf = ({ witness }: Finding): readonly Request[] => [witness].flat() as readonly Request[];
interface Request {
  readonly permission: string;
}

describe.each(Object.entries(PAIRS))("%s", (id, pair) => {
  const { found, passed, toldAs = id, who = "apac-eng", store = "oci_objectstorage_bucket.media", after } = pair;
  const documents = documentsOf(pair, found);
  let known: readonly Finding[] | undefined;
  const told = () => {
    const [access] = known ? [] : verdictOf(documents, modelOf(pair)).guarantees;
    known ??= NOTES.has(id) ? access?.notes : access?.findings;
    return known;
  };

  test("is found: who, what, and by which of its statements", () => {
    const texts = found.map((text) => text.toLowerCase());
    const says = rowOf(toldAs).says;
    const own = told()?.filter(
      ({ principal, asset, path, message }) =>
        principal?.name === who &&
        asset?.address === `a/${store}` &&
        message.includes(says) &&
        path.some(({ text }) => texts.includes(text.toLowerCase())),
    );
    expect([own?.length, told()?.map(({ message }) => message)]).toEqual([1, expect.anything()]);
  });

  test("is shown by requests that the cloud allows", () => {
    const finding = told()?.find(({ principal, message }) => principal?.name === who && message.includes(rowOf(toldAs).says));
    const requests = finding ? requestsOf(finding) : [];
    const own = new Set(rowOf(toldAs).needs.flat());
    const later = after ? documentsOf(pair, after) : documents;
    const answers = requests.map((request) => [
      request.permission,
      ask(own.has(request.permission) ? documents : later, request).decision,
    ]);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers).toEqual(requests.map((request) => [request.permission, "allowed"]));
  });

  test("what looks like it gives nothing", () => {
    const verdict = verdictOf(documentsOf(pair, passed), modelOf(pair));
    expect(brief(verdict)).toEqual(["holds"]);
    if (NOTES.has(id)) expect(verdict.guarantees[0]?.notes).toEqual([]);
  });
});

test("a third of the pairs are examples of the documentation", () => {
  const pairs = Object.values(PAIRS);
  expect(pairs.filter(({ page }) => page !== undefined).length * 3).toBeGreaterThanOrEqual(pairs.length);
});

test("every permission of a row is one that the cloud has, and every right elsewhere one that is needed", () => {
  const rows = [...ROWS.values()];
  const needs = rows.flatMap((row) => row.needs.flat());
  expect(needs.filter((name) => !permission(name))).toEqual([]);
  const idle = rows.flatMap(({ elsewhere = [], needs: own }) => elsewhere.filter((name) => !own.flat().includes(name)));
  expect(idle).toEqual([]);
});
