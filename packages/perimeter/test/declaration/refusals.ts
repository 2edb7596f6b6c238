import { SMALL, WHOLE } from "./support/models";

/** A model that is refused: a part of a good one replaced, `line:column code message` of each diagnostic, and the remedy. */
export interface Refused {
  readonly what: string;
  readonly of: string;
  readonly change: readonly [from: string, to: string];
  readonly says: readonly string[];
  readonly help?: string;
  /** Why a schema can't say it: what it is about isn't the form of one part. */
  readonly beyondSchema?: string;
}

const small = (what: string, from: string, to: string, says: string, help?: string, beyondSchema?: string): Refused =>
  refused(SMALL, what, from, to, says, help, beyondSchema);
const whole = (what: string, from: string, to: string, says: string, help?: string, beyondSchema?: string): Refused =>
  refused(WHOLE, what, from, to, says, help, beyondSchema);

function refused(
  of: string,
  what: string,
  from: string,
  to: string,
  says: string,
  help?: string,
  beyondSchema?: string,
): Refused {
  return {
    of,
    what,
    change: [from, to],
    says: [says],
    ...(help === undefined ? {} : { help }),
    ...(beyondSchema === undefined ? {} : { beyondSchema }),
  };
}

const NAMES = "names of other parts";
const YAML = "how it is written";
const CALENDAR = "the calendar";

