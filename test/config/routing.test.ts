import { describe, expect, test } from "@jest/globals";
import { parseDeployment } from "../../config/schema/load";
import { besideConfigurations, edit } from "../support/deployments";
import { PRODUCTION, problemsOf, unmark } from "./cases";

const POINTS = "vantagePoints: [aws-iad, goo-chs, azr-sat]";
const points = (list: string) => edit(PRODUCTION, [POINTS, `vantagePoints: [${list}]`]);

/** Names as "Listing Vantage Points" of Oracle's documentation of Health Checks spells them. */
describe("vantage points", () => {
  test.each(["aws-iad, goo-chs, azr-sat", "aws-cmh, goo-cbf, azr-iad1"])("%s are accepted", (list) =>
    expect(() => parseDeployment("config/test.yaml", points(list), besideConfigurations)).not.toThrow(),
  );
  test.each(["aws", "aws-us-east-1", "AWS-IAD", "azr-iad12"])("%s is refused at its place", (name) => {
    const { text, places } = unmark(points(`aws-iad, goo-chs, ▸${name}`));
    expect(problemsOf(text)).toEqual([expect.stringMatching(`^${places[0]} .*expected a vantage point, such as aws-iad`)]);
  });
});
