import * as fc from "fast-check";
import type { Json, Scenario } from "../support/scenario";

export interface Sample {
  readonly seed: number;
  readonly count: number;
}

/** The same scenarios for the same seed; made in batches, so that any number of them takes the memory of one. */
export function* scenarios({ seed, count }: Sample): Generator<Scenario> {
  const size = 500;
  for (let made = 0; made < count; made += size)
    yield* fc.sample(SCENARIO, { seed: seed + made, numRuns: Math.min(size, count - made) });
}

const US = "111111111111";
const OTHER = "222222222222";
const OUTSIDE = "999999999999";
const KEY = `arn:aws:kms:us-east-1:${US}:key/11111111-2222-3333-4444-555555555555`;
const ROLE = `arn:aws:iam::${US}:role/us-restore`;
const EXPORT_ROLE = `arn:aws:iam::${US}:role/us-export`;
const SECRET = `arn:aws:secretsmanager:us-east-1:${US}:secret:oci-AbCdEf`;

interface Asked {
  readonly action: string;
  readonly resource: string;
}

const ASKED: readonly Asked[] = [
  { action: "s3:GetObject", resource: "arn:aws:s3:::bk-va/u/1" },
  { action: "s3:PutObject", resource: "arn:aws:s3:::bk-va/u/1" },
  { action: "s3:ListBucket", resource: "arn:aws:s3:::bk-va" },
  { action: "s3:GetBucketPolicy", resource: "arn:aws:s3:::bk-va" },
  { action: "kms:Decrypt", resource: KEY },
  { action: "kms:CreateGrant", resource: KEY },
  { action: "sts:AssumeRole", resource: EXPORT_ROLE },
  { action: "iam:GetRole", resource: EXPORT_ROLE },
  { action: "secretsmanager:GetSecretValue", resource: SECRET },
  { action: "datasync:DescribeTask", resource: `arn:aws:datasync:us-east-1:${US}:task/task-1` },
];

interface Caller {
  readonly principal: string;
  /** Absent: the caller isn't signed. */
  readonly arn?: string;
  readonly account?: string;
  readonly organization?: string;
}

const CALLERS: readonly Caller[] = [
  session(US, "us-restore", "o-aaaa"),
  session(US, "apac-ops", "o-aaaa"),
  user(US, "bob", "o-aaaa"),
  session(OTHER, "reader", "o-aaaa"),
  session(OUTSIDE, "reader", "o-zzzz"),
  user(OUTSIDE, "eve", undefined),
  { principal: `arn:aws:iam::${US}:root`, arn: `arn:aws:iam::${US}:root`, account: US, organization: "o-aaaa" },
  { principal: "datasync.amazonaws.com" },
  { principal: "anonymous" },
];

function session(account: string, role: string, organization: string | undefined): Caller {
  const arn = `arn:aws:iam::${account}:role/${role}`;
  return {
    principal: `arn:aws:sts::${account}:assumed-role/${role}/ann`,
    arn,
    account,
    ...(organization ? { organization } : {}),
  };
}

function user(account: string, name: string, organization: string | undefined): Caller {
  const arn = `arn:aws:iam::${account}:user/${name}`;
  return { principal: arn, arn, account, ...(organization ? { organization } : {}) };
}

/** Keys that requests may carry, with values near to those that conditions ask for. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  "aws:SourceIp": ["203.0.113.7", "198.51.100.1", "2001:db8::1"],
  "aws:SourceVpc": ["vpc-1", "vpc-2"],
  "aws:PrincipalTag/site": ["us", "us-1", "US", "sg"],
  "aws:MultiFactorAuthPresent": ["true", "false"],
  "aws:MultiFactorAuthAge": ["10", "3600", "7200"],
  "aws:CurrentTime": ["2026-11-24T00:00:00Z", "2027-01-01T00:00:00Z"],
  "aws:SourceArn": [`arn:aws:datasync:us-east-1:${US}:task/task-1`, `arn:aws:datasync:us-east-1:${US}:task/task-2`],
};
const LISTS: Readonly<Record<string, readonly string[]>> = { "aws:TagKeys": ["class", "site", "owner"] };

interface Tested {
  /** Takes one value only. */
  readonly single?: true;
  readonly keys: readonly string[];
  readonly operators: readonly string[];
  readonly values: readonly string[];
}

