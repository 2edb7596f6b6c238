/** Aborted when the user or the system asks the process to end; what is in flight may then finish. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!controller.signal.aborted) console.error("interrupted: waiting for Terraform to finish what is in flight");
      controller.abort();
    });
  }
  return controller.signal;
}
