/** Statements as a large company has them: in turn a plain one, one with a path, and one with conditions. */
export function statements(count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const team = `team-${n % 997}`;
    const place = `compartment us:stores:s${n % 31}`;
    switch (n % 3) {
      case 0:
        return `Allow group ${team} to read buckets in tenancy`;
      case 1:
        return `Allow group us/${team}, us/team-${n % 13} to {OBJECT_INSPECT, OBJECT_READ} in ${place}`;
      default:
        return `Allow group us/${team} to manage objects in ${place} where all {target.bucket.name = 'media-${n % 50}', request.region = 'phx'}`;
    }
  });
}
