import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { Documents } from "./support/stacks";
import { brief, verdictOf } from "./support/verdict-of";

const EXAMPLES = join(__dirname, "..", "examples");

/** The files of an example, each a stack, with a text in the place of another. */
function documents(example: string, [from, to]: readonly [string, string] = ["", ""]): Documents {
  const files = readdirSync(join(EXAMPLES, example)).filter((file) => file.endsWith(".tf.json"));
  const texts = files.map((file) => [file, readFileSync(join(EXAMPLES, example, file), "utf8")] as const);
  if (!texts.some(([, text]) => text.includes(from))) throw new Error(`${example} doesn't hold ${from}`);
  return Object.fromEntries(texts.map(([file, text]) => [file, text.replace(from, to)]));
}
const about = (example: string, change?: readonly [string, string]) =>
  brief(verdictOf(documents(example, change), readFileSync(join(EXAMPLES, example, "perimeter.yaml"), "utf8")));

test.each(readdirSync(EXAMPLES))("%s is decided, and holds", (example) => expect(about(example)).toEqual(["holds"]));

describe("one word away", () => {
  test.each<[string, string, readonly [string, string], readonly string[]]>([
    [
      "networks in a locals block become policies",
      "oci-landing-zone",
      ["manage virtual-network-family", "manage policies"],
      ["holds"],
    ],
    [
      "and of the compartment with the data",
      "oci-landing-zone",
      ["manage virtual-network-family in compartment landing-zone:network", "manage POLICIES in compartment landing-zone:data"],
      ["violated", "access/escalation group NetworkAdmins: orders"],
    ],
    [
      "the help desk of another domain sees groups",
      "oci-landing-zone",
      ["HelpDesk' to inspect users", "HelpDesk' to inspect groups"],
      ["holds"],
    ],
    [
      "… and makes them anew",
      "oci-landing-zone",
      ["HelpDesk' to inspect users", "HelpDesk' to manage groups"],
      ["violated", "access/escalation group Partners/HelpDesk: orders"],
    ],
    [
      "the store is public, and not the site",
      "oci-landing-zone",
      ['"access_type": "NoPublicAccess"', '"access_type": "ObjectRead"'],
      ["violated", "access/anonymous anonymous anonymous: orders"],
    ],
    [
      "operators read what they list",
      "aws-data-bucket",
      ['\\"s3:GetBucket*\\"', '\\"s3:Get*\\",\\"kms:*\\"'],
      ["violated", "access/direct-read role operator: data", "access/over-budget nobody: data"],
    ],
    ["… without the key", "aws-data-bucket", ['\\"s3:GetBucket*\\"', '\\"s3:Get*\\"'], ["holds"]],
    [
      "operators attach policies",
      "aws-data-bucket",
      ['\\"iam:List*\\"', '\\"iam:Attach*\\"'],
      ["violated", "access/escalation role operator: data"],
    ],
    [
      "support rewrites the policy of the secret",
      "copied-across",
      ["secretsmanager:List*", "secretsmanager:Put*"],
      ["violated", "access/escalation role support: orders"],
    ],
    [
      "the secret's policy names another role",
      "copied-across",
      ["role/datasync", "role/support"],
      ["violated", "access/credential role support: orders"],
    ],
  ])("%s", (_, example, change, said) => expect([...about(example, change)].sort()).toEqual([...said].sort()));
});
