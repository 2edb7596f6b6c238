/**
 * The path of the bundle of `entry`, made when it is missing or when one of the files that it was made from has
 * changed; otherwise costs a look at their times. Data in JSON lies beside the bundle and is read when it is asked for.
 * Several processes may ask at once: each makes its own, and the last one to finish puts an equal file in place.
 * @param entry path of the command's TypeScript file
 * @param folder where the bundle goes; it may be removed at any time
 * @throws Error with the bundler's own words when the sources are wrong
 */
export function bundleOf(entry: string, folder: string): string;
