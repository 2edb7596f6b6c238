import { OCI_REGIONS } from "oci-policy";
import { JURISDICTION_NAMES } from "../jurisdictions";
import { filled, listOf, mapOf, record } from "../shape/collection";
import { exactly, text, truth, word } from "../shape/scalar";
import { described, either, isList, mapped, placed, type Shape } from "../shape/shape";

/** What stores and roles are called on command lines and in findings. */
export const name = text(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, "a name of letters, digits, `.`, `_` and `-`");

export const version = exactly(1, "this version reads models of version 1");

const RESIDENCY = "a jurisdiction or a country (ISO 3166-1 alpha-2), such as EU or US";
export const jurisdiction = word(JURISDICTION_NAMES, RESIDENCY);

/** One jurisdiction or country, or several. */
export const residency: Shape<readonly string[]> = either(
  isList,
  listOf(jurisdiction, "countries"),
  mapped(jurisdiction, (one): readonly string[] => [one]),
);

const ociRegion = word(
  OCI_REGIONS.map(({ region }) => region),
  "an OCI region, such as us-phoenix-1",
);
const awsRegion = text(/^[a-z]{2}(-[a-z]+)+-[0-9]+$/, "an AWS region, such as us-east-1");
const account = text(/^[0-9]{12}$/, "an AWS account id, 12 digits in quotes");

/** A calendar day. */
export const date = text(
  /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/,
  "a date, such as 2026-01-31",
  // A 30th of February would be a day of March.
  (found) => new Date(`${found}T00:00:00Z`).toISOString().startsWith(found),
);

const ociRegions = listOf(placed(ociRegion), "OCI regions");

export const rests = filled(
  record(
    {},
    {
      oci: described("OCI regions", ociRegions),
      aws: described("AWS regions", listOf(placed(awsRegion), "AWS regions")),
    },
  ),
  "oci, aws",
);

export const primary = filled(record({}, { oci: ociRegions, standby: ociRegions }), "oci, standby");

export const sites = mapOf(
  name,
  record(
    { aws: described("AWS region", placed(awsRegion)) },
    {
      account,
      phase: described("the phase in force; left out: active", word(["active", "frozen", "retired"], "a phase")),
      since: described("when the phase began", date),
    },
  ),
  "backup sites",
);

export const oci = record(
  {},
  {
    denyPolicies: described("whether deny statements are in force; left out: they are", truth),
    home: described("home region of the tenancy", ociRegion),
  },
);

// Sources of the forms: AWS Organizations API reference, Organization, OrganizationalUnit and Root.
const organizationId = text(/^o-[a-z0-9]{10,32}$/, "the id of an organization, such as o-a1b2c3d4e5");
const place = text(
  /^(ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32})$/,
  "the id of a unit or a root, such as ou-ab12-c3d4e5f6 or r-ab12",
);

/** Where accounts stand that no stack makes: control policies are attached by ids alone. */
const organization = record(
  { id: described("o-…", organizationId) },
  {
    management: described("the management account, which no control policy binds", account),
    accounts: described(
      "the unit, or the root, in which each account is, unless a stack makes it",
      mapped(mapOf(account, place, "accounts"), (accounts) => new Map([...accounts].map(([id, { value }]) => [id, value]))),
    ),
  },
);

export const aws = record(
  {},
  {
    account: described("the account of stacks that don't say theirs", account),
    organization: described("the organization of the accounts; left out: what stacks say of it", organization),
  },
);
