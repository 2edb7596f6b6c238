import { describe, expect, test } from "@jest/globals";
import { findAction } from "../../src/aws/catalogue/actions";
import type { AwsDetour } from "../../src/detours/aws/row";
import { AWS_DETOURS, AWS_KEY_USE, AWS_LISTS, AWS_READS, type AwsRowId } from "../../src/detours/aws/rows";
import type { Finding } from "../../src/verdict/verdict";
import { ask } from "../support/ask";
import { brief, verdictOf } from "../support/verdict-of";
import { IDENTITY_PAIRS } from "./aws-identities";
import { documentsOf, modelOf, type Pair } from "./aws-pair";
import { NOTE_PAIRS, READ_PAIRS } from "./aws-reads";
import { PASSED_PAIRS, RUNNING_PAIRS, TRUSTING_PAIRS } from "./aws-roles";
import { ORGANIZATION_PAIRS, STORE_PAIRS } from "./aws-stores";

/** A row without both halves of its pair doesn't compile. */
const PAIRS: Record<AwsRowId, Pair> = {
  ...READ_PAIRS,
  ...NOTE_PAIRS,
  ...IDENTITY_PAIRS,
  ...PASSED_PAIRS,
  ...TRUSTING_PAIRS,
  ...RUNNING_PAIRS,
  ...STORE_PAIRS,
  ...ORGANIZATION_PAIRS,
};
const ROWS: ReadonlyMap<string, AwsDetour> = new Map(
  [...AWS_READS, ...AWS_DETOURS, ...AWS_LISTS, ...AWS_KEY_USE].map((row) => [row.id, row]),
);
const NOTES: ReadonlySet<string> = new Set([...AWS_LISTS, ...AWS_KEY_USE].map(({ id }) => id));
const rowOf = (id: string): AwsDetour => ROWS.get(id) ?? fail(id);
const fail = (id: string): never => {
  throw new Error(`there is no row ${id}`);
};
interface Request {
  readonly action: string;
}
const requestsOf = ({ witness }: Finding): readonly Request[] => [witness].flat() as readonly Request[];

describe.each(Object.entries(PAIRS))("%s", (id, pair) => {
  const { found, passed, toldAs = id, who = "apac-ops", across = false, after } = pair;
  const store = across ? "oci_objectstorage_bucket.media" : (pair.store ?? "aws_s3_bucket.media");
  const by = pair.by ?? `${across ? "b" : "a"}/aws_iam_role_policy.apac_ops`;
  // Bob is listed by the model where he is to reach; where he reaches, he is from outside.
  const model = who === "bob" ? modelOf(pair).replace(/ {2}bob: .*\n/, "") : modelOf(pair);
  const documents = documentsOf(pair, found);
  let known: readonly Finding[] | undefined;
  const told = () => {
    const [access] = known ? [] : verdictOf(documents, model).guarantees;
    known ??= NOTES.has(id) ? access?.notes : access?.findings;
    return known;
  };
  const says = rowOf(toldAs).says;
  const own = () => told()?.filter(({ principal, message }) => principal?.name === who && message.includes(says));

  if (pair.open) {
    test("leaves the verdict open", () => expect(verdictOf(documents, model).verdict).toBe("undecided"));
    passedTest();
    return;
  }

  test("is found: who, what, and by which of its statements", () => {
    const about = own()?.filter(
      ({ asset, path }) => asset?.address === `a/${store}` && path.some(({ address }) => address === by),
    );
    expect([about?.length, told()?.map(({ message }) => message)]).toEqual([1, expect.anything()]);
  });

  test("is shown by requests that the cloud allows", () => {
    const [finding] = own() ?? [];
    const requests = finding ? requestsOf(finding) : [];
    const needed = new Set(rowOf(toldAs).needs.flat());
    const later = after ? documentsOf(pair, [...found, ...after]) : documents;
    const answers = requests.map((request) => {
      const first = ask(documents, request);
      const answer = first.decision === "allowed" || needed.has(request.action) ? first : ask(later, request);
      return `${request.action} ${answer.decision}: ${answer.decision === "allowed" ? "" : answer.because}`;
    });
    expect(answers.length).toBeGreaterThan(0);
    expect(answers).toEqual(requests.map((request) => `${request.action} allowed: `));
  });

  passedTest();

  function passedTest(): void {
    test("what looks like it gives nothing", () => {
      const verdict = verdictOf(documentsOf(pair, passed), model);
      expect(brief(verdict)).toEqual(["holds"]);
      if (NOTES.has(id)) expect(verdict.guarantees[0]?.notes).toEqual([]);
    });
  }
});

test("a third of the pairs are examples of the documentation", () => {
  const pairs = Object.values(PAIRS);
  expect(pairs.filter(({ page }) => page !== undefined).length * 3).toBeGreaterThanOrEqual(pairs.length);
});

test("every action of a row is one that the cloud has", () => {
  const actions = [...ROWS.values()].flatMap(({ needs }) => needs.flat());
  const unknown = actions.filter((action) => {
    const [service = "", name = ""] = action.split(":");
    return !findAction(service, name);
  });
  expect(unknown).toEqual([]);
});