const TESTED: readonly Tested[] = [
  {
    keys: ["aws:PrincipalTag/site", "aws:SourceVpc", "aws:PrincipalOrgID"],
    operators: [
      "StringEquals",
      "StringNotEquals",
      "StringEqualsIgnoreCase",
      "StringNotEqualsIgnoreCase",
      "StringLike",
      "StringNotLike",
    ],
    values: [
      "us",
      "us-?",
      "u*",
      "*",
      "sg",
      "vpc-1",
      "vpc-*",
      "o-aaaa",
      "o-*",
      "${aws:PrincipalTag/site}",
      "${aws:PrincipalTag/site, 'us'}",
    ],
  },
  {
    keys: ["aws:MultiFactorAuthAge"],
    operators: [
      "NumericEquals",
      "NumericNotEquals",
      "NumericLessThan",
      "NumericLessThanEquals",
      "NumericGreaterThan",
      "NumericGreaterThanEquals",
    ],
    values: ["10", "3600", "5000"],
  },
  {
    keys: ["aws:CurrentTime"],
    operators: ["DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"],
    values: ["2026-11-24T00:00:00Z", "2026-12-01T00:00:00Z", "2026-01-01"],
  },
  {
    keys: ["aws:MultiFactorAuthPresent", "aws:SecureTransport", "aws:PrincipalIsAWSService"],
    operators: ["Bool"],
    single: true,
    values: ["true", "false"],
  },
  {
    keys: ["aws:SourceIp"],
    operators: ["IpAddress", "NotIpAddress"],
    values: ["203.0.113.0/24", "198.51.100.1", "0.0.0.0/0", "2001:db8::/32"],
  },
  {
    keys: ["aws:PrincipalArn", "aws:SourceArn"],
    operators: ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
    values: [ROLE, "arn:aws:iam::*:role/*", `arn:aws:iam::${US}:user/b?b`, `arn:aws:datasync:*:${US}:task/*`],
  },
  {
    keys: ["aws:SourceVpc", "aws:PrincipalTag/site", "aws:PrincipalOrgID"],
    operators: ["Null"],
    single: true,
    values: ["true", "false"],
  },
  {
    keys: ["aws:TagKeys"],
    operators: [
      "ForAllValues:StringEquals",
      "ForAnyValue:StringEquals",
      "ForAllValues:StringLike",
      "ForAnyValue:StringNotEquals",
    ],
    values: ["class", "site", "c*"],
  },
];

const CONDITION: fc.Arbitrary<Json> = fc.constantFrom(...TESTED).chain(({ keys, operators, values, single }) =>
  fc
    .record({
      operator: fc.constantFrom(...operators),
      ifExists: fc.boolean(),
      key: fc.constantFrom(...keys),
      values: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: single ? 1 : 2 }),
    })
    .map(({ operator, ifExists, key, values: chosen }) => {
      const name = ifExists && operator !== "Null" ? `${operator}IfExists` : operator;
      return { [name]: { [key]: chosen.length === 1 ? chosen[0] : chosen } };
    }),
);

/** One deny to five allows, and half without condition, so that both answers stay frequent. */
function statement({ action, resource }: Asked, principal: fc.Arbitrary<Json> | undefined, trust: boolean): fc.Arbitrary<Json> {
  const service = action.split(":")[0];
  const actions = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(...[action, `${service}:*`, "*", `${action.slice(0, -2)}??`].map((Action) => ({ Action }))),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom({ Action: `${service}:Tag*` }, { NotAction: `${service}:Tag*` }, { NotAction: action }),
    },
  );
  const resources = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(resource, "*", `${resource.slice(0, -1)}*`).map((Resource) => ({ Resource })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        { Resource: "arn:aws:s3:::other/*" },
        { NotResource: "arn:aws:s3:::other/*" },
        { NotResource: resource },
      ),
    },
  );
  const effect = fc.constantFrom("Allow", "Allow", "Allow", "Allow", "Allow", "Deny").map((Effect) => ({ Effect }));
  const condition = fc.option(
    CONDITION.map((Condition) => ({ Condition })),
    { nil: {}, freq: 2 },
  );
  return fc
    .tuple(
      effect,
      principal ?? fc.constant({}),
      trust ? fc.constant({ Action: action }) : actions,
      trust ? fc.constant({}) : resources,
      condition,
    )
    .map((parts) => Object.assign({}, ...parts));
}

function policy(asked: Asked, principal?: fc.Arbitrary<Json>, trust = false): fc.Arbitrary<Json> {
  const statements = fc.array(statement(asked, principal, trust), { minLength: 1, maxLength: 3 });
  return fc.record({ Version: fc.constant("2012-10-17"), Statement: statements });
}

const PRINCIPAL: fc.Arbitrary<Json> = fc
  .constantFrom<unknown>(
    "*",
    { AWS: "*" },
    { AWS: ROLE },
    { AWS: `arn:aws:sts::${US}:assumed-role/us-restore/ann` },
    { AWS: `arn:aws:iam::${US}:user/bob` },
    { AWS: `arn:aws:iam::${US}:root` },
    { AWS: [`arn:aws:iam::${OTHER}:role/reader`, `arn:aws:iam::${OUTSIDE}:root`] },
    { AWS: OTHER },
    { Service: "datasync.amazonaws.com" },
  )
  .map((Principal) => ({ Principal }));

