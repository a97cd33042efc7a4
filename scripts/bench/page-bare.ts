/**
 * The least that looking at a page's text can cost: a TreeWalker over an element, and each of its letters looked at
 * once. Runs inside a page; stands alone, so that it can be put there as it is.
 */
export function bareWalk(root: Element): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const { data } = node as Text;
    for (let i = 0; i < data.length; i++) sum = (sum + data.charCodeAt(i)) | 0;
  }
  return sum;
}
