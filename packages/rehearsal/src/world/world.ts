import { randomUUID } from "node:crypto";
import type { ObjectValue } from "../schema/value";
import { type Entry, Fold, type Line, type Outcome } from "./fold";
import { Log } from "./log";

export interface Creation {
  readonly type: string;
  readonly request: string;
  readonly unique: readonly string[];
  /** The object, from how many equal ones were created before: so ids are stable, and never used twice. */
  readonly make: (ordinal: number) => { readonly id: string; readonly value: ObjectValue };
}

/** Without a clock of its own, the world stands still here, so that two runs with the same input are equal. */
const DEFAULT_CLOCK = "2026-01-01T00:00:00Z";

/** The clouds on disk: one file for all providers and stacks. */
export class World {
  private readonly log: Log<Line>;
  private readonly fold = new Fold();

  constructor(file: string, clock = DEFAULT_CLOCK) {
    this.log = new Log(file);
    this.refresh();
    if (this.fold.clock === undefined) this.commit({ op: "clock", token: randomUUID(), now: clock });
  }

  get now(): string {
    return this.fold.clock ?? DEFAULT_CLOCK;
  }

  /** How many objects are alive. */
  get count(): number {
    this.refresh();
    return this.fold.count;
  }

  get(type: string, id: string): ObjectValue | undefined {
    this.refresh();
    return this.fold.get(type, id);
  }

  /** Whether an object with this id or ARN was there once, and none has it now. */
  wasRemoved(id: string): boolean {
    this.refresh();
    return this.fold.wasRemoved(id);
  }

  all(type: string): readonly ObjectValue[] {
    return this.entries(type).map(({ value }) => value);
  }

  /** The living objects of a type, by what they are known by: the id, and where it holds. */
  entries(type: string): readonly Entry[] {
    this.refresh();
    return this.fold.entries(type);
  }

  /** Creates an object, or says which name is taken. */
  create({ type, request, unique, make }: Creation): ObjectValue | { readonly taken: string } {
    for (let skip = 0; ; skip++) {
      this.refresh();
      const ordinal = this.fold.timesRequested(request) + skip;
      const { id, value } = make(ordinal);
      const outcome = this.commit({ op: "create", token: randomUUID(), type, id, request, unique, value });
      if (outcome === "accepted") return value;
      if (typeof outcome === "object") return outcome;
      // An id that is a name, not a number, is the same each time: it will never be free.
      if (make(ordinal + 1).id === id) return { taken: `${type} ${id}` };
    }
  }

  /** Changes an object, and its id where that is made of what changes. */
  update(type: string, id: string, unique: readonly string[], value: ObjectValue, becomes = id): Outcome {
    return this.commit({ op: "update", token: randomUUID(), type, id, unique, value, ...(becomes === id ? {} : { becomes }) });
  }

  remove(type: string, id: string): Outcome {
    return this.commit({ op: "remove", token: randomUUID(), type, id });
  }

  close(): void {
    this.log.close();
  }

  private commit(line: Line): Outcome {
    this.log.append(line);
    return this.refresh(line.token);
  }

  /** Folds what is new, and says what became of the line with this token. */
  private refresh(token?: string): Outcome {
    let own: Outcome = "gone";
    for (const line of this.log.news()) {
      const outcome = this.fold.apply(line);
      if (line.token === token) own = outcome;
    }
    return own;
  }
}
