import type { Facts } from "../../facts";
import type { Part } from "../verdict";

export function onwardPart(_: Facts): Part {
  return { findings: [], undecided: [] };
}
