/**
 * A name of the Domain Name System as it is compared: in lower case, without the root's dot (RFC 4343; RFC 1034, 3.1). Route
 * 53 shows an asterisk as `\052`.
 */
export const domainOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^\\052/, "*");

/** Whether a name is a zone's own or lies below it. */
export const isWithin = (name: string, zone: string): boolean => zone === "" || name === zone || name.endsWith(`.${zone}`);

export const parentOf = (name: string): string => name.slice(name.indexOf(".") + 1 || name.length);

/** The names above a name, the nearest first, up to and with the zone's own. */
export function ancestorsOf(name: string, zone: string): readonly string[] {
  const parent = parentOf(name);
  return name === zone || parent === name || !isWithin(parent, zone) ? [] : [parent, ...ancestorsOf(parent, zone)];
}
