import { describe, expect, test } from "@jest/globals";
import { domainName, type OciPrincipal } from "../../../src/simulate/oci";
import { ask, estateWith, type PrincipalName, policy } from "./support/setting";

const AT = "access/oci_identity_policy.tenancy";

function because(
  statements: readonly string[],
  who: PrincipalName | OciPrincipal = "u1",
  variables: Record<string, string> = {},
) {
  return ask(estateWith([policy("tenancy", ...statements)]), who, "OBJECT_READ", "stores", variables).because;
}

const READ = "allow group readers to read objects in compartment stores";
const NOTHING = 'no statement gives OBJECT_READ in "stores" to user "Default/ann"';

describe("an answer says by which statement", () => {
  test.each<[readonly string[], string]>([
    [[READ], `"${READ}" (${AT}) gives OBJECT_READ in "stores" to user "Default/ann"`],
    [
      [READ, "allow any-user to read objects in tenancy"],
      `"${READ}" (${AT}) and 1 other statement give OBJECT_READ in "stores" to user "Default/ann"`,
    ],
    [
      [READ, "deny group readers to read objects in tenancy"],
      `"deny group readers to read objects in tenancy" (${AT}) takes OBJECT_READ in "stores" away from user "Default/ann", whatever gives it`,
    ],
    [
      ["allow group readers to read bukets in tenancy"],
      `"allow group readers to read bukets in tenancy" (${AT}) could give OBJECT_READ in "stores": it isn't known what the resource type \`bukets\` holds`,
    ],
    [
      [READ, "deny any-user to raed objects in tenancy"],
      `"deny any-user to raed objects in tenancy" (${AT}) could take away OBJECT_READ in "stores", but it can't be read: expected \`inspect\`, \`read\`, \`use\`, \`manage\` or \`{\`, found \`raed\``,
    ],
    [
      ["allow group readers to read objects in compartment nowhere"],
      `"allow group readers to read objects in compartment nowhere" (${AT}) could give OBJECT_READ in "stores", but the service would refuse it: compartment "nowhere" doesn't exist below the root`,
    ],
  ])("%j: %s", (statements, sentence) => expect(because(statements)).toBe(sentence));
});

describe("a denial without a statement says what came closest, and what it lacked", () => {
  const lacking = (statement: string, lack: string) => `${NOTHING}; the closest, "${statement}" (${AT}), ${lack}`;
  test.each<[string, string]>([
    [READ.replace("to read", "to inspect"), 'doesn\'t give it with "inspect objects": it takes "read objects"'],
    [READ.replace("read objects", "manage buckets"), 'doesn\'t give it with "manage buckets"'],
    [READ.replace("read objects", "{OBJECT_INSPECT}"), "lists only OBJECT_INSPECT"],
    [READ.replace("stores", "app:web"), 'holds in "app:web"'],
    [READ.replace("readers", "writers"), "is for group writers"],
    [READ.replace("readers", "writers").replace("stores", "keys"), 'holds in "keys", and is for group writers'],
    [`${READ} where target.bucket.name = 'a'`, "asks for \"target.bucket.name = 'a'\", where target.bucket.name is absent"],
    [
      `${READ} where all {request.region = 'phx', target.bucket.name = 'a'}`,
      "asks for \"request.region = 'phx'\", where request.region is absent",
    ],
    [`${READ} where request.user.name = 'bob'`, 'asks for "request.user.name = \'bob\'", where request.user.name is "ann"'],
  ])("%s: %s", (statement, lack) => expect(because([statement])).toBe(lacking(statement, lack)));

  test("with what the variable holds instead", () => {
    const statement = `${READ} where target.bucket.name != 'media'`;
    const lack = 'asks for "target.bucket.name != \'media\'", where target.bucket.name is "media"';
    expect(because([statement], "u1", { "target.bucket.name": "media" })).toBe(lacking(statement, lack));
  });

  test("and with no statement near, that there is none", () => {
    expect(because([])).toBe(NOTHING);
    expect(because(["allow group writers to manage keys in compartment keys"])).toBe(NOTHING);
  });
});

describe("of several statements the one is named that lacks least", () => {
  const CONDITION = `${READ} where target.bucket.name = 'a'`;
  const VERB = READ.replace("to read", "to inspect");
  const PLACE = READ.replace("stores", "keys");
  const GROUP = READ.replace("readers", "writers");
  test.each<[readonly string[], string]>([
    [[GROUP, PLACE, VERB, CONDITION], CONDITION],
    [[GROUP, PLACE, VERB], VERB],
    [[GROUP, PLACE], PLACE],
    [[GROUP, VERB.replace("stores", "keys")], GROUP],
    [[VERB.replace("readers", "writers"), PLACE.replace("to read", "to inspect")], PLACE.replace("to read", "to inspect")],
  ])("%j: %s", (statements, closest) => {
    for (const order of [statements, [...statements].reverse()]) expect(because(order)).toContain(`the closest, "${closest}"`);
  });
});

describe("the principal is called by what is known of it", () => {
  test.each<[PrincipalName | OciPrincipal, string]>([
    ["u1", 'user "Default/ann"'],
    ["u3", 'user "EU/cem"'],
    [{ kind: "user", id: "ocid1.user.oc1..x", groups: [] }, 'user "ocid1.user.oc1..x"'],
    [{ kind: "user", groups: [domainName("a")] }, 'a member of group "Default/a"'],
    [{ kind: "user", groups: [domainName("a"), domainName("EU/b")] }, 'a member of groups "Default/a", "EU/b"'],
    [{ kind: "user", groups: [] }, "a user in no known group"],
    ["i2", 'resource "ocid1.instance.oc1..i2"'],
    [{ kind: "resource", dynamicGroups: [domainName("dg")] }, 'a resource in dynamic group "Default/dg"'],
    [{ kind: "resource", type: "fnfunc", dynamicGroups: [] }, 'a resource of type "fnfunc"'],
    ["svc", 'service "objectstorage-us-phoenix-1"'],
  ])("%j: %s", (who, name) => expect(because([], who)).toBe(`no statement gives OBJECT_READ in "stores" to ${name}`));

  test("nobody is none", () => {
    expect(because([READ], "anonymous")).toBe("a caller without credentials is no principal of any statement");
  });
});
