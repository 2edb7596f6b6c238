import type { Rows } from "../../engine/cloud";
import { ARTIFACTS } from "./artifacts";
import { AUDIT } from "./audit";
import { BASTION } from "./bastion";
import { BLOCK_STORAGE } from "./block-storage";
import { BUDGET } from "./budget";
import { CERTIFICATES } from "./certificates";
import { CLOUD_GUARD } from "./cloud-guard";
import { COMPUTE } from "./compute";
import { CONTAINERS } from "./containers";
import { DATA_SAFE } from "./data-safe";
import { DATABASE } from "./database";
import { DNS } from "./dns";
import { EDGE } from "./edge";
import { FUNCTIONS } from "./functions";
import { GOVERNANCE } from "./governance";
import { IDENTITY } from "./identity";
import { IDENTITY_DOMAINS } from "./identity-domains";
import { KEYS } from "./keys";
import { LOAD_BALANCING } from "./load-balancing";
import { NETWORK } from "./network";
import { OBJECT_STORAGE } from "./object-storage";
import { OBSERVABILITY } from "./observability";
import { STREAMING } from "./streaming";

/**
 * What the services give, by resource type. A type that is not here has an OCID of its own kind, `state` ACTIVE and what
 * the names and types of its attributes say.
 */
export const ROWS: Rows = {
  ...ARTIFACTS,
  ...AUDIT,
  ...BASTION,
  ...BLOCK_STORAGE,
  ...BUDGET,
  ...CERTIFICATES,
  ...CLOUD_GUARD,
  ...COMPUTE,
  ...CONTAINERS,
  ...DATA_SAFE,
  ...DATABASE,
  ...DNS,
  ...EDGE,
  ...FUNCTIONS,
  ...GOVERNANCE,
  ...IDENTITY,
  ...IDENTITY_DOMAINS,
  ...KEYS,
  ...LOAD_BALANCING,
  ...NETWORK,
  ...OBJECT_STORAGE,
  ...OBSERVABILITY,
  ...STREAMING,
};
