import { entry, type JsonObject } from "./body";
import type { Source } from "./resource";

/** Where a cdktf app made a resource: the first line of its trace that is of no installed package (`//` metadata). */
export function sourceOf(body: JsonObject): Source | null {
  const metadata = entry(entry(body, "//"), "metadata");
  const [path, trace] = [entry(metadata, "path"), entry(metadata, "stackTrace")];
  const frames = Array.isArray(trace) ? trace.filter((frame) => typeof frame === "string") : [];
  const own = frames.find((frame) => !/(^|[\\/(])node_modules[\\/]|^node:|\(node:/.test(frame)) ?? frames[0];
  const construct = typeof path === "string" ? path : null;
  const place = own === undefined ? null : /([^\s()]+?):(\d+)(?::\d+)?\)?$/.exec(own);
  if (!place?.[1]) return construct === null ? null : { file: null, line: null, construct };
  return { file: place[1], line: Number(place[2]), construct };
}