/** Control policies mostly let everything pass, else nothing would be allowed. */
function serviceControl(asked: Asked): fc.Arbitrary<readonly Json[]> {
  const full = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant([full]) },
    { weight: 1, arbitrary: policy(asked).map((own) => [full, own]) },
    {
      weight: 1,
      arbitrary: policy(asked).map((own) => [own]),
    },
  );
}

function resourceControl({ action }: Asked): fc.Arbitrary<readonly Json[]> {
  const service = action.split(":")[0];
  const deny = fc
    .tuple(fc.constantFrom(action, `${service}:*`), CONDITION)
    .map(([Action, Condition]) => [
      { Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action, Resource: "*", Condition }] },
    ]);
  return fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: deny });
}

/** Each key is there half of the time, but for the time, which every request has. */
const OPTIONAL_KEYS: fc.Arbitrary<Readonly<Record<string, string | readonly string[]>>> = fc.record(
  {
    ...Object.fromEntries(Object.entries(VALUES).map(([key, values]) => [key, fc.constantFrom(...values)])),
    ...Object.fromEntries(
      Object.entries(LISTS).map(([key, values]) => [
        key,
        fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }),
      ]),
    ),
  },
  { requiredKeys: ["aws:CurrentTime"] },
) as fc.Arbitrary<Readonly<Record<string, string | readonly string[]>>>;

/** What is always in a request of this caller. */
function callerKeys({ principal, arn, account, organization }: Caller): Readonly<Record<string, string>> {
  return {
    "aws:SecureTransport": "true",
    ...(principal === "anonymous"
      ? {}
      : { "aws:PrincipalIsAWSService": String(arn === undefined), "aws:ViaAWSService": "false" }),
    ...(arn === undefined ? {} : { "aws:PrincipalArn": arn }),
    ...(account === undefined ? {} : { "aws:PrincipalAccount": account }),
    ...(organization === undefined ? {} : { "aws:PrincipalOrgID": organization }),
  };
}

/** Of ten resources. A role always has a trust policy, and a key nearly always one that says something. */
function policyWeight({ action }: Asked): number {
  return action.startsWith("sts:") ? 10 : action.startsWith("kms:") ? 9 : 6;
}

const HAS_IDENTITY = /:(user|role|assumed-role)\//;

/** Callers, actions and policies so near to each other that every rule gets its turn. */
const SCENARIO: fc.Arbitrary<Scenario> = fc
  .tuple(fc.constantFrom(...ASKED), fc.constantFrom(...CALLERS))
  // Few services take a request without a signature.
  .filter(([{ action }, { principal }]) => principal !== "anonymous" || /^(s3|kms):/.test(action))
  .chain(([asked, caller]) => {
    const trust = asked.action.startsWith("sts:");
    const hasPolicy = !/^(iam|datasync):/.test(asked.action);
    const hasIdentity = HAS_IDENTITY.test(caller.principal);
    const maybe = (arbitrary: fc.Arbitrary<unknown>, weight: number) =>
      fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(undefined) }, { weight, arbitrary });
    return fc
      .record({
        context: OPTIONAL_KEYS,
        identity: hasIdentity ? maybe(fc.array(policy(asked), { minLength: 1, maxLength: 2 }), 7) : fc.constant(undefined),
        boundary: hasIdentity
          ? maybe(
              policy(asked).map((limit) => [limit]),
              3,
            )
          : fc.constant(undefined),
        session: caller.principal.includes(":assumed-role/") ? maybe(policy(asked), 2) : fc.constant(undefined),
        resourcePolicy: hasPolicy ? maybe(policy(asked, PRINCIPAL, trust), policyWeight(asked)) : fc.constant(undefined),
        scpLevels: caller.organization
          ? maybe(fc.array(serviceControl(asked), { minLength: 1, maxLength: 3 }), 3)
          : fc.constant(undefined),
        vpcEndpoint: maybe(
          policy(asked, fc.constant({ Principal: "*" })).map((way) => [way]),
          1,
        ),
        rcpLevels: maybe(fc.array(resourceControl(asked), { minLength: 1, maxLength: 2 }), 3),
      })
      .map(({ context, ...policies }) => ({
        request: {
          principal: caller.principal,
          ...asked,
          resourceAccount: US,
          context: { ...context, ...callerKeys(caller), ...(policies.vpcEndpoint ? { "aws:SourceVpce": "vpce-1" } : {}) },
        },
        ...(Object.fromEntries(Object.entries(policies).filter(([, value]) => value !== undefined)) as Partial<Scenario>),
      }));
  });
