import type { Undecided } from "../../verdict/verdict";
import type { Facts } from "../facts";
import type { About } from "../found";
import { destinationOf } from "./destination";
import { query } from "./lead";
import { LOAD_BALANCERS, type Trouble, troublesBehind } from "./load-balancer";
import type { NameSystem } from "./records";
import { type Answered, fixOf, type Remark, severityOf, undecidedAt, whenOf, witnessOf, wrong } from "./remarks";
import { isOurs, leadsOf } from "./resolve";

/** What is said of one name. */
export interface Judged {
  readonly findings: readonly About[];
  readonly notes: readonly About[];
  readonly undecided: readonly Undecided[];
  /** The load balancers that answer for it, where they should. */
  readonly balancers: readonly Extract<Remark, { kind: "balancer" }>[];
}

/** Types of queries whose answers lead a user somewhere. */
const TYPES = ["A", "AAAA", "HTTPS"] as const;

/** Holds everything that a name can be answered with against what the jurisdiction's users are promised. */
export function judge(hostname: string, names: NameSystem, facts: Facts, seen: readonly string[] = []): Judged {
  const { estate, declared } = facts;
  const allowed = new Set([...declared.primary.oci, ...declared.primary.standby]);
  const answers = TYPES.flatMap((type) =>
    leadsOf(query(hostname, type), names, estate).map((lead) => ({ hostname, type, lead })),
  );
  const remarks = answers.flatMap((answer) => (answer.lead.isAsleep ? remarksOn(answer).flatMap(noted) : remarksOn(answer)));
  const right = remarks.flatMap((one) => (one.kind === "right" ? [one.answer] : []));
  const isAnswered = answers.some(({ lead }) => !lead.isAsleep);
  const all = [
    ...remarks,
    ...secondsOf(right),
    ...(!isAnswered ? [undecidedAt(null, `nothing that was given answers for ${hostname}`)] : []),
  ];
  return {
    findings: all.flatMap((one) => (one.kind === "finding" ? [one.about] : [])),
    notes: all.flatMap((one) => (one.kind === "note" ? [one.about] : [])),
    undecided: all.flatMap((one) => (one.kind === "undecided" ? [one.undecided] : [])),
    balancers: all.filter((one) => one.kind === "balancer"),
  };

  function remarksOn(answer: Answered): readonly Remark[] {
    const { lead } = answer;
    const { end } = lead;
    switch (end.kind) {
      case "unknown":
        return [undecidedAt(end.address, end.because)];
      case "delegated":
        return [wrong(answer, { rule: "routing/delegation", severity: "high", says: `is left to ${end.text}: ${end.because}` })];
      case "elsewhere":
        return [outside(answer, `${end.text}: ${end.because}`)];
      case "address":
        return onAddress(answer, end);
    }
  }

  function outside(answer: Answered, where: string, more: Pick<Parameters<typeof wrong>[1], "fix"> = {}): Remark {
    const severity = severityOf(answer.lead);
    return wrong(answer, { rule: "routing/answer-outside", severity, says: `leads to ${where}`, ...more });
  }

  function onAddress(
    answer: Answered,
    { value, text }: { readonly value: Parameters<typeof destinationOf>[0]; text: string },
  ): readonly Remark[] {
    const destination = destinationOf(value, allowed, estate);
    if (destination.kind === "unknown") return [undecidedAt(answer.lead.path.at(-1)?.address ?? null, destination.because)];
    const onward = along(answer, destination.path);
    if (destination.kind === "outside") return [outside(onward, `${text}: ${destination.because}`)];
    if (destination.kind === "idle") {
      const { address } = destination.address;
      const fix = { text: `give ${address} to a load balancer of the primary or its standby`, edits: [] };
      return [
        wrong(onward, { rule: "routing/no-backend", severity: "medium", says: `leads to ${address}, which nothing has`, fix }),
      ];
    }
    const { front, isBalancer } = destination;
    const troubles = isBalancer ? troublesBehind(front, hostname, { allowed, isRight }, estate) : [];
    return [
      { kind: "right", answer },
      ...(LOAD_BALANCERS.has(front.type) ? [{ kind: "balancer", balancer: front, answer: onward } as const] : []),
      ...troubles.map((trouble) => onTrouble(trouble, onward)),
    ];
  }

  function onTrouble(trouble: Trouble, answer: Answered): Remark {
    if (trouble.kind === "unknown") return undecidedAt(trouble.address, trouble.because);
    const { path, message, fix } = trouble;
    if (trouble.kind === "outside") return outside(along(answer, path), message, { fix });
    return wrong(along(answer, path), { rule: "routing/no-backend", severity: "medium", says: `leads to ${message}`, fix });
  }

  /** Whether a name that a load balancer redirects to is right by itself. */
  function isRight(name: string): boolean | undefined {
    if (seen.includes(name) || name === hostname) return true;
    if (!isOurs(name, names)) return false;
    const other = judge(name, names, facts, [...seen, hostname]);
    if (other.findings.some(({ rule }) => rule !== "routing/no-backend")) return false;
    return other.undecided.length > 0 ? undefined : true;
  }
}

/** What is wrong with an answer that is disabled is only noted: enabling it is a change, which is proven again. */
function noted(remark: Remark): readonly Remark[] {
  return remark.kind === "finding" ? [{ kind: "note", about: { ...remark.about, severity: "low" } }] : [];
}

const along = (answer: Answered, path: Answered["lead"]["path"]): Answered => ({
  ...answer,
  lead: { ...answer.lead, path: [...answer.lead.path, ...path] },
});

/** Answers by another provider, right as they are: steering doesn't reach them, and of some nobody knows what they give. */
function secondsOf(right: readonly Answered[]): readonly Remark[] {
  const isOurs = right.some(({ lead }) => lead.provider === "oci");
  return right.flatMap((answer): readonly Remark[] => {
    const { hostname, lead } = answer;
    const { provider } = lead;
    if (provider === "oci") return [];
    if (isOurs) {
      const message = `${hostname} is answered by ${provider} as well, which knows nothing of steering${whenOf(lead)}`;
      const witness = witnessOf(answer);
      const about: About = {
        rule: "routing/delegation",
        severity: "medium",
        path: lead.path,
        witness,
        message,
        fix: fixOf(lead),
      };
      return [{ kind: "finding", about }];
    }
    if (provider === "route53") return [];
    return [undecidedAt(lead.said?.by.address ?? null, `what ${provider} makes of its records isn't known`)];
  });
}
