// Plain JavaScript, and as little of it as can be: this runs before every command. What makes a bundle is in make.js.
const { readFileSync, statSync } = require("node:fs");
const { createRequire } = require("node:module");
const { basename, join, resolve } = require("node:path");
const { Script } = require("node:vm");

/** What a look at a file tells without reading it. Of a file with several names `ctime` changes when it gets another one. */
exports.stampOf = (file) => {
  const { mtimeMs, ctimeMs, nlink, size } = statSync(file);
  return nlink > 1 ? `${mtimeMs} ${size}` : `${mtimeMs} ${ctimeMs} ${size}`;
};

/** What a file holds. Loaded when it is needed, which is seldom: it takes as long to load as all the rest. */
exports.hashOf = (contents) => require("node:crypto").createHash("sha256").update(contents).digest("hex").slice(0, 32);

/** The same by its times, or, where it was copied or touched since, by what it holds. */
const isUnchanged = (file, stamp, hash) => exports.stampOf(file) === stamp || exports.hashOf(readFileSync(file)) === hash;

/**
 * A bundle begins with a comment that says what it was made from, and what V8 made of it. It is one file, so that the
 * two can't disagree.
 */
exports.HEAD = "//";

function fresh(bundle, folder) {
  try {
    const text = readFileSync(bundle, "utf8");
    const { node, compiled, from } = JSON.parse(text.slice(exports.HEAD.length, text.indexOf("\n")));
    const isFresh = node === process.version && from.every(([path, ...seen]) => isUnchanged(`${folder}/${path}`, ...seen));
    return isFresh ? { text, compiled: join(folder, compiled) } : undefined;
  } catch {
    // It was never made, or something that it was made from is gone: making it says what is wrong.
    return undefined;
  }
}

const placesOf = (entry, folder) => [resolve(entry), resolve(folder), join(resolve(folder), `${basename(entry, ".ts")}.js`)];

function bundled(places) {
  const [entry, folder, bundle] = places;
  const found = fresh(bundle, folder);
  if (found) return found;
  // The bundler's plugins are asynchronous, and a command begins with `require`.
  const { spawnSync } = require("node:child_process");
  const made = spawnSync(process.execPath, [join(__dirname, "make.js"), ...places], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`the bundle of ${entry} could not be made:\n${made.stderr || made.error}`);
  return fresh(bundle, folder) ?? { text: readFileSync(bundle, "utf8") };
}

/** What V8 has compiled before spares it the reading; it refuses what another version compiled. */
exports.scriptOf = (text, filename, cachedData) =>
  new Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, { filename, cachedData });

function codeOf(compiled) {
  try {
    return readFileSync(compiled);
  } catch {
    return undefined;
  }
}

exports.bundleOf = (entry, folder) => {
  const places = placesOf(entry, folder);
  bundled(places);
  return places[2];
};

exports.requireBundled = (entry, folder) => {
  const places = placesOf(entry, folder);
  const [, into, bundle] = places;
  const { text, compiled } = bundled(places);
  const module = { exports: {} };
  const run = exports.scriptOf(text, bundle, codeOf(compiled)).runInThisContext();
  run.call(module.exports, module.exports, createRequire(bundle), module, bundle, into);
  return module.exports;
};

exports.runBundled = (entry, folder) => {
  try {
    bundled(placesOf(entry, folder));
  } catch ({ message }) {
    console.error(message);
    process.exitCode = 3;
    return;
  }
  exports.requireBundled(entry, folder);
};
