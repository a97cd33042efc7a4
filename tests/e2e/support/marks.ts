import type { Page } from '@playwright/test';

/** The kinds of marks, as they stand in the page's registry of highlights. */
export const KINDS = ['person', 'organization', 'office'] as const;
export type Kind = (typeof KINDS)[number];

/** The marked words of a page, kind by kind, in reading order, white space as it is shown. */
export const marked = (page: Page): Promise<Record<Kind, string[]>> =>
  page.evaluate((kinds) => {
    const read = (kind: string): string[] =>
      [...((CSS.highlights.get(`siyaq-${kind}`) ?? []) as Iterable<AbstractRange>)]
        .sort((a, b) => (a.startContainer.compareDocumentPosition(b.startContainer) & 4 ? -1 : a.startContainer === b.startContainer ? a.startOffset - b.startOffset : 1))
        .map(({ startContainer, startOffset, endOffset }) => (startContainer as Text).data.slice(startOffset, endOffset).replace(/\s+/g, ' '));
    return Object.fromEntries(kinds.map((kind) => [kind, read(kind)])) as Record<Kind, string[]>;
  }, KINDS);

/** How many ranges are marked in all. */
export const markCount = (page: Page): Promise<number> =>
  page.evaluate((kinds) => kinds.reduce((sum, kind) => sum + (CSS.highlights.get(`siyaq-${kind}`)?.size ?? 0), 0), KINDS);

/** The middle of the first line of the nth mark of these words, scrolled into view. */
export const markPoint = (page: Page, words: string, nth = 0): Promise<{ x: number; y: number }> =>
  page.evaluate(
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
