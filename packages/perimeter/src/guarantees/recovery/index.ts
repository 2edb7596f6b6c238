import type { Resource } from "../../input";
import type { Finding, GuaranteeVerdict, Undecided } from "../../verdict/verdict";
import type { Facts, Guarantee } from "../facts";
import { notDeclared, outcomeOf } from "../outcome";
import { type Reach, storesIn } from "./copies";
import { countFindings } from "./count-findings";
import { countedIn } from "./counted";
import { daysFindings } from "./days-findings";
import { destroyersOf } from "./destroyers";
import { type Fact, isOpen } from "./fact";
import { holdersIn } from "./holders";
import { hopsIn } from "./hops";
import { backupProtection, databaseProtection, ociBucketProtection } from "./oci-protection";
import { type Parts, partsIn } from "./parts";
import { arrivalsAt, keysOfRetired } from "./phases";
import { type Protection, UNPROTECTED } from "./protection";
import { reachingIn } from "./reaching";
import { s3Protection } from "./s3-protection";

/**
 * `recovery`: every store has the copies that its declaration asks for, kept for as long as declared; nobody outside, and no
 * single role inside, can destroy a store together with its copies (design §1 and "What counts").
 */
export const RECOVERY: Guarantee = {
  id: "recovery",
  prove: (facts) => (facts.declared.recovery ? prove(facts) : notDeclared("recovery")),
};

interface Said {
  readonly findings?: readonly Finding[];
  readonly notes?: readonly Finding[];
  readonly undecided?: readonly Undecided[];
}

function prove(facts: Facts): GuaranteeVerdict {
  const parts = partsIn(facts.estate);
  const stores = storesIn(facts.declared, hopsIn(facts.estate, parts));
  const protectionOf = protections(parts, facts.at);
  const reaching = reachingIn(facts);
  const holders = holdersIn(facts);
  const said: Said[] = [keysOfRetired(facts)];
  for (const store of stores) {
    const counted = countedIn(store, protectionOf, facts);
    const known = (reach: Reach): Protection => {
      const protection = protectionOf(reach);
      return isOpen(protection) ? UNPROTECTED : protection;
    };
    said.push(
      { undecided: [protectionOf(itself(store.resource)), ...counted.map(({ protection }) => protection)].filter(isOpen) },
      countFindings(store, counted, facts),
      daysFindings(store, counted, reaching, facts),
      destroyersOf(store, known, holders, reaching, facts),
      arrivalsAt(store, facts),
    );
  }
  return outcomeOf("recovery", {
    findings: unique(said.flatMap(({ findings = [] }) => findings)),
    notes: unique(said.flatMap(({ notes = [] }) => notes)),
    undecided: said.flatMap(({ undecided = [] }) => undecided),
  });
}

const itself = (resource: Resource): Reach => ({ resource, path: [], prefix: "", state: "on" });

/** What lies in one bucket may be of several stores, and is found once. */
const unique = (findings: readonly Finding[]) => [...new Map(findings.map((one) => [one.fingerprint, one])).values()];

function protections(parts: Parts, at: Date): (reach: Reach) => Fact<Protection> {
  const known = new Map<string, Fact<Protection>>();
  return (reach) => {
    const name = `${reach.resource.address} ${reach.prefix}`;
    const protection = known.get(name) ?? look(reach);
    known.set(name, protection);
    return protection;
  };

  function look({ resource, prefix, path }: Reach): Fact<Protection> {
    switch (resource.type) {
      case "aws_s3_bucket":
        return s3Protection(resource, prefix, parts);
      case "oci_objectstorage_bucket":
        return ociBucketProtection(resource, parts, at);
      case "oci_database_autonomous_database":
        return databaseProtection(resource, path.length > 0);
      case "oci_database_autonomous_database_backup":
        return backupProtection(resource);
      default:
        return UNPROTECTED;
    }
  }
}
