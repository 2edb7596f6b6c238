/** An element of a document that has no comments, no entities of its own and no namespaces. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads well-formed XML (Extensible Markup Language 1.0, productions 1-43); whatever isn't is an error. */
export function parseXml(document: string): Element {
  const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(document);
  if (forbidden) throw new Error(`a sign that XML can't hold at ${forbidden.index}`);
  const body = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  if (body === document) throw new Error("there is no declaration");
  const open: Element[] = [{ name: "", attributes: {}, children: [], text: "" }];
  let at = 0;
  for (const tag of body.matchAll(/<(\/?)([A-Za-z][\w.-]*)((?:\s+[A-Za-z][\w.-]*="[^"<]*")*)\s*(\/?)>/g)) {
    const [whole, closing, name = "", attributes = "", empty] = tag;
    const holder = open.at(-1);
    if (!holder) throw new Error("something stands behind the root");
    holder.text += unescaped(body.slice(at, tag.index));
    at = tag.index + whole.length;
    if (closing) {
      if (holder.name !== name) throw new Error(`</${name}> closes <${holder.name}>`);
      open.pop();
      continue;
    }
    const pairs = [...attributes.matchAll(/([\w.-]+)="([^"]*)"/g)].map(
      ([, key = "", value = ""]) => [key, unescaped(value)] as const,
    );
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`<${name}> has an attribute twice`);
    const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: "" };
    holder.children.push(element);
    if (!empty) open.push(element);
  }
  const [root] = open;
  if (open.length !== 1 || root?.children.length !== 1 || body.slice(at).trim() !== "")
    throw new Error("it isn't one whole element");
  return root.children[0] as Element;
}

function unescaped(text: string): string {
  if (/</.test(text)) throw new Error(`"<" stands in a text: ${text}`);
  return text.replace(/&(\w*)(;?)/g, (whole, name: string, end: string) => {
    const sign = NAMED[name];
    if (sign === undefined || end === "") throw new Error(`${whole} is no entity`);
    return sign;
  });
}
