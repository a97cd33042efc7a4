import { render } from 'preact';
import { CARD_TITLE_ID, EntityCard, type CardActions, type CardView } from '../../components/card/EntityCard';
import { placeCard } from '../../components/card/placement';
import frameCss from '../../components/card/card.css?inline';
import partsCss from '../../components/card/card-parts.css?inline';
import type { Labels } from '../../components/card/text';

/** How and where a card is shown. */
export interface Showing {
  view: CardView;
  pinned: boolean;
  before: string | null;
  marked: boolean;
  labels: Labels;
  language: 'ar' | 'en' | 'fr';
  size: 'small' | 'medium' | 'large';
  today: string;
  /** A sheet at the bottom instead of a card beside the words. */
  sheet: boolean;
  /** The boxes of the words it is about, line by line; empty when they have left the page. */
  rects: () => DOMRect[];
}

/** What the surface tells. */
export interface SurfaceEvents extends CardActions {
  onInside(yes: boolean): void;
  /** The words it was about are gone. */
  onLost(): void;
}

/** Elements that show nothing of what is put into them. */
const CHILDLESS = new Set(['video', 'audio', 'img', 'iframe', 'canvas', 'object', 'embed', 'svg', 'input', 'textarea', 'select']);

/** The one element the extension puts into a page, with the one card it ever shows; made when first needed. */
export class CardSurface {
  #host: HTMLElement | null = null;
  private surface!: HTMLElement;
  #said!: HTMLElement;
  #shadow!: ShadowRoot;
  #stopFollowing: (() => void) | null = null;
  #following: Showing['rects'] | null = null;
  #returnTo: HTMLElement | null = null;
  readonly #ended = new AbortController();

  constructor(
    private readonly page: Document,
    private readonly events: SurfaceEvents,
  ) {}

  /** Whether a node is the extension's own. */
  owns(node: Node): boolean {
    return node === this.#host;
  }

  get isOpen(): boolean {
    return this.#host !== null && this.surface.matches(':popover-open');
  }

  /** Whether the keyboard's place is inside the card. */
  get hasFocus(): boolean {
    return this.#shadow?.activeElement != null;
  }

  show(showing: Showing): void {
    this.#build();
    const { surface } = this;
    const { view, sheet } = showing;
    const kind = view.is === 'known' ? view.content.entity.kind : view.kind;
    const rightToLeft = showing.language === 'ar';
    surface.lang = showing.language;
    surface.dir = rightToLeft ? 'rtl' : 'ltr';
    surface.dataset.size = showing.size;
    surface.toggleAttribute('data-organization', kind === 'organization');
    surface.classList.toggle('sheet', sheet);
    render(
      <EntityCard
        view={view}
        labels={showing.labels}
        pinned={showing.pinned}
        before={showing.before}
        marked={showing.marked}
        rightToLeft={rightToLeft}
        today={showing.today}
        actions={this.events}
      />,
      surface,
    );
    if (!this.isOpen) surface.showPopover();
    this.#follow(showing);
  }

