import type { Closure, Ways } from "../detours";
import type { Estate } from "../estate";
import type { Actor } from "../estate/actor";
import type { Asset } from "../estate/asset";
import type { Leaving, Trail } from "../estate/copies";
import type { OpenFlow } from "../estate/flows";
import type { GuaranteeId, GuaranteeVerdict } from "../verdict/verdict";
import type { Declared } from "./declared";
import type { Standing } from "./standing";

/** What is known of an estate before a guarantee is asked about: found once, for all of them. */
export interface Facts {
  readonly estate: Estate;
  readonly declared: Declared;
  /** No request is made before. */
  readonly at: Date;
  /** The stores, and all copies of them that flows make. */
  readonly assets: readonly Asset[];
  /** Flows one of whose ends isn't known. */
  readonly open: readonly OpenFlow[];
  /** Everywhere that data of the stores comes to: its content, records of it, its keys. */
  readonly trails: readonly Trail[];
  /** Data of the stores that goes where no resource stands for it. */
  readonly leaving: readonly Leaving[];
  /** Flows of any kind of which an end isn't known. */
  readonly doubts: readonly OpenFlow[];
  /** What each cloud knows of who can do what. */
  readonly clouds: readonly Ways[];
  /** Who comes to what, in any number of steps, across the clouds. */
  readonly closure: Closure;
  readonly standings: (actor: Actor) => Standing;
}

/** One of the sentences of the promise, and how it is proven. */
export interface Guarantee {
  readonly id: GuaranteeId;
  /** Pure: the same facts have the same verdict, in the same order. */
  readonly prove: (facts: Facts) => GuaranteeVerdict;
}
