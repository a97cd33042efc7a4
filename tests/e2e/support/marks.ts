/** A page of either browser. The two tools' own signatures agree on nothing narrower. */
export interface Evaluates {
  evaluate(look: never, ...given: never[]): Promise<unknown>;
}

/** Calls a function in a page of either browser. */
const evaluate = <A, R>(page: Evaluates, look: (given: A) => R, given: A): Promise<R> => page.evaluate(look as never, given as never) as Promise<R>;

/** The kinds of marks, as they stand in the page's registry of highlights. */
export const KINDS = ['person', 'organization', 'office'] as const;
export type Kind = (typeof KINDS)[number];

/** The marked words of a page, kind by kind, in reading order, white space as it is shown. */
export const marked = (page: Evaluates): Promise<Record<Kind, string[]>> =>
  evaluate(page, (kinds) => {
    const read = (kind: string): string[] =>
      [...((CSS.highlights.get(`siyaq-${kind}`) ?? []) as Iterable<AbstractRange>)]
        .sort((a, b) => (a.startContainer.compareDocumentPosition(b.startContainer) & 4 ? -1 : a.startContainer === b.startContainer ? a.startOffset - b.startOffset : 1))
        .map(({ startContainer, startOffset, endOffset }) => (startContainer as Text).data.slice(startOffset, endOffset).replace(/\s+/g, ' '));
    return Object.fromEntries(kinds.map((kind) => [kind, read(kind)])) as Record<Kind, string[]>;
  }, KINDS);

/** How many ranges are marked in all. */
export const markCount = (page: Evaluates): Promise<number> =>
  evaluate(page, (kinds) => kinds.reduce((sum, kind) => sum + (CSS.highlights.get(`siyaq-${kind}`)?.size ?? 0), 0), KINDS);

/** The words of the mark last gone to, white space as it is shown; empty where none is singled out. */
export const current = (page: Evaluates): Promise<string> =>
  evaluate(
    page,
    (name) =>
      [...((CSS.highlights.get(name) ?? []) as Iterable<AbstractRange>)]
        .sort((a, b) => (a.startContainer.compareDocumentPosition(b.startContainer) & 4 ? -1 : 1))
        .map(({ startContainer, startOffset, endOffset }) => (startContainer as Text).data.slice(startOffset, endOffset))
        .join('')
        .replace(/\s+/g, ' '),
    'siyaq-current',
  );

/** The middle of the first line of the nth mark of these words, scrolled into view. */
export const markPoint = (page: Evaluates, words: string, nth = 0): Promise<{ x: number; y: number }> =>
  evaluate(
    page,
    ([words, nth, kinds]) => {
      const found = kinds
        .flatMap((kind) => [...((CSS.highlights.get(`siyaq-${kind}`) ?? []) as Iterable<AbstractRange>)])
        .filter(({ startContainer, startOffset, endOffset }) => (startContainer as Text).data.slice(startOffset, endOffset).replace(/\s+/g, ' ') === words)
        .sort((a, b) => (a.startContainer.compareDocumentPosition(b.startContainer) & 4 ? -1 : 1))[nth];
      if (!found) throw new Error(`${words}: not marked ${nth + 1} times in this page`);
      found.startContainer.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(found.startContainer, found.startOffset);
      range.setEnd(found.endContainer, found.endOffset);
      const [box] = range.getClientRects();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    },
    [words, nth, KINDS] as const,
  );
