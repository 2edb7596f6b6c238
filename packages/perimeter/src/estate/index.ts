export {
  type Estate,
  type EstateOptions,
  estateOf,
  type Principal,
  resolvePrincipal,
  resolveTarget,
  type Target,
} from "./estate";
export type { OciOptions } from "./oci";
