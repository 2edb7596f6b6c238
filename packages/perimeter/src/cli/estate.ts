import type { AwsEstate } from "../simulate/aws";
import { estateOfStatements, type OciEstate } from "../simulate/oci";
import { type Addresses, NO_ADDRESSES } from "../simulate/request/resolve";
import { readStatements } from "../simulate/request/statements";
import { InputError } from "./input-error";
import { nameOf, readText } from "./text-file";

/** All that was read of what requests are held against. */
export interface KnownEstate {
  readonly oci: OciEstate;
  readonly aws: AwsEstate;
  readonly addresses: Addresses;
}

/**
 * The estate of a file of statements.
 * @throws InputError it can't be read, or a line is wrong
 */
export function readStatementsFile(file: string): KnownEstate {
  const read = readStatements(readText(file), nameOf(file));
  if ("diagnostics" in read) throw new InputError(read.diagnostics);
  const aws = { accounts: [], principals: [], resources: [], endpoints: [] };
  return { oci: estateOfStatements(read.policies), aws, addresses: NO_ADDRESSES };
}
