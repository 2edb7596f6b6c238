import type { ObjectValue } from "../schema/value";

/** What a line of the world file may say. `token` is random: a writer finds its own line by it. */
export type Line =
  | { readonly op: "clock"; readonly token: string; readonly now: string }
  | {
      readonly op: "create";
      readonly token: string;
      readonly type: string;
      readonly id: string;
      /** Of what was asked for: objects with equal requests are told apart by their number. */
      readonly request: string;
      /** Names that only one object may have at a time. */
      readonly unique: readonly string[];
      readonly value: ObjectValue;
    }
  | {
      readonly op: "update";
      readonly token: string;
      readonly type: string;
      readonly id: string;
      /** The id from now on, where it is made of what changes. */
      readonly becomes?: string;
      readonly unique: readonly string[];
      readonly value: ObjectValue;
    }
  | { readonly op: "remove"; readonly token: string; readonly type: string; readonly id: string };

/** Why a line didn't count. */
export type Outcome = "accepted" | "id-taken" | "gone" | { readonly taken: string };

interface Living {
  readonly unique: readonly string[];
  readonly value: ObjectValue;
}

export interface Entry {
  readonly id: string;
  readonly value: ObjectValue;
}

/** What other objects name an object by. */
const idsOf = ({ id, arn }: ObjectValue): readonly string[] => [id, arn].filter((one) => typeof one === "string");

const keyOf = (type: string, id: string) => `${type} ${id}`;

/**
 * The world as the lines say, folded in their order. The order decides: of two lines that create the same name the
 * first wins, in every process that reads the file. So every rule that decides stands here, none before the write.
 */
export class Fold {
  private readonly living = new Map<string, Living>();
  private readonly names = new Map<string, string>();
  private readonly requests = new Map<string, number>();
  private readonly gone = new Set<string>();
  private now: string | undefined;

  get clock(): string | undefined {
    return this.now;
  }

  get count(): number {
    return this.living.size;
  }

  get(type: string, id: string): ObjectValue | undefined {
    return this.living.get(keyOf(type, id))?.value;
  }

  /** The living objects of a type, by what they are known by. */
  entries(type: string): readonly Entry[] {
    const prefix = keyOf(type, "");
    return [...this.living].flatMap(([key, { value }]) =>
      key.startsWith(prefix) ? [{ id: key.slice(prefix.length), value }] : [],
    );
  }

  /** Whether an object with this id or ARN was removed, and none has it now. */
  wasRemoved(id: string): boolean {
    return this.gone.has(id);
  }

  /** How often an equal object has been created so far. */
  timesRequested(request: string): number {
    return this.requests.get(request) ?? 0;
  }

  apply(line: Line): Outcome {
    if (line.op === "clock") {
      this.now ??= line.now;
      return "accepted";
    }
    if (line.op === "create") return this.create(line);
    const key = keyOf(line.type, line.id);
    const before = this.living.get(key);
    if (!before) return "gone";
    if (line.op === "remove") return this.remove(key, before);
    return this.settle(key, line, before, keyOf(line.type, line.becomes ?? line.id));
  }

  private create(line: Line & { readonly op: "create" }): Outcome {
    const key = keyOf(line.type, line.id);
    // The name first: it is what the user can do something about.
    const taken = line.unique.find((name) => this.names.has(name));
    if (taken !== undefined) return { taken };
    const outcome = this.living.has(key) ? "id-taken" : this.settle(key, line);
    if (outcome === "accepted") this.requests.set(line.request, this.timesRequested(line.request) + 1);
    return outcome;
  }

  /** Gives an object its value and names, unless another one has a name; an object that is renamed frees its old name. */
  private settle(key: string, { unique, value }: Living, before?: Living, next = key): Outcome {
    const taken = unique.find((name) => (this.names.get(name) ?? key) !== key);
    if (taken !== undefined) return { taken };
    if (next !== key && this.living.has(next)) return "id-taken";
    for (const name of before?.unique ?? []) this.names.delete(name);
    for (const name of unique) this.names.set(name, next);
    if (next !== key) this.living.delete(key);
    this.living.set(next, { unique, value });
    for (const id of idsOf(value)) this.gone.delete(id);
    return "accepted";
  }

  private remove(key: string, before: Living): Outcome {
    this.living.delete(key);
    for (const name of before.unique) this.names.delete(name);
    for (const id of idsOf(before.value)) this.gone.add(id);
    return "accepted";
  }
}
