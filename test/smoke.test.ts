import { expect, test } from "@jest/globals";
import { synthesizedDeployment } from "./support/deployments";

test("synthesizes", () => {
  expect(Object.keys(synthesizedDeployment("production").stacks)).toEqual(["tenancy", "access", "primary"]);
});
