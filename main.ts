import "@cdktf/provider-oci/ensure";
import { runCommand } from "./scripts/run-command";
import { synthesize } from "./scripts/synthesize";

/** The app that `cdktf` runs: synthesizes the deployment that the environment names into the CLI's output folder. */
runCommand(() => {
  synthesize({
    project: process.cwd(),
    deployment: process.env.DEPLOYMENT ?? "production",
    outdir: process.env.CDKTF_OUTDIR ?? "cdktf.out",
  });
});
