const USAGE = `usage: perimeter COMMAND

  parse FILE                       one OCI policy statement a line in, one JSON object a line out
  simulate REQUEST.json [PATH…]    what the clouds answer to one request, and by which statements`;

console.error(USAGE);
process.exitCode = 3;
