/**
 * Gives every key one object while that is in use anywhere, so that equal structures are identical. Keys are compared as
 * they are, never by hash.
 */
export function interner<Node extends object>(): (key: string, make: () => Node) => Node {
  const nodes = new Map<string, WeakRef<Node>>();
  const gone = new FinalizationRegistry<string>((key) => {
    if (!nodes.get(key)?.deref()) nodes.delete(key);
  });
  return (key, make) => {
    const known = nodes.get(key)?.deref();
    if (known) return known;
    const node = make();
    nodes.set(key, new WeakRef(node));
    gone.register(node, key);
    return node;
  };
}
