import { describe, expect, test } from "@jest/globals";
import type { IamRole, RequestPrincipal } from "../../../src/simulate/aws";
import type { Json } from "./support/scenario";
import * as world from "./support/world";
import {
  ALLOW_ALL,
  ALLOW_NOTHING,
  ask,
  bucket,
  OBJECT,
  OTHER,
  policy,
  ROLE,
  request,
  role,
  US,
  USER,
  user,
} from "./support/world";

const SESSION_ARN = `arn:aws:sts::${US}:assumed-role/us-restore/ann`;
const FEDERATED_ARN = `arn:aws:sts::${US}:federated-user/fed`;
const ACCOUNT_ARN = `arn:aws:iam::${US}:root`;

/** A bucket policy of one statement. */
function bucketPolicy(statement: Json) {
  return policy("bucket", { Action: "s3:GetObject", Resource: "arn:aws:s3:::bk/*", ...statement });
}

function get(principal: RequestPrincipal, statement: Json, parts: Parameters<typeof ask>[0] = {}) {
  const principals = [role(), user(), role({ arn: `arn:aws:iam::${OTHER}:role/reader` })];
  return ask(
    { principals, resources: [bucket({ policy: bucketPolicy(statement) })], ...parts },
    request(principal, "s3:GetObject", OBJECT),
  ).decision;
}

describe("what a bucket policy allows, and which policies of the caller's own cut it", () => {
  type Cuts = readonly [identity: "needed" | "not needed", boundary: "cuts" | "passes", session: "cuts" | "passes"];
  const byPrincipalArn = { Principal: "*", Condition: { ArnEquals: { "aws:PrincipalArn": ROLE } } };

  const ROWS: readonly (readonly [named: string, statement: Json, caller: RequestPrincipal, cuts: Cuts])[] = [
    ["the account by its ARN", { Principal: { AWS: ACCOUNT_ARN } }, world.SESSION, ["needed", "cuts", "cuts"]],
    ["the account by its id", { Principal: { AWS: US } }, world.SESSION, ["needed", "cuts", "cuts"]],
    ["the role", { Principal: { AWS: ROLE } }, world.SESSION, ["not needed", "cuts", "cuts"]],
    ["the role's session", { Principal: { AWS: SESSION_ARN } }, world.SESSION, ["not needed", "passes", "passes"]],
    ["everybody", { Principal: "*" }, world.SESSION, ["not needed", "passes", "passes"]],
    ["everybody of AWS", { Principal: { AWS: "*" } }, world.SESSION, ["not needed", "passes", "passes"]],
    ["everybody with the role's ARN", byPrincipalArn, world.SESSION, ["not needed", "passes", "passes"]],
    [
      "the session of a federated user",
      { Principal: { AWS: FEDERATED_ARN } },
      world.FEDERATED,
      ["not needed", "passes", "passes"],
    ],
    ["the user behind a federated session", { Principal: { AWS: USER } }, world.FEDERATED, ["not needed", "cuts", "cuts"]],
  ];

  const withSession = (caller: RequestPrincipal, ...statements: readonly Json[]): RequestPrincipal =>
    caller.kind === "session" || caller.kind === "federated-user"
      ? { ...caller, policies: [policy("session", ...statements)] }
      : caller;
  const own = (statement: Json | undefined, limit: Json | undefined) => {
    const parts = {
      policies: statement ? [policy("identity", statement)] : [],
      ...(limit ? { boundary: policy("boundary", limit) } : {}),
    };
    return { principals: [role(parts), user(parts)] };
  };

  describe.each(ROWS)("naming %s", (_, statement, caller, [identity, boundary, session]) => {
    const decide = (who: RequestPrincipal, mine: ReturnType<typeof own>) => get(who, { Effect: "Allow", ...statement }, mine);
    const open = withSession(caller, ALLOW_ALL);

    test(`an identity policy is ${identity}`, () => {
      expect(decide(open, own(undefined, undefined))).toBe(identity === "needed" ? "denied" : "allowed");
      expect(decide(open, own(ALLOW_ALL, undefined))).toBe("allowed");
    });
    test(`a boundary without an allow ${boundary}`, () => {
      expect(decide(open, own(ALLOW_ALL, ALLOW_NOTHING))).toBe(boundary === "cuts" ? "denied" : "allowed");
      expect(decide(open, own(ALLOW_ALL, ALLOW_ALL))).toBe("allowed");
    });
    test(`a session policy without an allow ${session}`, () => {
      expect(decide(withSession(caller, ALLOW_NOTHING), own(ALLOW_ALL, undefined))).toBe(
        session === "cuts" ? "denied" : "allowed",
      );
    });
    test("a deny in the boundary or the session always cuts", () => {
      expect(decide(open, own(ALLOW_ALL, { ...ALLOW_ALL, Effect: "Deny" }))).toBe("denied");
      expect(decide(withSession(caller, { ...ALLOW_ALL, Effect: "Deny" }), own(ALLOW_ALL, undefined))).toBe("denied");
    });
  });

  test("a user whom the policy names needs no identity policy, and no boundary cuts", () => {
    expect(get(world.BOB, { Effect: "Allow", Principal: { AWS: USER } }, own(undefined, ALLOW_NOTHING))).toBe("allowed");
    expect(get(world.BOB, { Effect: "Allow", Principal: { AWS: ACCOUNT_ARN } }, own(undefined, undefined))).toBe("denied");
  });

  test("a federated session without a session policy gets nothing from its user's policies", () => {
    expect(get(world.FEDERATED, { Effect: "Allow", Principal: { AWS: ACCOUNT_ARN } }, own(ALLOW_ALL, undefined))).toBe("denied");
    expect(
      get(
        withSession(world.FEDERATED, ALLOW_ALL),
        { Effect: "Allow", Principal: { AWS: ACCOUNT_ARN } },
        own(ALLOW_ALL, undefined),
      ),
    ).toBe("allowed");
  });
});

