import { quote } from "../../quote";
import { membersOf, refuseType, stringsOf } from "./elements";
import { addTextMistake, type TextMistake } from "./findings";
import type { JsonNode } from "./json";
import { PRINCIPAL_TYPES, type PrincipalType } from "./kinds";
import type { Reading } from "./reading";
import { PARTITIONS } from "./resource-arn";
import type { Principal } from "./syntax";

/**
 * principals := "*" | { ("AWS" | "Service" | "Federated" | "CanonicalUser"): name | [name, …] }
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export function readPrincipals(node: JsonNode, element: string, reading: Reading): readonly Principal[] {
  const { rules, findings } = reading;
  if (node.kind === "string" && node.text === "*") return [{ kind: "everyone" }];
  if (rules.principal === "everyone") return refuseOthers(node, element, reading);
  if (node.kind === "string") {
    const help = node.text.startsWith("arn:") ? `write {"AWS": ${quote(node.text)}}` : undefined;
    const expected = ['"*"', "an object with the kind of the principal"];
    findings.add(node, { rule: "principal", expected, found: quote(node.text), help });
    return [];
  }
  if (node.kind !== "object") return refuseType(node, `"*" or an object for "${element}"`, findings) ?? [];
  if (node.members.length === 0) findings.add(node, { rule: "principal", expected: ["at least one principal"], found: "none" });
  const members = membersOf(node, PRINCIPAL_TYPES, "a kind of principal", findings);
  return [...members].flatMap(([type, member]) => {
    if (rules.principalTypes.includes(type)) return readNames(member.value, type, reading);
    const expected = rules.principalTypes.map((each) => `"${each}"`);
    findings.add(member, { rule: "principal-type", expected, found: `"${type}"`, help: `${rules.name} has no such principals` });
    return [];
  });
}

/** A resource control policy speaks to everyone; its conditions say to whom it applies (Organizations User Guide, "RCP syntax"). */
function refuseOthers(node: JsonNode, element: string, { rules, findings }: Reading): readonly Principal[] {
  const [aws] = node.kind === "object" && node.members.length === 1 ? node.members : [];
  if (aws?.name === "AWS" && aws.value.kind === "string" && aws.value.text === "*") return [{ kind: "everyone" }];
  const help = 'name principals in a condition on "aws:PrincipalArn"';
  const found = node.kind === "string" ? quote(node.text) : "other principals";
  findings.add(node, { rule: "principal", expected: [`"*" as "${element}" of ${rules.name}`], found, help });
  return [];
}

const PARSERS: Readonly<Record<PrincipalType, (text: string) => Principal | TextMistake>> = {
  AWS: parseAws,
  Service: (name) =>
    /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(name)
      ? { kind: "service", name }
      : { expected: 'the name of a service in lower case, as "s3.amazonaws.com"' },
  Federated: (provider) =>
    PROVIDER_ARN.test(provider) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w./-]*)?$/.test(provider)
      ? { kind: "federated", provider }
      : { expected: "the ARN of a SAML or OIDC provider, or the domain of a web identity provider" },
  CanonicalUser: (id) =>
    /^[0-9a-f]{64}$/.test(id) ? { kind: "canonical-user", id } : { expected: "a canonical user id of 64 hex digits" },
};

function readNames(node: JsonNode, type: PrincipalType, { findings }: Reading): readonly Principal[] {
  return stringsOf(node, `"${type}"`, findings).flatMap((item) => {
    const principal = PARSERS[type](item.text);
    if (!("expected" in principal)) return [principal];
    addTextMistake(findings, item, "principal", principal);
    return [];
  });
}

const PARTITION = `(?:${PARTITIONS.join("|")})`;
const PROVIDER_ARN = new RegExp(`^arn:${PARTITION}:iam::\\d{12}:(?:saml|oidc)-provider/[\\w+=,.@/:-]+$`);
/** Names and paths have no wildcards, so that none can name part of a principal. */
const ARN = new RegExp(`^arn:${PARTITION}:(?<service>iam|sts)::(?<account>\\d{12}|cloudfront):(?<resource>[\\w+=,.@/ -]+)$`);
const UNIQUE_ID = /^A(?:ROA|IDA)[A-Z0-9]{12,}$/;
const ACCOUNT = /^\d{12}$/;

function parseAws(text: string): Principal | TextMistake {
  if (text === "*") return { kind: "everyone" };
  if (ACCOUNT.test(text)) return { kind: "account", account: text };
  if (UNIQUE_ID.test(text)) return { kind: "unique-id", id: text };
  const { service = "", account = "", resource = "" } = ARN.exec(text)?.groups ?? {};
  for (const [form, principalOf] of NAMES) {
    const match = form.exec(`${account}:${service}:${resource}`);
    if (match) return principalOf({ arn: text, account }, match.groups ?? {});
  }
  return mistakeOf(text);
}

interface Named {
  readonly arn: string;
  readonly account: string;
}

/** What an ARN can name, by its account, service and resource. */
const NAMES: readonly (readonly [RegExp, (named: Named, groups: Readonly<Record<string, string>>) => Principal])[] = [
  [/^\d+:iam:root$/, ({ account }) => ({ kind: "account", account })],
  [/^\d+:iam:role\/[^/ ][^ ]*(?<!\/)$/, (named) => ({ kind: "role", ...named })],
  [/^\d+:iam:user\/[^/ ][^ ]*(?<!\/)$/, (named) => ({ kind: "user", ...named })],
  [
    /^\d+:sts:assumed-role\/(?<role>[^/ ]+)\/(?<session>[^/ ]+)$/,
    (named, { role = "", session = "" }) => ({ kind: "session", ...named, role, session }),
  ],
  [/^\d+:sts:federated-user\/(?<name>[^/ ]+)$/, (named, { name = "" }) => ({ kind: "federated-user", ...named, name })],
  [
    /^cloudfront:iam:user\/CloudFront Origin Access Identity (?<id>[A-Z0-9]+)$/,
    (_, { id = "" }) => ({ kind: "origin-access-identity", id }),
  ],
];

const HELP: readonly (readonly [RegExp, string])[] = [
  [/^[^*?]+[*?]|^[*?]./, 'a wildcard can\'t stand for a part of a principal: use a condition on "aws:PrincipalArn"'],
  [/\$\{/, "variables stand in resources and conditions only"],
  [/:group\//, "a group is no principal: name its users, or a role"],
  [/:(?:saml|oidc)-provider\//, 'a provider stands under "Federated"'],
  [/^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/, 'a service stands under "Service"'],
  [/^[0-9a-f]{64}$/, 'a canonical user id stands under "CanonicalUser"'],
  [/^\d{4}-\d{4}-\d{4}$/, "write the account id without hyphens"],
  [/^arn:[^:]*:iam::\d{12}:role$|:assumed-role\/[^/]*$/, "the name of the role or of the session is missing"],
];

function mistakeOf(text: string): TextMistake {
  const help = HELP.find(([form]) => form.test(text.slice(0, 2048)))?.[1];
  return { expected: 'an account id, the ARN of an account, role, user or session, or "*"', help };
}
