import { describe, expect, test } from "@jest/globals";
import { BOUNDARY_CHANGES } from "../../../../constructs/oci/oversight/boundary-changes";

const events = BOUNDARY_CHANGES.flatMap((change) => change.events);
const operations = BOUNDARY_CHANGES.flatMap((change) => change.operations);

test.each(BOUNDARY_CHANGES.map((change) => [change.id, change] as const))("%s is told by something", (_, change) => {
  expect(change.events.length + change.operations.length).toBeGreaterThan(0);
  expect(change.what).not.toBe("");
});

test.each([
  ["changes", BOUNDARY_CHANGES.map(({ id }) => id)],
  ["events", events],
  ["operations", operations],
])("all %s differ", (_, names) => expect(new Set(names).size).toBe(names.length));

test("events and operations are written as the cloud writes them", () => {
  expect(events.filter((type) => !/^[A-Za-z]+(\.[A-Za-z]+)+$/.test(type))).toEqual([]);
  expect(operations.filter((operation) => !/^[A-Z][A-Za-z]+$/.test(operation))).toEqual([]);
});

// What the boundary is made of: a kind that goes away must be seen.
describe("a change of", () => {
  test.each([
    ["a policy", "identitycontrolplane.updatepolicy"],
    ["a group's members", "identitycontrolplane.addusertogroup"],
    ["a dynamic group", "identitycontrolplane.updatedynamicgroup"],
    ["a user's credentials", "identitycontrolplane.createcustomersecretkey"],
    ["a network source", "identitycontrolplane.updatenetworksource"],
    ["a tag default", "taggingcontrolplane.updatetagdefault"],
    ["a bucket's settings", "objectstorage.updatebucket"],
    ["a key that is disabled", "keymanagementservice.disablekey.begin"],
    ["a key that is to be deleted", "keymanagementservice.schedulekeydeletion.begin"],
    ["a vault's replica", "KeyManagementService.CreateVaultReplica.begin"],
    ["a database", "databaseservice.updateautonomousdatabase.begin"],
    ["a problem of Cloud Guard", "cloudguard.problemdismissed"],
    ["a subscription", "notification.deletesubscription"],
  ])("%s is told by Events", (_, type) => expect(events).toContain(type));

  test.each([
    ["a pre-authenticated request", "CreatePreauthenticatedRequest"],
    ["a retention rule", "DeleteRetentionRule"],
    ["a replica that is made writable", "MakeBucketWritable"],
    ["the regions of the tenancy", "CreateRegionSubscription"],
    ["a log", "UpdateLog"],
    ["a connector", "DeactivateServiceConnector"],
    ["a rule", "UpdateRule"],
    ["an alarm", "DeleteAlarm"],
    ["Cloud Guard", "UpdateConfiguration"],
    ["a security zone", "DeleteSecurityZone"],
  ])("%s is told from the audit log", (_, operation) => expect(operations).toContain(operation));
});
