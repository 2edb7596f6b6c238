import { describe } from "@jest/globals";
import { testRefusals } from "../cases";

const OWN = "give it an account of its own: a boundary between accounts is only there between two";

describe("accounts", () => {
  // biome-ignore format: one case a line
  testRefusals([
    ["logs in the management account are refused", [['logsAccount: "100000000020"', 'logsAccount: ▸"100000000010"']], "account/shared", "the logs account is also the management account", OWN, [['logsAccount: "100000000020"', 'logsAccount: "100000000021"']]],
    ["two sites in one account are refused", [['account: "100000000040"', 'account: ▸"100000000030"']], "account/shared", 'the account of site "singapore" is also the account of site "virginia"', OWN, [['account: "100000000040"', 'account: "100000000041"']]],
  ]);
});
