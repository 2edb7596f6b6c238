import { type Names, PERMISSION_NAMES, VARIABLE_NAMES } from "oci-policy";
import type { KnownNames } from "./variables";

/** Permissions of OCI, in any case. */
export const PERMISSIONS = known(PERMISSION_NAMES);

/** Variables of OCI's conditions, in any case. */
export const VARIABLES = known(VARIABLE_NAMES);

function known(names: Names): KnownNames {
  return {
    has: (name) => names.has(name),
    didYouMean: (name) => {
      const meant = names.nearest(name);
      return meant === undefined ? undefined : `did you mean "${meant}"?`;
    },
  };
}
