/**
 * The path of the bundle of `entry`, made when it is missing or when the contents of anything that it was made from have
 * changed: sources, data, the bundler, this package, Node itself. Otherwise it costs a look at the times of those files.
 * Data in JSON lies beside the bundle and is read when it is asked for.
 * Several processes may ask at once: each makes its own, and the last one to finish puts an equal file in place.
 * @param entry path of the command's TypeScript file
 * @param folder where the bundle goes; it may be removed at any time
 * @throws Error with the bundler's own words when the sources are wrong, or that the folder can't be written
 */
export function bundleOf(entry: string, folder: string): string;

/** What the bundle of `entry` exports, run from what V8 compiled before: faster than to `require` it. Throws as `bundleOf`. */
export function requireBundled(entry: string, folder: string): unknown;

/** Runs the bundle of `entry`. One that can't be made is told on stderr, without a stack trace, and ends with exit code 3. */
export function runBundled(entry: string, folder: string): void;
