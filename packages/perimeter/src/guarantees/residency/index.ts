import type { Facts, Guarantee } from "../facts";
import { outcomeOf } from "../outcome";
import { onwardPart } from "./onward";
import { restingPart } from "./resting";
import { servicesPart } from "./services";
import { statesPart } from "./states";
import { unfollowedPart } from "./unfollowed";
import { partsTogether } from "./verdict";

/**
 * `residency`: every copy rests only where the model declares it, no other flow of data leaves a store, and nobody but
 * those who are trusted can send one elsewhere (design §1 and "What counts").
 */
export const RESIDENCY: Guarantee = {
  id: "residency",
  prove: (facts: Facts) =>
    outcomeOf(
      "residency",
      partsTogether([restingPart, statesPart, servicesPart, onwardPart, unfollowedPart].map((part) => part(facts))),
    ),
};
