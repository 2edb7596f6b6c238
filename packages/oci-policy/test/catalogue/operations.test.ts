import { describe, expect, jest, test } from "@jest/globals";
import catalogue from "../../data/permissions.json";
import { type Operation, operations, operationsNeeding, PERMISSION_NAMES } from "../../src/index";

const named = (name: string): Operation | undefined => operations(name)[0];

/** Source: OCI documentation, "Permissions Required for Each API Operation" of Object Storage, Vault, IAM, Audit and Logging. */
describe("what an operation asks for", () => {
  test.each<[string, readonly (readonly string[])[]]>([
    ["GetObject", [["OBJECT_READ"]]],
    ["HeadObject", [["OBJECT_READ"], ["OBJECT_INSPECT"]]],
    ["ListObjects", [["OBJECT_INSPECT"]]],
    ["PutObject", [["OBJECT_CREATE"], ["OBJECT_OVERWRITE"]]],
    ["DeleteObject", [["OBJECT_DELETE"]]],
    ["RenameObject", [["OBJECT_CREATE", "OBJECT_OVERWRITE"]]],
    ["CreateCopyRequest", [["OBJECT_READ", "OBJECT_CREATE", "OBJECT_OVERWRITE", "OBJECT_INSPECT"]]],
    ["GetBucket", [["BUCKET_READ"]]],
    ["ListBuckets", [["BUCKET_INSPECT"]]],
    ["CreatePreauthenticatedRequest", [["PAR_MANAGE"]]],
    ["GetPreauthenticatedRequest", [["PAR_MANAGE"], ["BUCKET_READ"]]],
    ["GetNamespace", [[]]],
    ["Decrypt", [["KEY_DECRYPT"]]],
    ["CreateKey", [["KEY_CREATE", "VAULT_CREATE_KEY"]]],
    ["GetSecretBundle", [["SECRET_BUNDLE_READ"]]],
    ["AddUserToGroup", [["GROUP_UPDATE", "USER_UPDATE"]]],
    ["UploadApiKey", [["USER_UPDATE", "USER_APIKEY_ADD"]]],
    ["CreatePolicy", [["POLICY_CREATE"]]],
    ["ListEvents", [["AUDIT_EVENT_READ"]]],
    [
      "CreateVolumeGroup",
      [
        ["VOLUME_GROUP_CREATE", "VOLUME_INSPECT"],
        ["VOLUME_GROUP_CREATE", "VOLUME_GROUP_INSPECT", "VOLUME_CREATE", "VOLUME_WRITE"],
        [
          "VOLUME_GROUP_CREATE",
          "VOLUME_GROUP_BACKUP_INSPECT",
          "VOLUME_BACKUP_READ",
          "BOOT_VOLUME_BACKUP_READ",
          "VOLUME_CREATE",
          "VOLUME_WRITE",
        ],
      ],
    ],
  ])("%s: %j", (name, needs) => expect(named(name)?.needs).toEqual(needs));

  test("a name that several services have is one operation each", () => {
    expect(operations("CreateBackend").map(({ service, needs }) => [service, needs])).toEqual([
      ["loadbalancer", [["LOAD_BALANCER_UPDATE"]]],
      ["networkloadbalancer", [["NETWORK_LOAD_BALANCER_UPDATE"]]],
    ]);
  });

  test.each(["getobject", "", "constructor", "__proto__"])("%j is none", (name) => expect(operations(name)).toEqual([]));
});

describe("which operations ask for a permission", () => {
  const names = (permission: string) => operationsNeeding(permission).map(({ name }) => name);

  test.each([
    ["OBJECT_READ", "GetObject", true],
    ["OBJECT_READ", "HeadObject", true],
    ["OBJECT_READ", "CreateCopyRequest", false],
    ["object_read", "GetObject", true],
    ["OBJECT_OVERWRITE", "RenameObject", false],
    ["KEY_DECRYPT", "Decrypt", true],
    ["GROUP_UPDATE", "AddUserToGroup", false],
    ["GROUP_UPDATE", "UpdateGroup", true],
    // Only with a key of one's own.
    ["KEY_ASSOCIATE", "CreateBucket", false],
  ])("%s: %s, alone %j", (permission, operation, alone) => {
    expect(operationsNeeding(permission)).toContainEqual(expect.objectContaining({ name: operation, alone }));
  });

  test.each([
    ["OBJECT_READ", "DeleteObject"],
    ["OBJECT_INSPECT", "GetObject"],
    ["KEY_READ", "Decrypt"],
  ])("%s: not %s", (permission, operation) => expect(names(permission)).not.toContain(operation));

  test.each(["OBJECT_REED", "", "constructor"])("%j: none", (permission) => expect(names(permission)).toEqual([]));

  test("each says how sure it is and, where its permissions stand in one, from which page", () => {
    expect(operationsNeeding("OBJECT_READ").find(({ name }) => name === "GetObject")).toMatchObject({
      service: "objectstorage",
      certainty: "D",
      sources: ["https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/objectstoragepolicyreference.htm"],
    });
    expect(named("CreateContainerInstance")).toMatchObject({ certainty: "U", note: expect.any(String) });
  });
});

test("every operation of the data can be asked for, and asks for permissions that it knows", () => {
  for (const name of Object.keys(catalogue.operations)) {
    const found = operations(name);
    expect(found.length).toBeGreaterThan(0);
    for (const { needs, sometimes } of found)
      for (const permission of [...needs.flat(), ...sometimes])
        expect([
          permission,
          PERMISSION_NAMES.has(permission),
          operationsNeeding(permission).some((each) => each.name === name),
        ]).toEqual([permission, true, true]);
  }
});

test("the tables are read when first asked for, not by whoever only parses", () => {
  const read = jest.fn(() => catalogue);
  jest.isolateModules(() => {
    jest.doMock("../../data/permissions.json", read);
    const { parseStatement, permissionsOf } = require("../../src/index") as typeof import("../../src/index");
    expect(parseStatement("allow any-user to read objects in tenancy").statement).toBeDefined();
    expect(read).not.toHaveBeenCalled();
    expect(permissionsOf("read", "objects")).toContain("OBJECT_READ");
    expect(read).toHaveBeenCalledTimes(1);
  });
  jest.dontMock("../../data/permissions.json");
});