  hide(): void {
    if (!this.isOpen) return;
    const focused = this.hasFocus;
    this.#unfollow();
    this.surface.hidePopover();
    // Nothing of a closed card is kept: its texts, its listeners, its places on the page.
    render(null, this.surface);
    if (focused && this.#returnTo?.isConnected) this.#returnTo.focus({ preventScroll: true });
    this.#returnTo = null;
  }

  /** Moves the keyboard's place into the card, and remembers where it was. */
  focus(): void {
    if (!this.isOpen || this.hasFocus) return;
    const active = this.page.activeElement;
    this.#returnTo = active instanceof HTMLElement && active !== this.#host ? active : null;
    this.surface.focus({ preventScroll: true });
  }

  /** Tells a screen reader something that is seen on the page only. */
  say(text: string, language: Showing['language']): void {
    this.#build();
    this.#said.lang = language;
    this.#said.textContent = text;
  }

  /** The place for what is drawn over the page. */
  root(): ShadowRoot {
    this.#build();
    return this.#shadow;
  }

  destroy(): void {
    this.#unfollow();
    this.#ended.abort();
    if (this.#host) render(null, this.surface);
    this.#host?.remove();
    this.#host = null;
  }

  #build(): void {
    if (this.#host) {
      this.#settle();
      return;
    }
    const { page } = this;
    const host = page.createElement('div');
    // Inline and important: the one origin and weight no rule of the page can outdo.
    host.style.cssText = 'all: initial !important; display: contents !important;';
    const shadow = host.attachShadow({ mode: 'closed' });
    addStyle(shadow, frameCss + partsCss);

    const surface = page.createElement('div');
    surface.className = 'surface';
    surface.popover = 'manual';
    surface.tabIndex = -1;
    surface.setAttribute('role', 'dialog');
    surface.setAttribute('aria-labelledby', CARD_TITLE_ID);
    const said = page.createElement('div');
    said.className = 'unseen';
    said.setAttribute('aria-live', 'polite');
    shadow.append(surface, said);

    const { signal } = this.#ended;
    surface.addEventListener('pointerenter', () => this.events.onInside(true), { signal });
    surface.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && this.events.onInside(false), { signal });
    // What the reader does in the card is none of the page's business: no shortcut, menu or tracker of it hears of it.
    for (const type of [
      'keydown',
      'keyup',
      'keypress',
      'click',
      'auxclick',
      'dblclick',
      'mousedown',
      'mouseup',
      'pointerdown',
      'pointerup',
      'contextmenu',
      'wheel',
      'touchstart',
      'touchmove',
      'touchend',
      'input',
      'change',
      'focusin',
      'focusout',
    ]) {
      shadow.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
    }
    page.addEventListener('fullscreenchange', () => this.#settle(), { signal });

    this.#host = host;
    this.#shadow = shadow;
    this.surface = surface;
    this.#said = said;
    this.#settle();
  }

  /**
   * Puts the host where it belongs: beside the body, outside every article. All that is not inside a full-screen
   * element is inert, so for as long as there is one the host is in there.
   */
  #settle(): void {
    const { page } = this;
    const host = this.#host;
    if (!host) return;
    const whole = page.fullscreenElement;
    const home = whole && !CHILDLESS.has(whole.localName) ? whole : page.documentElement;
    // A page that replaces its whole content takes the host along.
    if (host.parentNode === home && host.isConnected) return;
    const open = this.isOpen;
    const focused = open && this.hasFocus;
    home.append(host);
    if (open) this.surface.showPopover();
    if (focused) this.surface.focus({ preventScroll: true });
  }

  /** Keeps the card beside its words while the page scrolls or is laid out anew. */
  #follow({ sheet, rects }: Showing): void {
    const { surface } = this;
    if (sheet) {
      this.#unfollow();
      for (const property of ['left', 'top', '--room']) surface.style.removeProperty(property);
      return;
    }
    if (this.#following === rects) return;
    this.#unfollow();
    this.#following = rects;
    const stop = new AbortController();
    let frame = 0;
    const place = (): void => {
      frame = 0;
      // Of words broken over two lines, the card is beside the first.
      const [words] = rects();
      if (!words) {
        this.events.onLost();
        return;
      }
      const card = { width: surface.offsetWidth, height: surface.offsetHeight };
      const { left, top, room } = placeCard(
        words,
        card,
        { width: this.page.documentElement.clientWidth, height: innerHeight },
        surface.dir === 'rtl',
      );
      surface.style.left = `${left}px`;
      surface.style.top = `${top}px`;
      surface.style.setProperty('--room', `${room}px`);
    };
    const plan = (): void => {
      if (frame === 0) frame = requestAnimationFrame(place);
    };
    const sizes = new ResizeObserver(plan);
    sizes.observe(surface);
    // A page that grows above the words moves them, too.
    if (this.page.body) sizes.observe(this.page.body);
    const options = { passive: true, capture: true, signal: stop.signal };
    addEventListener('scroll', plan, options);
    addEventListener('resize', plan, options);
    stop.signal.addEventListener('abort', () => {
      sizes.disconnect();
      cancelAnimationFrame(frame);
    });
    this.#stopFollowing = () => stop.abort();
    place();
  }

  #unfollow(): void {
    this.#stopFollowing?.();
    this.#stopFollowing = null;
    this.#following = null;
  }
}

function addStyle(shadow: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    // Where a browser bars extensions from constructed sheets.
    const style = shadow.ownerDocument.createElement('style');
    style.textContent = css;
    shadow.append(style);
  }
}