describe("across accounts both sides must allow", () => {
  const reader = `arn:aws:iam::${OTHER}:role/reader`;
  test.each<readonly [named: string, principal: unknown, covers: boolean]>([
    ["its account", { AWS: OTHER }, true],
    ["the role", { AWS: reader }, true],
    ["its session", { AWS: `arn:aws:sts::${OTHER}:assumed-role/reader/z` }, true],
    ["everybody", "*", true],
    ["another account", { AWS: US }, false],
    ["another session", { AWS: `arn:aws:sts::${OTHER}:assumed-role/reader/y` }, false],
  ])("a bucket policy that names %s", (_, principal, covers) => {
    const statement = { Effect: "Allow", Principal: principal };
    const withIdentity = [role({ arn: reader, policies: [policy("identity", ALLOW_ALL)] })];
    expect(get(world.FOREIGN, statement, { principals: withIdentity })).toBe(covers ? "allowed" : "denied");
    expect(get(world.FOREIGN, statement, { principals: [role({ arn: reader })] })).toBe("denied");
  });

  test("its boundary cuts, also where the bucket policy names the session", () => {
    const boundary = policy("boundary", ALLOW_NOTHING);
    const principals = [role({ arn: reader, policies: [policy("identity", ALLOW_ALL)], boundary })];
    expect(
      get(world.FOREIGN, { Effect: "Allow", Principal: { AWS: `arn:aws:sts::${OTHER}:assumed-role/reader/z` } }, { principals }),
    ).toBe("denied");
  });
});

describe("whom a principal covers", () => {
  test.each<readonly [what: string, principal: unknown, caller: RequestPrincipal, decision: string]>([
    ["a role its sessions", { AWS: ROLE }, world.SESSION, "allowed"],
    ["a role without its path nobody", { AWS: `arn:aws:iam::${US}:role/us-restore` }, world.SESSION, "denied"],
    ["a role no user", { AWS: ROLE }, world.BOB, "denied"],
    ["a session itself", { AWS: SESSION_ARN }, world.SESSION, "allowed"],
    ["a session no other of the role", { AWS: `arn:aws:sts::${US}:assumed-role/us-restore/eve` }, world.SESSION, "denied"],
    [
      "a session of another account nobody here",
      { AWS: `arn:aws:sts::${OTHER}:assumed-role/us-restore/ann` },
      world.SESSION,
      "denied",
    ],
    [
      "a session one whose name isn't known, perhaps",
      { AWS: SESSION_ARN },
      { kind: "session", role: ROLE, policies: [] },
      "undecided",
    ],
    ["a user itself", { AWS: USER }, world.BOB, "allowed"],
    ["a user no namesake elsewhere", { AWS: `arn:aws:iam::${OTHER}:user/bob` }, world.BOB, "denied"],
    ["a service itself", { Service: "datasync.amazonaws.com" }, world.SERVICE, "allowed"],
    ["a service no other", { Service: "cloudtrail.amazonaws.com" }, world.SERVICE, "denied"],
    ["a service no role", { Service: "datasync.amazonaws.com" }, world.SESSION, "denied"],
    ["everybody a service", "*", world.SERVICE, "allowed"],
    ["everybody an anonymous caller", "*", world.ANONYMOUS, "allowed"],
    ["an account no anonymous caller", { AWS: US }, world.ANONYMOUS, "denied"],
    ["one of several", { AWS: [USER, ROLE] }, world.SESSION, "allowed"],
    ["one of several kinds", { Service: "cloudtrail.amazonaws.com", AWS: ROLE }, world.SESSION, "allowed"],
    ["a deleted principal nobody whose id is another", { AWS: "AROAEXAMPLEEXAMPLE1" }, world.SESSION, "denied"],
  ])("%s", (_, principal, caller, decision) => {
    const principals = [role({ uniqueId: "AROAEXAMPLEEXAMPLE2" }), user({ uniqueId: "AIDAEXAMPLEEXAMPLE3" })];
    expect(get(caller, { Effect: "Allow", Principal: principal }, { principals })).toBe(decision);
  });

  test("an owner of buckets stands for an account, and which one isn't known", () => {
    const owner = { CanonicalUser: "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" };
    const reader = role({ arn: `arn:aws:iam::${OTHER}:role/reader`, policies: [policy("identity", ALLOW_ALL)] });
    expect(get(world.FOREIGN, { Effect: "Allow", Principal: owner }, { principals: [reader] })).toBe("undecided");
    expect(get(world.SERVICE, { Effect: "Allow", Principal: owner })).toBe("denied");
  });

  test.each<readonly [what: string, uniqueId: string | undefined, decision: string]>([
    ["its own id", "AROAEXAMPLEEXAMPLE1", "allowed"],
    ["another id", "AROAEXAMPLEEXAMPLE2", "denied"],
    ["an id that isn't known", undefined, "undecided"],
  ])("a unique id covers a role with %s", (_, uniqueId, decision) => {
    const principals = [role(uniqueId === undefined ? {} : { uniqueId })];
    expect(get(world.SESSION, { Effect: "Allow", Principal: { AWS: "AROAEXAMPLEEXAMPLE1" } }, { principals })).toBe(decision);
  });
});

