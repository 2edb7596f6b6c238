import type { Rule } from "./rule";

/** Each site, the logs and the management have an account of their own: whoever holds one holds no other. */
export const accountsAreApart: Rule = function* ({ aws, sites }) {
  const used = new Map([[aws.managementAccount, "the management account"]]);
  const declared: [string[], string, string][] = [
    [["aws", "logsAccount"], aws.logsAccount, "the logs account"],
    ...Object.entries(sites).map(([name, { account }]): [string[], string, string] => [
      ["sites", name, "account"],
      account,
      `the account of site "${name}"`,
    ]),
  ];
  for (const [path, account, what] of declared) {
    const other = used.get(account);
    if (other !== undefined)
      yield {
        code: "account/shared",
        path,
        message: `${what} is also ${other}`,
        help: "give it an account of its own: a boundary between accounts is only there between two",
      };
    else used.set(account, what);
  }
};
