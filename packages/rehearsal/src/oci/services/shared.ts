import type { Link, Row, Templates } from "../../engine/cloud";

/** An attribute of the object whose id is the argument. */
export const of = (type: string, argument: string, take: string): Link => ({ type, where: "id", equals: argument, take });

/** A type of which nothing is known but the word for a made object. */
export const inState = (state: string, values: Templates = {}): Row => ({ values: { state, ...values } });

/** The range of the subnet that an argument names. */
export const subnetRange = (argument: string) => of("oci_core_subnet", argument, "cidr_block");