describe("whom a deny with NotPrincipal spares", () => {
  test.each<readonly [what: string, principal: Json, caller: RequestPrincipal, decision: string]>([
    ["the role with its account", { AWS: [ROLE, ACCOUNT_ARN] }, world.SESSION, "allowed"],
    ["the session with its role and account", { AWS: [SESSION_ARN, ROLE, ACCOUNT_ARN] }, world.SESSION, "allowed"],
    ["the session without its role: the services differ", { AWS: [SESSION_ARN, ACCOUNT_ARN] }, world.SESSION, "undecided"],
    ["the role without its account: the services differ", { AWS: [ROLE] }, world.SESSION, "undecided"],
    ["nobody by the account alone", { AWS: [ACCOUNT_ARN] }, world.SESSION, "denied"],
    ["no sibling", { AWS: [`arn:aws:iam::${US}:role/other`, ACCOUNT_ARN] }, world.SESSION, "denied"],
    ["the user with its account", { AWS: [USER, ACCOUNT_ARN] }, world.BOB, "allowed"],
    ["the user without its account: the services differ", { AWS: [USER] }, world.BOB, "undecided"],
    ["the root user by the account", { AWS: [ACCOUNT_ARN] }, world.ROOT, "allowed"],
    ["a service by its name", { Service: "datasync.amazonaws.com" }, world.SERVICE, "allowed"],
    ["no other service", { Service: "cloudtrail.amazonaws.com" }, world.SERVICE, "denied"],
    ["no anonymous caller", { AWS: [ACCOUNT_ARN] }, world.ANONYMOUS, "denied"],
    ["everybody", { AWS: "*" }, world.SESSION, "allowed"],
  ])("%s", (_, principal, caller, decision) => {
    const deny = { Effect: "Deny", NotPrincipal: principal, Action: "s3:*", Resource: "arn:aws:s3:::bk/*" };
    const allow = { Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::bk/*" };
    const resources = [bucket({ policy: policy("bucket", deny, allow) })];
    expect(ask({ principals: [role(), user()], resources }, request(caller, "s3:GetObject", OBJECT)).decision).toBe(decision);
  });

  test.each<readonly [what: string, boundary: IamRole["boundary"], decision: string]>([
    ["nobody who has a permissions boundary", policy("boundary", ALLOW_ALL), "denied"],
    ["the role that has none", undefined, "allowed"],
    ["perhaps a role of which that isn't known", { unknown: "the boundary" }, "undecided"],
  ])("%s", (_, boundary, decision) => {
    const deny = { Effect: "Deny", NotPrincipal: { AWS: [ROLE, ACCOUNT_ARN] } };
    const principals = [role({ policies: [policy("identity", ALLOW_ALL)], ...(boundary ? { boundary } : {}) })];
    expect(get(world.SESSION, deny, { principals })).toBe(decision);
  });
});
