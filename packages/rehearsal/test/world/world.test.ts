import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { World } from "../../src/world/world";

let folder: string;
let file: string;
const open: World[] = [];
const world = () => {
  const made = new World(file);
  open.push(made);
  return made;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rh-w-"));
  file = join(folder, "world.jsonl");
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
  rmSync(folder, { recursive: true, force: true });
});

const creation = (name: string, request = name) => ({
  type: "thing",
  request,
  unique: [`thing ${name}`],
  make: (ordinal: number) => ({ id: `${request}-${ordinal}`, value: { id: `${request}-${ordinal}`, name } }),
});

describe("the world on disk", () => {
  test("is for this user alone", () => {
    world();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("is the same for whoever reads the file", () => {
    const [one, other] = [world(), world()];
    one.create(creation("a"));
    other.create(creation("b"));
    other.remove("thing", "a-0");
    expect([one.all("thing"), one.count]).toEqual([other.all("thing"), 1]);
    expect(world().get("thing", "b-0")).toEqual({ id: "b-0", name: "b" });
  });

  test("gives a name once: the first line wins, in both processes", () => {
    const [one, other] = [world(), world()];
    one.create(creation("a", "first"));
    expect(other.create(creation("a", "second"))).toEqual({ taken: "thing a" });
    expect(one.get("thing", "second-0")).toBeUndefined();
  });

  test("frees a name on deletion and on renaming", () => {
    const one = world();
    one.create(creation("a"));
    expect(one.update("thing", "a-0", ["thing c"], { id: "a-0", name: "c" })).toBe("accepted");
    expect(one.create(creation("a", "again"))).toEqual({ id: "again-0", name: "a" });
    expect(one.create(creation("c"))).toEqual({ taken: "thing c" });
    one.remove("thing", "a-0");
    expect(one.create(creation("c"))).toEqual({ id: "c-0", name: "c" });
  });

  test("never uses an id twice, and gives the same ones again from nothing", () => {
    const ids = () => {
      const one = world();
      one.create(creation("a"));
      one.remove("thing", "a-0");
      return one.create(creation("a"));
    };
    const first = ids();
    rmSync(file);
    expect([first, ids()]).toEqual([
      { id: "a-1", name: "a" },
      { id: "a-1", name: "a" },
    ]);
  });

  test("says when an object is gone", () => {
    expect([world().update("thing", "x", [], {}), world().remove("thing", "x")]).toEqual(["gone", "gone"]);
  });

  test("follows an object that takes another id, with its names", () => {
    const one = world();
    one.create(creation("a"));
    one.create(creation("b"));
    expect(one.update("thing", "a-0", ["thing a"], { id: "b-0" }, "b-0")).toBe("id-taken");
    expect(one.update("thing", "a-0", ["thing a"], { id: "c" }, "c")).toBe("accepted");
    expect([one.get("thing", "a-0"), world().get("thing", "c")]).toEqual([undefined, { id: "c" }]);
    expect(one.create(creation("a"))).toEqual({ taken: "thing a" });
  });

  test("survives a line torn by a kill, and writes on after it", () => {
    world().create(creation("a"));
    appendFileSync(file, '{"op":"create","token":"t","type":"thing","id":"to');
    const after = world();
    after.create(creation("b"));
    expect(world().all("thing")).toEqual([
      { id: "a-0", name: "a" },
      { id: "b-0", name: "b" },
    ]);
    expect(readFileSync(file, "utf8").endsWith("\n")).toBe(true);
  });

  test("has a clock that stands still, and that the first writer sets", () => {
    const first = new World(file, "2030-05-05T00:00:00Z");
    open.push(first);
    expect([first.now, world().now]).toEqual(["2030-05-05T00:00:00Z", "2030-05-05T00:00:00Z"]);
  });
});
