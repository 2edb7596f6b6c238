import { describe, expect, test } from "@jest/globals";
import { type OciRegion, ociRegion } from "oci-policy";
import { imageIn, registryOf } from "../../config/schema/images";

const PHOENIX = ociRegion("us-phoenix-1") as OciRegion;
const ASHBURN = ociRegion("us-ashburn-1") as OciRegion;
const IMAGE = `axacme/app@sha256:${"0".repeat(64)}`;

describe("the image of a region", () => {
  test.each([
    ["the registry's short name", "phx.ocir.io", "iad.ocir.io"],
    ["the registry's long name", "us-phoenix-1.ocir.io", "us-ashburn-1.ocir.io"],
    ["its name in every realm", "artifacts.us-phoenix-1.oci.oraclecloud.com", "artifacts.us-ashburn-1.oci.oraclecloud.com"],
    ["a registry of no region stays", "registry.example", "registry.example"],
  ])("by %s", (_, from, to) => {
    expect(imageIn(ASHBURN, `${from}/${IMAGE}`, PHOENIX)).toBe(`${to}/${IMAGE}`);
    expect(imageIn(PHOENIX, `${from}/${IMAGE}`, PHOENIX)).toBe(`${from}/${IMAGE}`);
    expect(registryOf(`${from}/${IMAGE}`)).toBe(from);
  });
});
