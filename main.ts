import "@cdktf/provider-oci/ensure";
import { printDiagnostic } from "./config/schema/diagnostic";
import { ConfigurationError } from "./config/schema/load";
import { synthesize } from "./scripts/synthesize";

try {
  synthesize({
    project: __dirname,
    deployment: process.env.DEPLOYMENT ?? "production",
    outdir: process.env.CDKTF_OUTDIR ?? "cdktf.out",
  });
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  for (const diagnostic of error.diagnostics) console.error(printDiagnostic(diagnostic));
  console.error("verdict: refused, nothing was written");
  process.exitCode = 3;
}
