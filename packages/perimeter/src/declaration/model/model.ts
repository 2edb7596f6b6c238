import { filled, mapOf, record } from "../shape/collection";
import { described, type ReadBy } from "../shape/shape";
import { budget, oversight, recovery, routing } from "./guarantees";
import { aws, jurisdiction, name, oci, primary, rests, sites, version } from "./places";
import { roles, trusted } from "./roles";
import { placedSelector } from "./selector";

/** `perimeter.yaml`: what no plan says by itself. Keys are only ever added. */
export const modelShape = record(
  {
    version: described("version of this format", version),
    jurisdiction: described("whose users' data this is about: a jurisdiction or a country", jurisdiction),
    rests: described("where this jurisdiction's user data may rest", rests),
    stores: described(
      "what holds user data: a name for a reader, and a selector",
      filled(mapOf(name, placedSelector, "stores"), "stores"),
    ),
  },
  {
    roles: described("who may act; principals not listed here are foreign", roles),
    trusted: described("roles, groups and addresses that may change the boundary itself", trusted),
    budget: described("roles per store that may read content", budget),
    primary: described("regions of the primary and of its standby; left out: all of rests.oci", primary),
    sites: described("backup sites; left out: every other place of rests is an active one", sites),
    oci: described("what a configuration can't say of a tenancy", oci),
    aws: described("what a configuration can't say of accounts", aws),
    routing: described("left out: the guarantee is not declared", routing),
    oversight: described("left out: the guarantee is not declared", oversight),
    recovery: described("left out: the guarantee is not declared", recovery),
  },
);

/** A model file that was read: every part of the right form, and names of stores and roles that exist. */
export interface Model {
  readonly file: string;
  readonly content: ReadBy<typeof modelShape>;
}
