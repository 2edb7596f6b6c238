import type { ActionPattern, Condition, PolicyStatement } from "../../aws/policy/syntax";
import { quote } from "../../quote";
import { type Check, lacks, open, PASSES } from "./check";
import { type AwsEstate, isUnknown, type Maybe, type PublicAccessBlock } from "./estate";
import type { Facts } from "./statement";
import { some, type Truth } from "./truth";

/**
 * `RestrictPublicBuckets`: a bucket with a public policy lets in only services and its owner's account, whatever else the
 * policy allows. The bucket's setting and its account's both count.
 * Source: S3 User Guide, "Blocking public access to your Amazon S3 storage".
 */
export function passesPublicAccessBlock(estate: AwsEstate, { caller, target }: Facts): Check {
  const { resource, account } = target;
  if (resource?.kind !== "bucket" || resource.policy === undefined || caller.principal.kind === "service") return PASSES;
  if (!isUnknown(account) && caller.account === account) return PASSES;
  const ofAccount = estate.accounts.find(({ id }) => id === account)?.publicAccessBlock;
  const restricted = some([resource.publicAccessBlock, ofAccount], restricts);
  if (restricted === false) return PASSES;
  const { policy } = resource;
  const isOpen = isUnknown(policy) ? policy : some(policy.document.statements, isPublic);
  if (isOpen === false) return PASSES;
  for (const fact of [restricted, isOpen, account]) if (isUnknown<boolean | string>(fact)) return open(fact.unknown);
  return lacks(
    `the policy of ${quote(resource.arn)} is public, and \`RestrictPublicBuckets\` then keeps out all but the owner's account`,
  );
}

function restricts(block: Maybe<PublicAccessBlock> | undefined): Truth {
  if (block === undefined) return false;
  return isUnknown(block) ? block : block.restrictPublicBuckets;
}

/**
 * Whether S3 counts a statement as public: it opens content to everybody, and no condition fixes who or from where.
 * Source: S3 API reference, "PublicAccessBlockConfiguration", and the page above, "The meaning of public".
 */
function isPublic({ effect, principal, action, conditions }: PolicyStatement): Truth {
  if (effect === "Deny" || !principal?.items.some(({ kind }) => kind === "everyone")) return false;
  if (action && !action.negated && !action.items.some(opensContent)) return false;
  if (conditions.length === 0) return true;
  return conditions.some(fixesCaller)
    ? false
    : { unknown: "whether S3 counts a policy for everybody under these conditions as public" };
}

/** The actions "that could expose the data inside a bucket"; a pattern counts if it could match one of them. */
const OPENING_ACTIONS = ["get", "list", "abortmultipartupload", "delete", "put", "restoreobject"] as const;

function opensContent({ name }: ActionPattern): boolean {
  const [first] = name;
  const start = first?.kind === "text" ? first.text.toLowerCase() : "";
  return OPENING_ACTIONS.some(
    (opening) => start.startsWith(opening) || (name.length > 1 && opening.startsWith(start)) || start === "",
  );
}

function fixesCaller({ operator, key, values }: Condition): boolean {
  const plain = FIXING_OPERATORS.has(operator.name) && !operator.ifExists && operator.set === undefined;
  return plain && FIXING_KEYS.has(key.toLowerCase()) && values.every(({ text }) => !/[*?]|\$\{/.test(text));
}

const FIXING_OPERATORS: ReadonlySet<string> = new Set(["StringEquals", "StringLike", "ArnEquals", "ArnLike", "IpAddress"]);

/** In lower case. A fixed value of one of them keeps a statement from being public. */
const FIXING_KEYS: ReadonlySet<string> = new Set([
  "aws:sourceip",
  "aws:sourcearn",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:sourceowner",
  "aws:sourceaccount",
  "s3:x-amz-server-side-encryption-aws-kms-key-id",
]);
