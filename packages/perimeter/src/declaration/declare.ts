import type { Diagnostic } from "../diagnostic";
import type { Declaration, DeclaredStore } from "./declaration";
import { declareRoles } from "./declare-roles";
import { declareTrusted } from "./declare-trusted";
import { declaredRecovery, declaredSites } from "./declared-places";
import { countriesOf } from "./jurisdictions";
import type { Model } from "./model/model";
import { inReadingOrder, type Notes, notesOn } from "./notes";
import { type Facts, factsOf } from "./select/facts";
import type { Estate } from "./select/principals";
import { selectResources } from "./select/resources";

/**
 * Holds a model against an estate: what each selector means, and who is inside. What matches nothing, what an address
 * leaves open and what nobody can tell is an error at its line, never passed over: else a store would go unprotected.
 */
export function declare(model: Model, estate: Estate): Declaration | { readonly diagnostics: readonly Diagnostic[] } {
  const { content } = model;
  const notes = notesOn(model.file);
  const facts = factsOf(estate.resources);
  const stores = declareStores(content, estate, facts, notes);
  const roles = declareRoles(content, estate, facts, notes);
  const trusted = declareTrusted(content, roles, estate, facts, notes);
  const evidence = (content.oversight?.evidence ?? []).flatMap((one) =>
    selectResources(one, "oversight.evidence", estate.resources, facts, notes),
  );
  if (notes.diagnostics.length > 0) return { diagnostics: inReadingOrder(notes.diagnostics) };
  const { jurisdiction, rests, budget, primary, routing, oversight, recovery } = content;
  const regions = (placed: readonly { readonly value: string }[] = []) => placed.map(({ value }) => value);
  return {
    jurisdiction: { name: jurisdiction, countries: new Set(countriesOf(jurisdiction)) },
    rests: { oci: regions(rests.oci), aws: regions(rests.aws) },
    stores,
    roles,
    trusted,
    trustedNames: regions(content.trusted),
    budgetOf: (store) => (budget?.get(store) ?? budget?.get("default"))?.value ?? Number.POSITIVE_INFINITY,
    oci: content.oci ?? {},
    aws: content.aws ?? {},
    primary: { oci: regions(primary?.oci ?? rests.oci), standby: regions(primary?.standby) },
    sites: declaredSites(content),
    ...(routing ? { routing } : {}),
    ...(oversight
      ? {
          oversight: {
            auditor: oversight.auditor.value,
            evidence: [...new Set(evidence)],
            line: oversight.auditor.place.line,
          },
        }
      : {}),
    ...(recovery ? { recovery: declaredRecovery(recovery) } : {}),
  };
}

function declareStores(
  { stores }: Model["content"],
  { resources }: Estate,
  facts: Facts,
  notes: Notes,
): readonly DeclaredStore[] {
  const holder = new Map<string, string>();
  return [...stores].map(([name, { value: selector, place }]) => {
    const found = selectResources(selector, `stores.${name}`, resources, facts, notes);
    for (const { address } of found) {
      const other = holder.get(address);
      if (other !== undefined) {
        const help = "one resource is one store: make the selectors narrower";
        notes.add(selector.place, "model/two-stores", `"${address}" is both "${other}" and "${name}"`, { help });
      }
      holder.set(address, name);
    }
    return { name, resources: found, line: place.line };
  });
}
