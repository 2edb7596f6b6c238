import { z } from "zod";
import { count, email, name, sentence, timeOfDay } from "./values";

/** Ordered: each includes what is before it. */
export const CAPABILITIES = ["none", "metadata", "content", "administer"] as const;
export type Capability = (typeof CAPABILITIES)[number];

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const circumstances = z
  .strictObject({
    network: name.optional().describe("network source that requests must come from"),
    multiFactor: z.boolean().optional().describe("a second factor at sign-on"),
    time: z
      .strictObject({
        days: z.array(z.enum(WEEKDAYS)).min(1).describe("days of the week, in UTC"),
        from: timeOfDay.describe("start, in UTC"),
        to: timeOfDay.describe("end, in UTC; before the start, it means the next day"),
      })
      .optional()
      .describe("window of time"),
    ticket: sentence.optional().describe("the ticket to open first; documentation, no cloud can enforce it"),
  })
  .describe("under which circumstances; what no cloud service can enforce is refused, never dropped");
export type Circumstances = z.infer<typeof circumstances>;

const names = (what: string) =>
  z.union([z.literal("*"), z.array(name).min(1)], { error: `expected a list of ${what}, or "*" for all` });

const scenario = z
  .strictObject({
    why: sentence.describe("what this is for, in one sentence"),
    stores: names("stores").optional().describe("stores of user data, by name; * for all, the state excepted"),
    keys: names("key purposes").optional().describe("keys, by purpose; * for all"),
    boundary: z.boolean().optional().describe("the boundary itself: policies, groups, network sources, tags, quotas"),
    infrastructure: z.boolean().optional().describe("what holds no user data: networks, the app tier, registries"),
    records: z
      .boolean()
      .optional()
      .describe("the records of reads and changes, and what makes them: evidence, logs, connectors, events, alarms, Cloud Guard"),
    health: z.boolean().optional().describe("metrics that the app publishes for everybody; nothing of a store"),
    at: z.array(name).min(1).default(["primary"]).describe("where: primary (its standby included) or backup sites by name"),
    capability: z.enum(["metadata", "content", "administer"]).describe("the most that the role may do"),
    writes: z.boolean().default(false).describe("whether objects may also be created and overwritten; the versions before stay"),
    deletes: z
      .boolean()
      .default(false)
      .describe("whether objects may also be deleted; their versions stay as long as the store keeps them"),
    circumstances: circumstances.default({}),
  })
  .describe("a named situation in which a role acts");
export type ScenarioConfig = z.infer<typeof scenario>;

export const scenarios = z.record(name, scenario).describe("the situations in which roles act, by name");

const ASSUMED_BY = ["people", "app", "copier", "pipeline", "auditor"] as const;

const RESIDENCY = "expected a jurisdiction, a country (ISO 3166), or a list of countries";
const country = z.string({ error: RESIDENCY });

const role = z
  .strictObject({
    title: sentence.describe("who this is, for a reviewer"),
    residency: z
      .union([country, z.array(country).min(1)], { error: RESIDENCY })
      .optional()
      .describe("where its people sit: a jurisdiction, a country (ISO 3166), or a list of countries; required"),
    assumedBy: z.enum(ASSUMED_BY).default("people").describe("people, or the one machine that acts in this role"),
    scenarios: z.array(name).default([]).describe("the scenarios that this role may act in"),
  })
  .describe("a role: one name for the OCI group, the AWS role and the findings of the proof");
export type RoleConfig = z.infer<typeof role>;

export const roles = z.record(name, role).describe("everybody who may act, by name; nobody else gets a grant");

export const accessBudget = z
  .strictObject({
    default: count.default(2).describe("roles that may read a store's content, per store; the app and the copier aside"),
    stores: z.record(name, count).default({}).describe("exceptions by store; raising one is a decision to review"),
  })
  .default({ default: 2, stores: {} })
  .describe("how many roles may read content at all");

export const breakGlass = z
  .strictObject({
    role: name.describe("the role for emergencies"),
    custodians: z
      .array(email)
      .min(2, { error: "expected at least two custodians: nobody opens the glass alone" })
      .describe("who keep the sealed credentials"),
  })
  .describe("emergency access");
