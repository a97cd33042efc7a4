import { expect, type CDPSession, type Page } from '@playwright/test';
import { markPoint } from './marks';

/** What a reader sees of the card. */
export interface Seen {
  open: boolean;
  busy: boolean;
  pinned: boolean;
  /** Language and direction of the card. */
  lang: string;
  dir: string;
  name: string;
  role: string;
  period: string;
  since: string;
  /** Titles of the events shown. */
  events: string[];
  /** Publishers of the events' and the card's sources, with their addresses. */
  sources: { text: string; address: string }[];
  evidence: string[];
  text: string;
  /** In CSS pixels of the window. */
  box: { left: number; top: number; right: number; bottom: number };
  /** Class of the element that has the focus; empty where none has. */
  focus: string;
}

/** No card. */
export const NOTHING: Seen = {
  open: false, busy: false, pinned: false, lang: '', dir: '', name: '', role: '', period: '', since: '',
  events: [], sources: [], evidence: [], text: '', box: { left: 0, top: 0, right: 0, bottom: 0 }, focus: '',
};

/**
 * Calls a function with the card's shadow root as `this`. The root is closed to pages; the browser's own tools see
 * it. Answers undefined while the page has no card.
 */
export async function inCard<T>(client: CDPSession, look: (this: ShadowRoot) => T): Promise<T | undefined> {
  const { root } = await client.send('DOM.getDocument', { depth: 3, pierce: true });
  const html = root.children?.find(({ localName }) => localName === 'html');
  const host = html?.children?.find(({ shadowRoots }) => shadowRoots?.some(({ shadowRootType }) => shadowRootType === 'closed'));
  if (!host?.shadowRoots) return undefined;
  const { object } = await client.send('DOM.resolveNode', { backendNodeId: host.shadowRoots[0].backendNodeId });
  const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: look.toString(),
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(`Looking into the card: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  return result.value as T;
}

/** The card as it is now. */
export async function seen(client: CDPSession): Promise<Seen> {
  return (await inCard(client, lookAtCard)) ?? NOTHING;
}

const OFTEN = { intervals: [40] };

/** Waits for the card with its contents, and answers with it. */
export async function shown(client: CDPSession, name?: string): Promise<Seen> {
  let card = NOTHING;
  const ready = async (): Promise<boolean> => {
    card = await seen(client);
    return card.open && !card.busy && (name === undefined || card.name === name);
  };
  await expect.poll(ready, { ...OFTEN, message: `a card${name ? ` about ${name}` : ''}` }).toBe(true);
  return card;
}

/** Waits until no card is open. */
export const closed = (client: CDPSession): Promise<void> =>
  expect.poll(async () => (await seen(client)).open, { ...OFTEN, message: 'a card that closes' }).toBe(false);

/** Somewhere without marks. */
export const away = (page: Page): Promise<void> => page.mouse.move(2, 2);

/** Rests the pointer on the nth mark of these words, coming from elsewhere. */
export async function hover(page: Page, words: string, nth = 0): Promise<{ x: number; y: number }> {
  const point = await markPoint(page, words, nth);
  await away(page);
  await page.mouse.move(point.x, point.y, { steps: 2 });
  return point;
}

/** Runs in the browser, with the card's shadow root. */
export function lookAtCard(this: ShadowRoot): Seen {
  const surface = this.querySelector<HTMLElement>('.surface')!;
  const words = (selector: string): string => this.querySelector(selector)?.textContent ?? '';
  const all = (selector: string): string[] => [...this.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
  const { left, top, right, bottom } = surface.getBoundingClientRect();
  return {
    open: surface.matches(':popover-open'),
    busy: this.querySelector('.card')?.getAttribute('aria-busy') === 'true',
    pinned: this.querySelector('.pin')?.getAttribute('aria-pressed') === 'true',
    lang: surface.lang,
    dir: surface.dir,
    name: words('h2'),
    role: words('.role-label'),
    period: words('.period'),
    since: words('.since'),
    events: all('.event-title'),
    sources: [...this.querySelectorAll<HTMLAnchorElement>('.source a')].map((link) => ({ text: link.querySelector('bdi')?.textContent ?? '', address: link.href })),
    evidence: all('.why ul li'),
    text: surface.textContent ?? '',
    box: { left, top, right, bottom },
    focus: this.activeElement?.className ?? '',
  };
}