export const REFUSED: readonly Refused[] = [
  small("an unknown key", "roles:", "rolse:", '9:1 model/unknown-key unknown key "rolse" in the model', 'did you mean "roles"?'),
  small(
    "an unknown key with no near one",
    "trusted:",
    "friends:",
    '12:1 model/unknown-key unknown key "friends" in the model',
    "known keys: version, jurisdiction, rests, stores, roles, trusted, budget, primary, sites, oci, aws, routing, oversight, recovery",
  ),
  small(
    "an unknown key of a role",
    "content: [media]",
    "contents: [media]",
    '10:66 model/unknown-key unknown key "contents" in roles.us-sre',
    'did you mean "content"?',
  ),
  small(
    "an unknown key of a selector",
    "tag: us-data",
    "tags: us-data",
    '8:53 model/unknown-key unknown key "tags" in stores.ledger',
    'did you mean "tag"?',
  ),
  small("a missing key", "jurisdiction: US\n", "", '1:1 model/missing-key the model lacks "jurisdiction"', "add jurisdiction"),
  small(
    "a role without residency",
    "residency: US, ",
    "",
    '10:11 model/missing-key roles.us-sre lacks "residency"',
    "add residency",
  ),
  small(
    "another version",
    "version: 1",
    "version: 2",
    "1:10 model/wrong-type version: expected 1, found a number, 2",
    "this version reads models of version 1",
  ),
  small(
    "a version in quotes",
    "version: 1",
    'version: "1"',
    '1:10 model/wrong-type version: expected 1, found "1"',
    "this version reads models of version 1",
  ),
  small(
    "a jurisdiction that is none",
    "jurisdiction: US",
    "jurisdiction: UK",
    '2:15 model/wrong-value jurisdiction: expected a jurisdiction or a country (ISO 3166-1 alpha-2), such as EU or US, found "UK"',
  ),
  small(
    "a residency in words",
    "residency: CN",
    "residency: China",
    '11:91 model/wrong-value roles.apac-engineering.residency: expected a jurisdiction or a country (ISO 3166-1 alpha-2), such as EU or US, found "China"',
  ),
  small(
    "a residency in lower case",
    "residency: CN",
    "residency: [CN, sg]",
    '11:96 model/wrong-value roles.apac-engineering.residency[1]: expected a jurisdiction or a country (ISO 3166-1 alpha-2), such as EU or US, found "sg"',
  ),
  small(
    "an empty residency",
    "residency: CN",
    "residency: []",
    "11:91 model/wrong-type roles.apac-engineering.residency: expected a list of countries, found an empty list",
  ),
  small(
    "a region of OCI that is none",
    "us-ashburn-1",
    "us-ashbrun-1",
    '4:23 model/wrong-value rests.oci[1]: expected an OCI region, such as us-phoenix-1, found "us-ashbrun-1"',
    'did you mean "us-ashburn-1"?',
  ),
  small(
    "a region of AWS that is none",
    "us-east-1, ap",
    "us-east, ap",
    '5:9 model/wrong-value rests.aws[0]: expected an AWS region, such as us-east-1, found "us-east"',
  ),
  small(
    "a region twice",
    "[us-east-1, ap-southeast-1]",
    "[us-east-1, us-east-1]",
    "5:20 model/twice rests.aws holds this twice",
    "keep one of the two",
  ),
  small(
    "a region alone where a list should be",
    "[us-east-1, ap-southeast-1]",
    "us-east-1",
    '5:8 model/wrong-type rests.aws: expected a list of AWS regions, found "us-east-1"',
  ),
  small(
    "nowhere to rest",
    "                                   # where this jurisdiction's user data may rest\n  oci: [us-phoenix-1, us-ashburn-1]\n  aws: [us-east-1, ap-southeast-1]",
    " {}",
    "3:8 model/wrong-type rests: expected a map of oci, aws, found an empty map",
  ),
  small(
    "no stores",
    "\n  media: oci_objectstorage_bucket.media\n  ledger: { type: oci_database_autonomous_database, tag: us-data.store=primary }",
    "",
    "6:1 model/wrong-type stores: expected a map of stores, found nothing",
  ),
  small(
    "an address that is none",
    "oci_objectstorage_bucket.media",
    "media",
    '7:10 model/wrong-value stores.media: expected an address, such as primary/oci_objectstorage_bucket.media, found "media"',
  ),
  small(
    "an empty selector",
    "{ type: oci_database_autonomous_database, tag: us-data.store=primary }",
    "{}",
    "8:11 model/wrong-type stores.ledger: expected a map of type, name, tag, address, found an empty map",
  ),
  small(
    "a list where one selector should be",
    "media: oci_objectstorage_bucket.media",
    "media: [oci_objectstorage_bucket.media]",
    "7:10 model/wrong-type stores.media: expected a map with type, name, tag, address, found a list",
  ),
  small(
    "a type that is none",
    "type: oci_database_autonomous_database",
    "type: database",
    '8:19 model/wrong-value stores.ledger.type: expected a Terraform type, such as aws_s3_bucket, found "database"',
  ),
  small(
    "a tag without a value",
    "tag: us-data.store=primary",
    "tag: us-data.store",
    '8:58 model/wrong-value stores.ledger.tag: expected a tag, key=value, found "us-data.store"',
  ),
  small(
    "a store's name that is none",
    "  media: oci",
    "  me dia: oci",
    '7:3 model/wrong-value stores: expected a name of letters, digits, `.`, `_` and `-`, found "me dia"',
  ),
  small(
    "a principal that is a number",
    "principal: oci_identity_group.us_sre",
    "principal: 12",
    "10:24 model/wrong-type roles.us-sre.principal: expected a map with type, name, tag, address, found a number, 12",
  ),
  small(
    "a name that YAML reads as a number",
    'name: "apac-*"',
    "name: 12",
    "11:68 model/wrong-type roles.apac-engineering.principal.name: expected a name, found a number, 12",
    'write "12", in quotes',
  ),
  small(
    "a store that there is none of, which a role reads",
    "content: [media]",
    "content: [meida]",
    '10:76 model/unknown-store there is no store "meida" in this model',
    'did you mean "media"?',
    NAMES,
  ),
  small(
    "a store that there is none of, which a role sees",
    "metadata: [media]",
    "metadata: [photos]",
    '11:106 model/unknown-store there is no store "photos" in this model',
    "the stores of this model are media, ledger",
    NAMES,
  ),
  small(
    "another word than * for all stores",
    "content: [media]",
    "content: all",
    '10:75 model/wrong-value roles.us-sre.content: expected a list of stores, or "*" for all, found "all"',
    "expected one of: *",
  ),
  small(
    "a role's name that is none",
    "us-sre: {",
    '"us/sre": {',
    '10:3 model/wrong-value roles: expected a name of letters, digits, `.`, `_` and `-`, found "us/sre"',
  ),
  small(
    "trust in one name without a list",
    "[break-glass, Administrators]",
    "break-glass",
    '12:10 model/wrong-type trusted: expected a list of names, found "break-glass"',
  ),
  whole(
    "an unknown store in a map of content",
    "{ media: [incident-response] }",
    "{ mdeia: [incident-response] }",
    '15:16 model/unknown-store there is no store "mdeia" in this model',
    'did you mean "media"?',
    NAMES,
  ),
  whole(
    "no scenario",
    "{ media: [incident-response] }",
    "{ media: [] }",
    "15:23 model/wrong-type roles.us-sre.content.media: expected a list of scenarios, found an empty list",
  ),
  whole(
    "a tenancy that is no OCID",
    "tenancy: ocid1.tenancy.oc1..aud",
    "tenancy: oracle",
    '17:43 model/wrong-value roles.oracle-auditor.principal.tenancy: expected the OCID of a tenancy, found "oracle"',
  ),
  whole(
    "a group of another tenancy without the tenancy",
    "tenancy: ocid1.tenancy.oc1..aud, ",
    "",
    '17:32 model/missing-key roles.oracle-auditor.principal lacks "tenancy"',
    "add tenancy",
  ),
  whole(
    "an account that YAML reads as a number",
    '{ account: "111122223333" }',
    "{ account: 111122223333 }",
    "24:17 model/wrong-type aws.account: expected an AWS account id, 12 digits in quotes, found a number, 111122223333",
    'write "111122223333", in quotes',
  ),
  whole(
    "a date that is no day",
    "2026-01-01",
    "2026-02-30",
    '7:91 model/wrong-value sites.singapore.since: expected a date, such as 2026-01-31, found "2026-02-30"',
    undefined,
    CALENDAR,
  ),
  whole(
    "a date in words",
    "2026-01-01",
    "January",
    '7:91 model/wrong-value sites.singapore.since: expected a date, such as 2026-01-31, found "January"',
  ),
  whole(
    "a phase that is none",
    "phase: active",
    "phase: frozn",
    '7:76 model/wrong-value sites.singapore.phase: expected a phase, found "frozn"',
    'did you mean "frozen"?',
  ),
  whole(
    "a site outside of where data may rest",
    "aws: ap-southeast-1,",
    "aws: eu-west-1,",
    '7:28 model/not-in-rests the region of site "singapore" "eu-west-1" is not among rests.aws',
    "add it to rests.aws, or take it away here",
    NAMES,
  ),
  whole(
    "a standby outside of where data may rest",
    "standby: [us-ashburn-1]",
    "standby: [us-chicago-1]",
    '6:43 model/not-in-rests the standby\'s region "us-chicago-1" is not among rests.oci',
    "add it to rests.oci, or take it away here",
    NAMES,
  ),
  whole(
    "a budget below nothing",
    "default: 2",
    "default: -1",
    "19:20 model/wrong-type budget.default: expected a whole number from 0 on, found a number, -1",
  ),
  whole(
    "a budget of a store that there is none of",
    "ledger: 3 }",
    "leger: 3 }",
    '19:23 model/unknown-store there is no store "leger" in this model',
    'did you mean "ledger"?',
    NAMES,
  ),
  whole(
    "a host name with a blank",
    "us.example.com",
    "us example.com",
    '20:24 model/wrong-value routing.hostnames[0]: expected a host name in lower case, such as us.example.com, found "us example.com"',
  ),
  whole(
    "an auditor that is no role",
    "auditor: oracle-auditor",
    "auditor: orcale-auditor",
    '21:23 model/unknown-role there is no role "orcale-auditor" in this model',
    'did you mean "oracle-auditor"?',
    NAMES,
  ),
  whole(
    "half a copy",
    "copies: 2",
    "copies: 1.5",
    "22:21 model/wrong-type recovery.copies: expected a whole number from 1 on, found a number, 1.5",
  ),
  whole(
    "recovery of a store that there is none of",
    "{ ledger: { copies",
    "{ legder: { copies",
    '22:44 model/unknown-store there is no store "legder" in this model',
    'did you mean "ledger"?',
    NAMES,
  ),
  whole(
    "a truth value in words",
    "denyPolicies: true",
    "denyPolicies: on",
    '23:22 model/wrong-type oci.denyPolicies: expected true or false, found "on"',
  ),
  small(
    "a key twice",
    "trusted: [",
    "version: 1\ntrusted: [",
    '12:1 model/duplicate-key duplicate key "version"',
    "keep one of the two: the other would be lost silently",
    YAML,
  ),
  small(
    "a key twice in a map inside",
    "  ledger: {",
    "  media: {",
    '8:3 model/duplicate-key duplicate key "media"',
    "keep one of the two: the other would be lost silently",
    YAML,
  ),
  small(
    "an alias without an anchor",
    "content: [media]",
    "content: *all",
    '10:75 model/alias alias "*all" has no anchor before it',
    "write the value out, or put an anchor &all on a value before this line",
    YAML,
  ),
  small(
    "an anchor that holds itself",
    "trusted: [break-glass",
    "trusted: &t [*t",
    '12:14 model/alias alias "*t" stands inside its own anchor',
    "write the value out, or put an anchor &t on a value before this line",
    YAML,
  ),
  small(
    "a tag of YAML",
    "version: 1",
    "version: !!int 1",
    '1:16 model/tag the tag "tag:yaml.org,2002:int" has no meaning here',
    "write the value as it is",
    YAML,
  ),
  small(
    "a second document",
    "trusted:",
    "---\ntrusted:",
    "12:1 model/not-yaml a second document begins here",
    "the file is one document: take away the `---` and what follows",
    YAML,
  ),
  small(
    "a bracket that is never closed",
    "[break-glass, Administrators]",
    "[break-glass, Administrators",
    "13:1 model/not-yaml this is not YAML: flow sequence in block collection must be sufficiently indented and end with a ]",
    "check indentation, quotes and brackets here",
    YAML,
  ),
];
