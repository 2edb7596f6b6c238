import { ensureBindings } from "./ensure";

// `import "@cdktf/provider-oci/ensure"` as an entry point's first line: the bindings are there when the next line asks.
ensureBindings((message) => console.error(message));
