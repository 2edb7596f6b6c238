import { expect, test } from "@jest/globals";
import { keysAt } from "../../config/schema/keys";

const common = ["kind", "description", "class"];

// biome-ignore format: one case a line
test.each([
  ["of a group", ["company"], {}, ["name", "domain"]],
  ["of a group with a default", ["accessBudget"], {}, ["default", "stores"]],
  ["of a group that may be left out", ["scenarios", "any", "circumstances", "time"], {}, ["days", "from", "to"]],
  ["of a named entry", ["networkSources", "any"], {}, ["description", "addresses"]],
  ["of a bucket store", ["stores", "any"], { kind: "bucket" }, [...common, "previousVersionsDays", "backups"]],
  ["of a database store", ["stores", "any"], { kind: "database" }, [...common, "backupDays", "ecpus", "storageTerabytes", "exportedTo"]],
  ["of a state with a local backend", ["stores", "any"], { kind: "state", backend: "local" }, ["kind", "description", "backend", "folder"]],
  ["of a site whose only cloud is written wrong", ["sites", "any"], { cloud: "gcp" }, ["cloud", "region", "account", "from", "retentionDays", "egressAddresses", "shards", "replication", "phases", "keyDeleted"]],
  ["of names, which are free", ["stores"], {}, []],
  ["of a text, which has none", ["company", "name"], "larkspur", []],
  ["of what isn't there", ["nowhere", "at", "all"], {}, []],
])("the keys %s", (_name, path, value, expected) => {
  expect(keysAt(path, value)).toEqual(expected);
});

test("a store of no known kind may mean any of them", () => {
  expect(keysAt(["stores", "any"], { kind: "queue" })).toEqual(
    expect.arrayContaining(["previousVersionsDays", "backupDays", "folder"]),
  );
});
