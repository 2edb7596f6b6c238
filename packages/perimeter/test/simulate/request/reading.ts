import { type ReadingOptions, readRequests } from "../../../src/simulate/request/read";
import type { Row } from "../../../src/simulate/request/request";

type Parts = Readonly<Record<string, unknown>>;

/** A request of OCI that is whole, with other parts; `undefined` leaves one out. */
export const oci = (parts: Parts) =>
  JSON.stringify({ principal: { groups: ["readers"] }, permission: "OBJECT_READ", target: { compartment: "us" }, ...parts });

/** The same for AWS. */
export const aws = (parts: Parts) =>
  JSON.stringify({ principal: { role: `${IAM}role/r` }, action: "s3:GetObject", target: { arn: "arn:aws:s3:::b/k" }, ...parts });

const IAM = "arn:aws:iam::111122223333:";

/** The first row of a text that is read. */
export function first(text: string): Row {
  const read = readRequests(text, "requests.json");
  const [row] = "rows" in read ? read.rows : [];
  if (!row) throw new Error(`${text}: ${JSON.stringify(read)}`);
  return row;
}

const PRINCIPALS = "groups, user, dynamicGroups, service, resource, role, identityProvider, anonymous, address";
const REQUEST_KEYS = "the keys of a request are principal, permission, action, target, variables, expected, note";
const OTHER_CLOUD = "OCI asks with permission, AWS with action";
const PATH = "write the names from below the root, joined by colons, or tenancy for the root itself";
const AN_ADDRESS = "write it as stack/type.name, such as primary/oci_objectstorage_bucket.media";
const ROLE = "write it as arn:aws:iam::111122223333:role/NAME";
const USER = "write it as arn:aws:iam::111122223333:user/NAME";
const AN_ACTION = "write it as s3:GetObject, without wildcards";
const AN_ARN = "write it as arn:aws:s3:::bucket/key; * is for actions that know no resource";
const ANSWERS = "the answers are allowed, denied, undecided";

type Refusal = readonly [text: string, at: string, message: string, help?: string, options?: ReadingOptions];

