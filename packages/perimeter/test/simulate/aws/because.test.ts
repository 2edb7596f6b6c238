import { describe, expect, test } from "@jest/globals";
import type { AwsEstate, AwsRequest } from "../../../src/simulate/aws";
import * as world from "./support/world";
import {
  ALLOW_ALL,
  ALLOW_NOTHING,
  account,
  ask,
  bucket,
  KEY,
  key,
  OBJECT,
  OTHER,
  policy,
  ROLE,
  request,
  role,
  US,
} from "./support/world";

const get = (context: Readonly<Record<string, string | readonly string[]>> = {}) =>
  request(world.SESSION, "s3:GetObject", OBJECT, context);
const GET = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::bk/*" };
const identity = (...statements: Parameters<typeof policy>[1][]) => [role({ policies: [policy("identity", ...statements)] })];
const own = (...statements: Parameters<typeof policy>[1][]): Partial<AwsEstate> => ({
  principals: identity(...statements),
  resources: [bucket()],
});

describe("the sentence says which statement decides, or what came closest and what it lacked", () => {
  test.each<readonly [because: string, parts: Partial<AwsEstate>, asked: AwsRequest]>([
    ['the identity policy of role "us-restore" allows it, by Statement[0] of identity', own(GET), get()],
    [
      'the identity policy of role "us-restore" allows it, by Statement[0] "Read" of identity',
      own({ ...GET, Sid: "Read" }),
      get(),
    ],
    [
      'the identity policy of role "us-restore" denies it, by Statement[1] of identity',
      own(GET, { ...GET, Effect: "Deny" }),
      get(),
    ],
    ['no identity policy of role "us-restore" allows it', { principals: [role()], resources: [bucket()] }, get()],
    [
      'no identity policy of role "us-restore" allows it: Statement[0] of identity comes closest, but its `Action` "s3:PutObject" doesn\'t match',
      own({ ...GET, Action: "s3:PutObject" }),
      get(),
    ],
    [
      'no identity policy of role "us-restore" allows it: Statement[0] of identity comes closest, but its `NotAction` "s3:Get*" leaves it out',
      own({ Effect: "Allow", NotAction: "s3:Get*", Resource: "*" }),
      get(),
    ],
    [
      'no identity policy of role "us-restore" allows it: Statement[1] of identity comes closest, but its `Resource` "arn:aws:s3:::bk" doesn\'t match',
      own(ALLOW_NOTHING, { ...GET, Resource: "arn:aws:s3:::bk" }),
      get(),
    ],
    [
      'no identity policy of role "us-restore" allows it: Statement[0] of identity comes closest, but its `Resource` "arn:aws:s3:::a", "arn:aws:s3:::b", "arn:aws:s3:::c" and 1 more doesn\'t match',
      own({ ...GET, Resource: ["arn:aws:s3:::a", "arn:aws:s3:::b", "arn:aws:s3:::c", "arn:aws:s3:::d"] }),
      get(),
    ],
    [
      'no identity policy of role "us-restore" allows it: Statement[0] of identity comes closest, but its "Condition.StringEquals.aws:SourceVpce" asks for "vpce-1" and the request lacks the key',
      own({ ...GET, Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } }),
      get(),
    ],
    [
      'no identity policy of role "us-restore" allows it: Statement[0] of identity comes closest, but its "Condition.IpAddress.aws:SourceIp" asks for "203.0.113.0/24" and the request has "198.51.100.1"',
      own({ ...GET, Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }),
      get({ "aws:SourceIp": "198.51.100.1" }),
    ],
    [
      'no permissions boundary of role "us-restore" allows it: Statement[0] of boundary comes closest, but its `Action` "ec2:*" doesn\'t match',
      {
        principals: [role({ policies: [policy("identity", GET)], boundary: policy("boundary", ALLOW_NOTHING) })],
        resources: [bucket()],
      },
      get(),
    ],
    [
      'no service control policy at ou stores allows it: Statement[0] of scp comes closest, but its `Action` "ec2:*" doesn\'t match',
      {
        ...own(GET),
        accounts: [
          account(US, {
            serviceControl: [
              { name: "root", policies: [policy("scp", ALLOW_ALL)] },
              { name: "ou stores", policies: [policy("scp", ALLOW_NOTHING)] },
            ],
          }),
        ],
      },
      get(),
    ],
    [
      'no bucket policy of "arn:aws:s3:::bk/u/1" allows it: Statement[0] of bucket comes closest, but its `Principal` doesn\'t name an anonymous caller',
      { resources: [bucket({ policy: policy("bucket", { ...GET, Principal: { AWS: ROLE } }) })] },
      request(world.ANONYMOUS, "s3:GetObject", OBJECT),
    ],
    [
      '"arn:aws:s3:::bk/u/1" belongs to another account and has no policy that lets role "reader" in',
      {
        principals: [role({ arn: `arn:aws:iam::${OTHER}:role/reader`, policies: [policy("identity", GET)] })],
        resources: [bucket()],
      },
      request(world.FOREIGN, "s3:GetObject", OBJECT),
    ],
    [
      'the root user of account "111111111111" needs no identity policy',
      { resources: [bucket()] },
      request(world.ROOT, "s3:GetObject", OBJECT),
    ],
    [
      "the grant backup/aws_kms_grant.g allows it",
      {
        principals: [role()],
        resources: [key({ grants: [{ address: "backup/aws_kms_grant.g", grantee: ROLE, operations: ["Decrypt"] }] })],
      },
      request(world.SESSION, "kms:Decrypt", KEY),
    ],
  ])("%s", (because, parts, asked) => {
    expect(ask(parts, asked).because).toBe(because);
  });
});

describe("the statements that decide are named with their place and text", () => {
  test("those that allow together, from every kind of policy", () => {
    const serviceControl = [{ name: "root", policies: [policy("scp", ALLOW_ALL)] }];
    const parts = {
      accounts: [account(US, { serviceControl })],
      principals: [role({ policies: [policy("identity", GET)], boundary: policy("boundary", ALLOW_ALL) })],
      resources: [bucket()],
    };
    expect(ask(parts, get()).by).toEqual([
      { address: "scp", text: '{"Effect":"Allow","Action":"*","Resource":"*"}' },
      { address: "identity", text: '{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::bk/*"}' },
      { address: "boundary", text: '{"Effect":"Allow","Action":"*","Resource":"*"}' },
    ]);
  });

  test("the one that denies, alone", () => {
    expect(ask(own(GET, { ...GET, Effect: "Deny" }), get()).by).toEqual([
      { address: "identity", text: '{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::bk/*"}' },
    ]);
  });

  test("none, where nothing allows", () => {
    expect(ask({ principals: [role()], resources: [bucket()] }, get()).by).toEqual([]);
  });

  test("a user's text can't turn the sentence around", () => {
    const principals = [role({ arn: `arn:aws:iam::${OTHER}:role/reader` })];
    const { because } = ask(
      { principals, resources: [bucket()] },
      request(world.FOREIGN, "s3:GetObject", "arn:aws:s3:::bk/\u202e"),
    );
    expect(because).toContain("<U+202E>");
    expect(because).not.toContain("\u202e");
  });
});
