import { describe } from "@jest/globals";
import { testRefusals } from "../cases";

const POINTS = "vantagePoints: [aws-iad, goo-chs, azr-sat]";
const KNOWN = "expected one of aws-iad, aws-cmh, aws-pdx, aws-sfo, azr-iad1, azr-ord, azr-sat, goo-chs, goo-cbf";
const HOSTS = "hostnames: [us.larkspur.example, media.us.larkspur.example]";

describe("routing", () => {
  // biome-ignore format: one case a line
  testRefusals([
    ["health that is seen from elsewhere is refused", [[POINTS, "vantagePoints: [aws-iad, goo-chs, ▸aws-sin]"]], "routing/vantage-point", "vantage point aws-sin isn't known to be in US", KNOWN, [[POINTS, "vantagePoints: [aws-iad, goo-chs, aws-pdx]"]]],
    ["a name of another zone is refused", [[HOSTS, "hostnames: [us.larkspur.example, ▸media.larkspur.example]"]], "routing/hostname", "media.larkspur.example isn't in zone us.larkspur.example", "name the zone itself or what is below it", [[HOSTS, "hostnames: [us.larkspur.example, a.media.us.larkspur.example]"]]],
  ]);
});
