/** Where the app tier calls from, by region: one subnet each. A circumstance that names the primary's admits both. */
export const appNetworkSources = (prefix: string) => ({ primary: `${prefix}-app`, standby: `${prefix}-app-standby` }) as const;

/** The fixed addresses that the backup site copies from. */
export const copierNetworkSource = (prefix: string) => `${prefix}-copier`;

/** The sources that nobody declares. */
export const generatedNetworkSources = (prefix: string): readonly string[] => [
  ...Object.values(appNetworkSources(prefix)),
  copierNetworkSource(prefix),
];
