import { AWS_ACCESS } from "./aws-access";
import { AWS_OPERATIONS } from "./aws-operations";
import { AWS_STORAGE } from "./aws-storage";
import { OCI_IDENTITY } from "./oci-identity";
import { OCI_RECORDS } from "./oci-records";
import { OCI_STORES } from "./oci-stores";
import { OCI_TRAFFIC } from "./oci-traffic";
import type { Pair } from "./pair";

/** A pair for each row. */
export const PAIRS: Readonly<Record<string, Pair>> = {
  ...OCI_IDENTITY,
  ...OCI_STORES,
  ...OCI_TRAFFIC,
  ...OCI_RECORDS,
  ...AWS_STORAGE,
  ...AWS_ACCESS,
  ...AWS_OPERATIONS,
};