/** What is wrong; the request, what stands where the first diagnostic points to, its message and its help. */
// biome-ignore format: one case a line
const REFUSALS: readonly (readonly [name: string, ...refusal: Refusal])[] = [
  ["text that is no JSON", "allow", "allow", 'expected a JSON value, found "allow"'],
  ["an object that doesn't close", '{"principal": {}', "", 'expected "," or "}", found the end of the text'],
  ["a comma too many", '{"note": "a",}', "}", 'expected a name in double quotes, found "}"'],
  ["single quotes", "{'note': 'a'}", "'note'", 'expected a name in double quotes or "}", found "\'"'],
  ["a comment", '{ // why\n"note": "a"}', "//", 'expected a name in double quotes or "}", found "/"'],
  ["a byte order mark inside", '{\uFEFF"note": "a"}', "\uFEFF", 'expected a name in double quotes or "}", found "<U+FEFF>"'],
  ["thirty-three lists in each other", "[".repeat(40), "[", 'expected at most 32 levels of nesting, found "one more"'],
  ["a list", "[]", "[]", "expected an object for a request, found an array"],
  ["a text", '"OBJECT_READ"', '"OBJECT_READ"', "expected an object for a request, found a string"],
  ["null", "null", "null", "expected an object for a request, found null"],
  ["a number", "7", "7", "expected an object for a request, found a number"],

  ["a key that is nearly one", oci({ pricipal: 1 }), '"pricipal"', 'unknown key "pricipal" in a request', 'did you mean "principal"?'],
  ["a key in capitals", oci({ Note: "a" }), '"Note"', 'unknown key "Note" in a request', 'did you mean "note"?'],
  ["a key that is none", oci({ effect: "allow" }), '"effect"', 'unknown key "effect" in a request', REQUEST_KEYS],
  ["a key called __proto__", oci({ ["__proto__"]: {} }), '"__proto__"', 'unknown key "__proto__" in a request', REQUEST_KEYS],
  ["a key called constructor", oci({ constructor: {} }), '"constructor"', 'unknown key "constructor" in a request', REQUEST_KEYS],
  ["a key that turns the line around", oci({ "a\u202Eb": 1 }), '"a\u202Eb"', 'unknown key "a<U+202E>b" in a request', REQUEST_KEYS],
  ["an empty key", oci({ "": 1 }), '""', 'unknown key "" in a request', REQUEST_KEYS],
  ["a key that comes twice", `{"note": "a", ${oci({ note: "b" }).slice(1)}`, '"note":"b"', '"note" stands here twice'],

  ["no principal", oci({ principal: undefined }), "{", 'a request lacks "principal"'],
  ["no target", oci({ target: undefined }), "{", 'a request lacks "target"'],
  ["neither permission nor action", oci({ permission: undefined }), "{", 'a request lacks "permission" (OCI) or "action" (AWS)'],
  ["permission and action", oci({ action: "s3:GetObject" }), '"action"', "a request names a permission or an action, not both", "ask about OCI with permission, about AWS with action"],
  ["no expected answer, where one is asked for", oci({}), "{", "this row doesn't say which answer is expected", 'add "expected": "allowed", "denied" or "undecided"', { expected: true }],

  ["a principal that is a text", oci({ principal: "readers" }), '"readers"', "expected an object for the principal, found a string"],
  ["a principal that says nothing", oci({ principal: {} }), "{}", "the principal says nothing", `name one of ${PRINCIPALS}`],
  ["a principal with an unknown form", oci({ principal: { grups: ["a"] } }), '"grups"', 'unknown key "grups" in the principal', 'did you mean "groups"?'],
  ["a principal with a form in the singular", oci({ principal: { dynamicGroup: ["a"] } }), '"dynamicGroup"', 'unknown key "dynamicGroup" in the principal', 'did you mean "dynamicGroups"?'],
  ["a principal of a kind that nobody knows", oci({ principal: { robot: "a" } }), '"robot"', 'unknown key "robot" in the principal', `the keys of the principal are ${PRINCIPALS}`],
  ["a user and its groups", oci({ principal: { user: "ann", groups: ["a"] } }), '"groups"', 'the principal is named by "user" and by "groups"', "a user acts as its groups: name the groups alone"],
  ["groups and dynamic groups", oci({ principal: { groups: ["a"], dynamicGroups: ["b"] } }), '"dynamicGroups"', 'the principal is named by "groups" and by "dynamicGroups"', "leave one of them out"],
  ["groups and a service", oci({ principal: { groups: ["a"], service: "b" } }), '"service"', 'the principal is named by "groups" and by "service"', "leave one of them out"],
  ["a role and a user", aws({ principal: { role: `${IAM}role/r`, user: `${IAM}user/u` } }), '"user"', 'the principal is named by "role" and by "user"', "leave one of them out"],
  ["somebody and nobody", oci({ principal: { user: "ann", anonymous: true } }), '"anonymous"', 'the principal is named by "user" and by "anonymous"', "leave one of them out"],
  ["groups that come twice", oci({}).replace("[", '["a"],"groups":['), '"groups":["readers"]', '"groups" stands here twice'],
  ["a group that is no list", oci({ principal: { groups: "a" } }), '"a"', "expected a list of strings for groups, found a string", 'write ["a"]'],
  ["groups that are an object", oci({ principal: { groups: {} } }), "{}", "expected a list of strings for groups, found an object"],
  ["a group that is a number", oci({ principal: { groups: [7] } }), "7", "expected a string for an item of groups, found a number", 'write "7", in quotes'],
  ["a group that is a list", oci({ principal: { groups: [["a"]] } }), '["a"]', "expected a string for an item of groups, found an array"],
  ["a group that is null", oci({ principal: { groups: [null] } }), "null", "expected a string for an item of groups, found null"],
  ["a group without a name", oci({ principal: { groups: ["a", ""] } }), '""', "an item of groups is empty"],
  ["a dynamic group that is no list", oci({ principal: { dynamicGroups: "a" } }), '"a"', "expected a list of strings for dynamicGroups, found a string", 'write ["a"]'],
  ["a dynamic group that is an object", oci({ principal: { dynamicGroups: [{}] } }), "{}", "expected a string for an item of dynamicGroups, found an object"],
  ["a user that is a list", oci({ principal: { user: ["ann"] } }), '["ann"]', "expected a string for user, found an array"],
  ["a user without a name", oci({ principal: { user: " " } }), '" "', "user is empty"],
  ["a service that is a list", oci({ principal: { service: ["a"] } }), '["a"]', "expected a string for service, found an array"],
  ["a service without a name", oci({ principal: { service: "" } }), '""', "service is empty"],
  ["an AWS service that is null", aws({ principal: { service: null } }), "null", "expected a string for service, found null"],
  ["anonymous as a text", oci({ principal: { anonymous: "true" } }), '"true"', '"anonymous" takes true, or is left out'],
  ["anonymous denied", oci({ principal: { anonymous: false } }), "false", '"anonymous" takes true, or is left out'],
  ["anonymous of AWS as a number", aws({ principal: { anonymous: 1 } }), "1", '"anonymous" takes true, or is left out'],
  ["a principal's address without its type", oci({ principal: { address: "ann" } }), '"ann"', 'expected an address, found "ann"', AN_ADDRESS],
  ["an address with a blank before its type", oci({ principal: { address: "a b.c" } }), '"a b.c"', 'expected an address, found "a b.c"', AN_ADDRESS],
  ["an AWS principal's address without its name", aws({ principal: { address: "aws_iam_role." } }), '"aws_iam_role."', 'expected an address, found "aws_iam_role."', AN_ADDRESS],

  ["a role with a permission", oci({ principal: { role: `${IAM}role/r` } }), '"role"', "a role is of AWS, and a permission of OCI", OTHER_CLOUD],
  ["an ARN with a permission", oci({ principal: { user: `${IAM}user/u` } }), '"user"', "an ARN is of AWS, and a permission of OCI", OTHER_CLOUD],
  ["groups with an action", aws({ principal: { groups: ["a"] } }), '"groups"', '"groups" are of OCI, and an action of AWS', OTHER_CLOUD],
  ["dynamic groups with an action", aws({ principal: { dynamicGroups: ["a"] } }), '"dynamicGroups"', '"dynamicGroups" are of OCI, and an action of AWS', OTHER_CLOUD],
  ["an OCI user with an action", aws({ principal: { user: "us/ann" } }), '"us/ann"', 'expected the ARN of a user, found "us/ann"', USER],

  ["a role without its account", aws({ principal: { role: "arn:aws:iam:::role/r" } }), '"arn', 'expected the ARN of a role, found "arn:aws:iam:::role/r"', ROLE],
  ["a role with a short account", aws({ principal: { role: "arn:aws:iam::1111:role/r" } }), '"arn', 'expected the ARN of a role, found "arn:aws:iam::1111:role/r"', ROLE],
  ["a role without its name", aws({ principal: { role: `${IAM}role/` } }), '"arn', `expected the ARN of a role, found "${IAM}role/"`, ROLE],
  ["a role's bare name", aws({ principal: { role: "us-sre" } }), '"us-sre"', 'expected the ARN of a role, found "us-sre"', ROLE],
  ["a session as a role", aws({ principal: { role: "arn:aws:sts::111122223333:assumed-role/r/s" } }), '"arn', 'expected the ARN of a role, found "arn:aws:sts::111122223333:assumed-role/r/s"', ROLE],
  ["a user as a role", aws({ principal: { role: `${IAM}user/u` } }), '"arn', `expected the ARN of a role, found "${IAM}user/u"`, 'write {"user": …}'],
  ["a role as a user", aws({ principal: { user: `${IAM}role/r` } }), '"arn', `expected the ARN of a user, found "${IAM}role/r"`, 'write {"role": …}'],
  ["the root user as a role", aws({ principal: { role: `${IAM}root` } }), '"arn', `expected the ARN of a role, found "${IAM}root"`, ROLE],
  ["an IAM group", aws({ principal: { user: `${IAM}group/g` } }), '"arn', `expected the ARN of a user, found "${IAM}group/g"`, USER],
  ["a role with a wildcard for its account", aws({ principal: { role: "arn:aws:iam::*:role/r" } }), '"arn', 'expected the ARN of a role, found "arn:aws:iam::*:role/r"', ROLE],
  ["a role that is a number", aws({ principal: { role: 111122223333 } }), "111122223333", "expected a string for role, found a number", 'write "111122223333", in quotes'],

  ["a permission with a slip", oci({ permission: "OBJECT_RAED" }), '"OBJECT_RAED"', 'unknown permission "OBJECT_RAED"', 'did you mean "OBJECT_READ"?'],
  ["a permission that is none", oci({ permission: "READ_ALL_THE_MAIL" }), '"READ_ALL_THE_MAIL"', 'unknown permission "READ_ALL_THE_MAIL"'],
  ["a verb for a permission", oci({ permission: "read" }), '"read"', 'unknown permission "read"'],
  ["a permission called toString", oci({ permission: "toString" }), '"toString"', 'unknown permission "toString"'],
  ["a permission called __PROTO__", oci({ permission: "__PROTO__" }), '"__PROTO__"', 'unknown permission "__PROTO__"'],
  ["a permission with a blank", oci({ permission: "OBJECT_READ " }), '"OBJECT_READ "', 'unknown permission "OBJECT_READ "', 'did you mean "OBJECT_READ"?'],
  ["an action for a permission", oci({ permission: "s3:GetObject" }), '"s3:GetObject"', 'unknown permission "s3:GetObject"'],
  ["several permissions", oci({ permission: ["OBJECT_READ"] }), '["OBJECT_READ"]', "expected a string for permission, found an array"],
  ["a permission that is empty", oci({ permission: "" }), '""', "permission is empty"],
  ["a permission that is null", oci({ permission: null }), "null", "expected a string for permission, found null"],

  ["an action with a slip", aws({ action: "s3:GetObjct" }), '"s3:GetObjct"', 'unknown action "s3:GetObjct"', 'did you mean "s3:GetObject"?'],
  ["an action that is none", aws({ action: "s3:ReadAllTheMail" }), '"s3:ReadAllTheMail"', 'unknown action "s3:ReadAllTheMail"'],
  ["an action of a service with a slip", aws({ action: "secretmanager:GetSecretValue" }), '"secretmanager', 'unknown service "secretmanager"', 'did you mean "secretsmanager"?'],
  ["an action called constructor", aws({ action: "s3:constructor" }), '"s3:constructor"', 'unknown action "s3:constructor"'],
  ["an action of a service called constructor", aws({ action: "constructor:GetObject" }), '"constructor', 'unknown service "constructor"'],
  ["an action without its service", aws({ action: "GetObject" }), '"GetObject"', 'expected an action, found "GetObject"', AN_ACTION],
  ["every action of a service", aws({ action: "s3:*" }), '"s3:*"', 'expected an action, found "s3:*"', AN_ACTION],
  ["some actions", aws({ action: "s3:Get*" }), '"s3:Get*"', 'expected an action, found "s3:Get*"', AN_ACTION],
  ["a permission for an action", aws({ action: "OBJECT_READ" }), '"OBJECT_READ"', 'expected an action, found "OBJECT_READ"', AN_ACTION],
  ["an action that is empty", aws({ action: "" }), '""', "action is empty"],
  ["several actions", aws({ action: ["s3:GetObject"] }), '["s3:GetObject"]', "expected a string for action, found an array"],

  ["a target that is a text", oci({ target: "us:stores" }), '"us:stores"', "expected an object for the target, found a string"],
  ["a target that says nothing", oci({ target: {} }), "{}", "the target says nothing", "name one of compartment, address"],
  ["an AWS target that says nothing", aws({ target: {} }), "{}", "the target says nothing", "name one of arn, address"],
  ["a target with an unknown form", oci({ target: { compartement: "us" } }), '"compartement"', 'unknown key "compartement" in the target', 'did you mean "compartment"?'],
  ["a bucket as a target", oci({ target: { bucket: "media" } }), '"bucket"', 'unknown key "bucket" in the target', "the keys of the target are compartment, address, arn"],
  ["a target in two forms", oci({ target: { compartment: "us", address: "a.b" } }), '"address"', 'the target is named by "compartment" and by "address"', "leave one of them out"],
  ["an ARN with a permission", oci({ target: { arn: "arn:aws:s3:::b" } }), '"arn"', "an ARN is of AWS, and a permission of OCI", 'OCI asks about {"compartment": "path:of:compartment"}'],
  ["a compartment with an action", aws({ target: { compartment: "us" } }), '"compartment"', "a compartment is of OCI, and an action of AWS", 'AWS asks about {"arn": "arn:aws:s3:::bucket/key"}'],
  ["an empty compartment", oci({ target: { compartment: "" } }), '""', "compartment is empty"],
  ["a path with an empty name", oci({ target: { compartment: "us::media" } }), '"us::media"', 'expected the path of a compartment, found "us::media"', PATH],
  ["a path that ends with a colon", oci({ target: { compartment: "us:" } }), '"us:"', 'expected the path of a compartment, found "us:"', PATH],
  ["a path with slashes", oci({ target: { compartment: "us/media" } }), '"us/media"', 'expected the path of a compartment, found "us/media"', PATH],
  ["a path with a blank", oci({ target: { compartment: "us: media" } }), '"us: media"', 'expected the path of a compartment, found "us: media"', PATH],
  ["a path of a list", oci({ target: { compartment: ["us", "media"] } }), '["us","media"]', "expected a string for compartment, found an array"],
  ["a compartment whose name is too long", oci({ target: { compartment: "x".repeat(101) } }), '"xxx', `expected the path of a compartment, found "${"x".repeat(60)}…"`, PATH],
  ["a target's address without its type", oci({ target: { address: "media" } }), '"media"', 'expected an address, found "media"', AN_ADDRESS],
  ["a target's address that is a list", oci({ target: { address: [] } }), "[]", "expected a string for address, found an array"],
  ["an ARN of too few parts", aws({ target: { arn: "arn:aws:s3:::" } }), '"arn:aws:s3:::"', 'expected an ARN, found "arn:aws:s3:::"', AN_ARN],
  ["a bucket's bare name", aws({ target: { arn: "my-bucket" } }), '"my-bucket"', 'expected an ARN, found "my-bucket"', AN_ARN],
  ["a URL of S3", aws({ target: { arn: "s3://b/k" } }), '"s3://b/k"', 'expected an ARN, found "s3://b/k"', AN_ARN],
  ["an ARN with a wildcard for its region", aws({ target: { arn: "arn:aws:kms:*:111122223333:key/k" } }), '"arn', 'expected an ARN, found "arn:aws:kms:*:111122223333:key/k"', AN_ARN],
  ["an ARN that is empty", aws({ target: { arn: "" } }), '""', "arn is empty"],
  ["several ARNs", aws({ target: { arn: ["*"] } }), '["*"]', "expected a string for arn, found an array"],

  ["variables that are a list", oci({ variables: [] }), "[]", "expected an object for the variables, found an array"],
  ["a variable with a slip", oci({ variables: { "target.buket.name": "a" } }), '"target.buket.name"', 'unknown variable "target.buket.name"', 'did you mean "target.bucket.name"?'],
  ["a variable that is none", oci({ variables: { colour: "red" } }), '"colour"', 'unknown variable "colour"'],
  ["a variable called __proto__", oci({ variables: { ["__proto__"]: "a" } }), '"__proto__"', 'unknown variable "__proto__"'],
  ["a tag without its key", oci({ variables: { "target.resource.tag.us-data": "a" } }), '"target.resource.tag.us-data"', 'unknown variable "target.resource.tag.us-data"'],
  ["a variable of AWS with a permission", oci({ variables: { "aws:SourceIp": "192.0.2.1" } }), '"aws:SourceIp"', 'unknown variable "aws:SourceIp"'],
  ["a variable that comes twice in other case", oci({ variables: { "request.region": "phx", "Request.Region": "iad" } }), '"Request.Region"', 'the variable "Request.Region" stands here twice'],
  ["a variable that is true", oci({ variables: { "request.user.mfaTotpVerified": true } }), "true", 'expected a string for the variable "request.user.mfaTotpVerified", found a boolean', 'write "true", in quotes'],
  ["a variable that is a number", oci({ variables: { "request.utc-timestamp.month-of-year": 1 } }), "1", 'expected a string for the variable "request.utc-timestamp.month-of-year", found a number', 'write "1", in quotes'],
  ["a variable that is null", oci({ variables: { "request.region": null } }), "null", 'expected a string for the variable "request.region", found null'],
  ["a variable that is an object", oci({ variables: { "request.region": {} } }), "{}", 'expected a string for the variable "request.region", found an object'],
  ["a variable among whose values is a number", oci({ variables: { "request.networkSource.name": ["a", 1] } }), "1", 'expected a string for a value of the variable "request.networkSource.name", found a number', 'write "1", in quotes'],
  ["a condition key with a slip", aws({ variables: { "aws:SourcIp": "192.0.2.1" } }), '"aws:SourcIp"', 'unknown variable "aws:SourcIp"', 'did you mean "aws:SourceIp"?'],
  ["a service's condition key with a slip", aws({ variables: { "s3:prefx": "a" } }), '"s3:prefx"', 'unknown variable "s3:prefx"', 'did you mean "s3:prefix"?'],
  ["a condition key without its prefix", aws({ variables: { SourceIp: "192.0.2.1" } }), '"SourceIp"', 'unknown variable "SourceIp"'],
  ["a tag's key without the tag", aws({ variables: { "aws:PrincipalTag/": "a" } }), '"aws:PrincipalTag/"', 'unknown variable "aws:PrincipalTag/"', 'did you mean "aws:PrincipalArn"?'],
  ["a variable of OCI with an action", aws({ variables: { "request.region": "phx" } }), '"request.region"', 'unknown variable "request.region"'],
  ["a condition key that is true", aws({ variables: { "aws:MultiFactorAuthPresent": true } }), "true", 'expected a string for the variable "aws:MultiFactorAuthPresent", found a boolean', 'write "true", in quotes'],

  ["an answer that is none", oci({ expected: "allow" }), '"allow"', 'unknown answer "allow"', ANSWERS],
  ["an answer in capitals", oci({ expected: "Denied" }), '"Denied"', 'unknown answer "Denied"', ANSWERS],
  ["an answer that is true", oci({ expected: true }), "true", "expected a string for expected, found a boolean", 'write "true", in quotes'],
  ["a note that is a number", oci({ note: 1 }), "1", "expected a string for note, found a number", 'write "1", in quotes'],
];

/** For `test.each`, which takes a row that is shorter than its function for one that waits for a callback. */
export const refusals = REFUSALS.map(([name, ...refusal]) => [name, refusal] as const);
