import * as fc from "fast-check";
import { OPERATORS, type OperatorName, SET_OPERATORS } from "../../../src/aws/policy/operators";

/** Documents that AWS takes as bucket policies, as parsed JSON. */

type Json = Readonly<Record<string, unknown>>;

const oneOrMany = (item: fc.Arbitrary<string>) => fc.oneof(item, fc.uniqueArray(item, { minLength: 1, maxLength: 3 }));

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const account = fc.stringMatching(/^\d{12}$/);
const variable = fc.constantFrom("${aws:username}", "${aws:PrincipalTag/team, 'all'}", "${*}", "${?}", "${$}");
const piece = fc.oneof(name, variable, fc.constantFrom("*", "?", "/", ":", "$"));
const text = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));

const action = fc.oneof(fc.constant("*"), fc.stringMatching(/^(s3|S3|s3express):[A-Za-z*?]{1,12}$/));
const resource = fc.oneof(
  fc.constant("*"),
  text.map((rest) => `arn:aws:s3:::${rest}`),
  fc
    .tuple(
      fc.constantFrom("aws", "*", "aws-cn"),
      fc.constantFrom("", "*", "us-*-1"),
      fc.oneof(account, fc.constantFrom("", "*")),
      text,
    )
    .map(([partition, region, owner, rest]) => `arn:${partition}:s3:${region}:${owner}:${rest}`),
);

const iam = fc
  .tuple(account, fc.constantFrom("role", "user"), name)
  .map(([id, kind, rest]) => `arn:aws:iam::${id}:${kind}/${rest}`);
const session = fc.tuple(account, name, name).map(([id, role, rest]) => `arn:aws:sts::${id}:assumed-role/${role}/${rest}`);
const aws = fc.oneof(account, iam, session, fc.constantFrom("*", "AIDACKCEVSQ6C2EXAMPLE"));
const principal = fc.oneof(
  fc.constant("*"),
  fc
    .record(
      {
        AWS: oneOrMany(aws),
        Service: oneOrMany(name.map((each) => `${each}.amazonaws.com`)),
        CanonicalUser: fc.stringMatching(/^[0-9a-f]{64}$/),
      },
      { requiredKeys: [] },
    )
    .filter((each) => Object.keys(each).length > 0),
);

const VALUES = {
  string: oneOrMany(text),
  arn: oneOrMany(text.map((rest) => `arn:aws:iam::111122223333:${rest}`)),
  number: oneOrMany(fc.integer().map(String)),
  date: oneOrMany(
    fc.date({ min: new Date(0), max: new Date("2999-01-01"), noInvalidDate: true }).map((date) => date.toISOString()),
  ),
  boolean: fc.constantFrom("true", "false"),
  binary: oneOrMany(fc.base64String()),
  address: oneOrMany(
    fc.oneof(
      fc.ipV4(),
      fc.ipV4().map((each) => `${each}/24`),
      fc.ipV6(),
    ),
  ),
} as const;

const operator = fc.tuple(
  fc.constantFrom("", ...Object.keys(SET_OPERATORS)),
  fc.constantFrom(...(Object.keys(OPERATORS) as OperatorName[])),
  fc.boolean(),
);
const key = fc.constantFrom(
  "aws:PrincipalArn",
  "aws:SourceIp",
  "s3:prefix",
  "aws:PrincipalTag/team",
  "kms:EncryptionContext:aws:s3:arn",
  "token.actions:sub",
);
const block = operator.chain(([set, test, ifExists]) => {
  const form = `${set === "" ? "" : `${set}:`}${test}${ifExists && OPERATORS[test].ifExists ? "IfExists" : ""}`;
  return fc.dictionary(key, VALUES[OPERATORS[test].value], { minKeys: 1, maxKeys: 2 }).map((keys): Json => ({ [form]: keys }));
});
const condition = fc.array(block, { minLength: 1, maxLength: 3 }).map((blocks): Json => Object.assign({}, ...blocks));

const either = <Value>(plain: string, value: fc.Arbitrary<Value>, not: fc.Arbitrary<boolean>) =>
  fc.tuple(value, not).map(([each, negated]): Json => ({ [negated ? `Not${plain}` : plain]: each }));

const statement = fc.constantFrom("Allow", "Deny").chain((Effect) =>
  fc
    .tuple(
      either("Principal", principal, Effect === "Deny" ? fc.boolean() : fc.constant(false)),
      either("Action", oneOrMany(action), fc.boolean()),
      either("Resource", oneOrMany(resource), fc.boolean()),
      fc.option(condition, { nil: undefined }),
      fc.option(fc.string({ minLength: 1, maxLength: 8 }), { nil: undefined }),
    )
    .map(
      ([who, what, where, when, Sid]): Json => ({
        ...(Sid === undefined ? {} : { Sid }),
        Effect,
        ...who,
        ...what,
        ...where,
        ...(when === undefined ? {} : { Condition: when }),
      }),
    ),
);

export const bucketPolicy: fc.Arbitrary<Json> = fc
  .record(
    {
      Version: fc.constantFrom("2012-10-17", "2008-10-17"),
      Id: fc.string({ maxLength: 8 }),
      Statement: fc.oneof(statement, fc.array(statement, { minLength: 1, maxLength: 4 })),
    },
    { requiredKeys: ["Statement"] },
  )
  .map((each): Json => each);
