import { describe, expect, test } from "@jest/globals";
import { ACCOUNT, allowed, document, MODEL, OBJECTS, PARTNER, READ, type Statement, stackOf } from "../support/aws-estate";
import type { Resources } from "../support/oci-estate";
import { brief, verdictOf } from "../support/verdict-of";

const UNIT = "ou-ab12-data0001";
const ORGANIZATION = "o-a1b2c3d4e5";

/** What the model says of the organization. */
const told = (accounts: string, more = "") =>
  `${MODEL}aws: { organization: { id: ${ORGANIZATION}, accounts: ${accounts}${more} } }\n`;
const IN_UNIT = told(`{ "${ACCOUNT}": ${UNIT} }`);

/** A resource control policy, attached where no stack makes anything. */
const controlled = (...statements: readonly Statement[]): Resources => ({
  aws_organizations_policy: {
    p: {
      name: "p",
      type: "RESOURCE_CONTROL_POLICY",
      content: document(...statements.map((one) => ({ Effect: "Deny" as const, Principal: "*", Resource: "*", ...one }))),
    },
  },
  aws_organizations_policy_attachment: { p: { policy_id: "${aws_organizations_policy.p.id}", target_id: UNIT } },
});

const ONLY_RESTORES = controlled({
  Action: ["s3:GetObject", "kms:Decrypt"],
  Condition: { ArnNotEquals: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/us-restore` } },
});
const FOREIGNER = allowed("apac_ops", ...READ);
const UNKNOWN_PLACE = `where account "${ACCOUNT}" stands in its organization`;
const MANAGED = told(`{ "${ACCOUNT}": ${UNIT} }`, ', management: "999922223333"');

describe("what a control policy takes away", () => {
  test.each<[string, string, readonly string[]]>([
    ["in the unit of the account", IN_UNIT, ["holds"]],
    ["in another unit", told(`{ "${ACCOUNT}": ou-ab12-other001 }`), ["violated", "access/direct-read role apac-ops: media"]],
    [
      "from others than the management account",
      told("{}", `, management: "${ACCOUNT}"`),
      ["violated", "access/direct-read role apac-ops: media"],
    ],
  ])("%s", (_, model, said) => expect(brief(verdictOf(stackOf(ONLY_RESTORES, FOREIGNER), model))).toEqual(said));

  test("where nobody tells in which unit the account is, isn't known", () => {
    const [verdict, ...said] = brief(verdictOf(stackOf(ONLY_RESTORES, FOREIGNER), MODEL));
    expect(verdict).toBe("undecided");
    expect(said.join("\n")).toContain(UNKNOWN_PLACE);
  });

  test("what stacks make goes before what is told", () => {
    const made = {
      aws_organizations_account: { data: { id: ACCOUNT, name: "data", parent_id: "ou-ab12-other001" } },
      aws_organizations_organizational_unit: { other: { id: "ou-ab12-other001", name: "other", parent_id: "r-ab12" } },
    };
    const [verdict] = brief(verdictOf(stackOf(ONLY_RESTORES, FOREIGNER, made), IN_UNIT));
    expect(verdict).toBe("violated");
  });

  test("above a unit that a stack makes, the stack says it", () => {
    const unit = { aws_organizations_organizational_unit: { data: { id: "ou-ab12-below001", name: "data", parent_id: UNIT } } };
    const parent = { aws_organizations_organizational_unit: { top: { id: UNIT, name: "top", parent_id: "r-ab12" } } };
    const model = told(`{ "${ACCOUNT}": ou-ab12-below001 }`);
    expect(brief(verdictOf(stackOf(ONLY_RESTORES, FOREIGNER, unit, parent), model))).toEqual(["holds"]);
  });
});

describe("somebody of an account that is only named", () => {
  const ROLE = { AWS: `arn:aws:iam::${PARTNER}:role/reader` };
  const admitted: Resources = {
    aws_s3_bucket_policy: {
      media: {
        bucket: "${aws_s3_bucket.media.id}",
        policy: document({ Principal: ROLE, Action: "s3:GetObject", Resource: OBJECTS }),
      },
    },
    aws_kms_key: { media: { policy: document({ Principal: ROLE, Action: "kms:Decrypt", Resource: "*" }) } },
  };
  const perimeter = (organization: string) =>
    controlled({
      Action: "s3:*",
      Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": organization } },
    });
  test.each<[string, readonly Resources[], string]>([
    ["reads what lets it in", [admitted], "violated"],
    ["may be of the same organization, whose perimeter lets it pass", [admitted, perimeter(ORGANIZATION)], "undecided"],
    ["isn't let in by anybody", [perimeter(ORGANIZATION)], "holds"],
  ])("%s", (_, resources, verdict) => expect(brief(verdictOf(stackOf(...resources), MANAGED))[0]).toBe(verdict));
});

describe("who may take control policies away", () => {
  const DETACHES = allowed("apac_ops", ...READ, { Action: "organizations:DetachPolicy", Resource: "*" });
  test.each([
    ["may be anybody, where the management account isn't known", IN_UNIT, "violated"],
    ["is nobody of another account than that", MANAGED, "holds"],
  ])("%s", (_, model, verdict) => expect(brief(verdictOf(stackOf(ONLY_RESTORES, DETACHES), model))[0]).toBe(verdict));
});

test("where no stack attaches a control policy, it needn't be told where accounts stand", () => {
  const restores = allowed("us_restore", ...READ);
  expect(brief(verdictOf(stackOf(restores), told("{}")))).toEqual(["holds"]);
  expect(brief(verdictOf(stackOf(FOREIGNER), told("{}")))[0]).toBe("violated");
});

test("the organization's id is the one that is told", () => {
  const own = (organization: string) =>
    controlled({ Action: "s3:*", Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": organization } } });
  const asked = (organization: string) => brief(verdictOf(stackOf(FOREIGNER, own(organization)), IN_UNIT))[0];
  expect([asked(ORGANIZATION), asked("o-zzzzzzzzzz")]).toEqual(["violated", "holds"]);
});

describe("who administers a service for the organization", () => {
  const delegated = (service: string): Resources => ({
    aws_organizations_delegated_administrator: { a: { account_id: PARTNER, service_principal: service } },
  });
  test.each([
    ["access-analyzer.amazonaws.com", "holds"],
    ["config.amazonaws.com", "holds"],
    ["sso.amazonaws.com", "undecided"],
    ["member.org.stacksets.cloudformation.amazonaws.com", "undecided"],
  ])("%s", (service, verdict) => expect(brief(verdictOf(stackOf(delegated(service)), IN_UNIT))[0]).toBe(verdict));
});
