import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { approverOf, readApprovals } from "../../src/approvals";
import { check } from "../../src/check";
import type { Finding, GuaranteeId, GuaranteeVerdict, Verdict } from "../../src/verdict/verdict";
import { MODEL, type Resources, stackOf, statements, TENANCY } from "./oci-estate";
import type { Documents } from "./stacks";
import { DAY, questionOf, verdictOf } from "./verdict-of";

const EXAMPLES = join(__dirname, "../../examples");

function example(name: string, change: (text: string) => string = (text) => text): Verdict {
  const read = (file: string) => readFileSync(join(EXAMPLES, name, file), "utf8");
  const files = readdirSync(join(EXAMPLES, name)).filter((file) => file.endsWith(".tf.json"));
  const documents = Object.fromEntries(files.map((file) => [file, change(read(file))])) as Documents;
  return verdictOf(documents, read("perimeter.yaml"));
}

/** A tenancy with these statements. */
export const tenancyWith = (...all: readonly string[]): Verdict => accessOf(stackOf(statements(...all)));

/** Of access alone: what a report of one guarantee shows doesn't hang on what the others say. */
const accessOf = (documents: Documents): Verdict => check(questionOf(documents, MODEL), { layers: true, guarantees: ["access"] });

const PUBLIC: Resources = {
  oci_objectstorage_bucket: {
    media: { compartment_id: TENANCY, namespace: "ns", name: "user-media", access_type: "ObjectRead" },
  },
  oci_objectstorage_preauthrequest: {
    link: { bucket: "user-media", namespace: "ns", name: "l", access_type: "ObjectRead", time_expires: "2027-01-01T00:00:00Z" },
  },
};

export const READ = "allow group apac-eng to read objects in compartment stores";
export const WRITE_POLICIES = "allow group apac-eng to manage policies in tenancy";
export const JOIN = ["allow group apac-eng to manage groups in tenancy", "allow group apac-eng to use users in tenancy"];
export const LIST = "allow group apac-eng to inspect buckets in tenancy";
export const UNREADABLE = "allow group apac-eng to raed objects in compartment stores";

/** Names that try to be something else where they are shown. */
export const HOSTILE = `allow group 'x<failure>]]>|<img src=x> @admin #1 \`a\` %0A::error::' to read objects in tenancy`;

/** The verdict with these approvals. */
export function approvedWith(
  documents: Documents,
  model: string,
  approvals: string,
  guarantees: readonly GuaranteeId[] = ["access"],
  all: readonly GuaranteeId[] = guarantees,
): Verdict {
  const at = DAY.toISOString().slice(0, 10);
  const read = readApprovals(approvals, "approvals.yaml", at);
  if ("diagnostics" in read) throw new Error(JSON.stringify(read.diagnostics));
  const { approve, stale } = approverOf(read, at, guarantees, all);
  return {
    ...check(questionOf(documents, model), { layers: true, guarantees, approve }),
    approvals: { file: read.file, stale: stale() },
  };
}

export const APPROVED = `version: 1
approvals:
  - { role: apac-eng, store: media, capability: content, reason: on the way out, approver: sec@us.example, expires: 2027-01-31 }
  - { fingerprint: "0123456789abcdef", reason: gone, approver: sec@us.example, expires: 2027-01-31 }
  - { fingerprint: "0123456789abcdee", reason: long ago, approver: sec@us.example, approved: 2025-01-01, expires: 2025-12-31 }
`;

/** The policy as a cdktf app makes it, with the line that made it. */
export const MADE_BY_CDKTF: Resources = {
  oci_identity_policy: {
    made: {
      compartment_id: TENANCY,
      name: "made",
      description: "d",
      statements: [READ],
      "//": { metadata: { path: "access/made", stackTrace: ["new Policy (stacks/accès.ts:42:7)"] } },
    },
  },
};

/** Verdicts of all kinds, by what they are of. */
const MAKING: Readonly<Record<string, () => Verdict>> = {
  "a tenancy that holds": () => tenancyWith("allow group us-sre to read objects in compartment stores"),
  "one that somebody reads": () => tenancyWith(READ),
  "one with a chain, a note and something unreadable": () => tenancyWith(...JOIN, LIST, UNREADABLE),
  "one that is public, with a link": () => accessOf(stackOf(PUBLIC)),
  "one where too many read": () => tenancyWith("allow group us-sre, us-data to read objects in compartment stores"),
  "one with hostile names": () => tenancyWith(HOSTILE, READ),
  "one that holds by a denial": () =>
    tenancyWith("allow group apac-eng to read objects in tenancy", "deny group apac-eng to read objects in tenancy"),
  "one with approvals, good and stale": () => approvedWith(stackOf(statements(READ)), MODEL, APPROVED),
  ...Object.fromEntries(readdirSync(EXAMPLES).map((name) => [`the example ${name}`, () => example(name)])),
  "a landing zone that is open": () =>
    example("oci-landing-zone", (text) =>
      text.replace("manage virtual-network-family", "manage POLICIES").replace('"NoPublicAccess"', '"ObjectRead"'),
    ),
  "an account where operators attach policies": () =>
    example("aws-data-bucket", (text) => text.replace('\\"iam:List*\\"', '\\"iam:Attach*\\"')),
  "five guarantees, of which some aren't declared": () => fiveGuarantees(tenancyWith(READ)),
  "a cdktf app": () => accessOf(stackOf(MADE_BY_CDKTF)),
  "all guarantees of one": () => check(questionOf(stackOf(statements(READ)), MODEL)),
};

const made = new Map<string, Verdict>();

/** Made once, when it is asked for. */
export function verdictNamed(name: string): Verdict {
  const verdict = made.get(name) ?? MAKING[name]?.();
  if (!verdict) throw new Error(`there is no verdict "${name}"`);
  made.set(name, verdict);
  return verdict;
}

export const VERDICTS: readonly string[] = Object.keys(MAKING);

/** Those that are made in a moment. */
export const SMALL: readonly string[] = VERDICTS.filter((name) => !/example|zone|account/.test(name));

/** A verdict with guarantees of every outcome. */
export function fiveGuarantees(verdict: Verdict): Verdict {
  const empty = { findings: [], notes: [], undecided: [] };
  const others: readonly GuaranteeVerdict[] = [
    {
      id: "residency",
      verdict: "undecided",
      ...empty,
      undecided: [{ address: "a/aws_s3_bucket.b", reason: "its region isn't known" }],
    },
    { id: "routing", verdict: "not-declared", ...empty },
    { id: "oversight", verdict: "holds", ...empty },
  ];
  return { ...verdict, guarantees: [...verdict.guarantees, ...others] };
}

/** The same verdict with as many findings as this, each another one. */
export function manyFindings(verdict: Verdict, count: number, kind: "findings" | "notes" = "findings"): Verdict {
  const [access] = verdict.guarantees;
  const [first] = access?.findings ?? [];
  if (!access || !first) throw new Error("there is no finding");
  const severities = ["low", "critical", "medium", "high"] as const;
  const all = Array.from({ length: count }, (_, at): Finding => {
    const fingerprint = at.toString(16).padStart(16, "0");
    return {
      ...first,
      severity: severities[at % 4] ?? "low",
      fingerprint,
      message: `${first.message}, for the time number ${at}`,
    };
  });
  return { ...verdict, guarantees: [{ ...access, [kind]: all }, ...verdict.guarantees.slice(1)] };
}
