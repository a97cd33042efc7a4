import { label, unclearKey, type Labels } from '../../components/card/text';
import type { Answer, CardContent, MessageName, PageState, Payload } from '../../utils/browser/protocol';
import type { Settings } from '../../utils/browser/settings';
import type { PageBlock } from '../../utils/page/blocks';
import { publisherOptsOut } from '../../utils/page/exclusion';
import { isArabicText, pageCountry } from '../../utils/page/language';
import { MarkLayer, markRects, placeMark, type Mark } from '../../utils/page/mark-layer';
import { chooseMarks } from '../../utils/page/marks';
import { OverlayPainter } from '../../utils/page/overlay';
import { hasHighlights, HighlightPainter } from '../../utils/page/paint';
import { PageReading, type Dirt } from '../../utils/page/reading';
import { firstTouched, selectedRuns, wordsOf } from '../../utils/page/selection';
import { pause } from '../../utils/page/slices';
import { PageWatch } from '../../utils/page/watch';
import { castOf, dateOf, doubtsOf, inOrder, mentionsOf, today, type Annotation, type Mention } from './article';
import { CardControl, type Subject, type Told } from './card-control';
import { listen } from './controls';

/** Of a longer selection that names nobody, the card's title is the beginning. */
const MOST_WORDS = 60;

/** Marks of a page that is no article of usual length. */
const MANY = 500;

/** The world outside the page, handed in so that the session can be driven without a browser around it. */
export interface Outside {
  send<N extends MessageName>(name: N, payload: Payload<N>): Promise<Answer<N>>;
  settings: Settings;
}

/** Marks a page and shows cards on it, from the first reading until `destroy`. */
export class PageSession {
  readonly #page = document;
  readonly #reading: PageReading;
  private readonly painter: HighlightPainter | OverlayPainter;
  private readonly layer: MarkLayer<Mention>;
  private readonly card: CardControl;
  readonly #watch: PageWatch;
  readonly #ended = new AbortController();
  #annotation: Annotation | null = null;
  /** Of `annotation`: the blocks it counts in. */
  #blocks: readonly PageBlock[] = [];
  #mentions: Mention[] = [];
  /** Words that name somebody known, without telling which. */
  #doubts: Mention[] = [];
  #asked: Payload<'annotate'> | null = null;
  #askings = 0;
  #when: ReturnType<typeof dateOf> | null = null;
  #labels: Promise<{ language: CardContent['language']; labels: Labels }> | null = null;
  /** Entities not to be marked on this page. */
  readonly #hiddenHere = new Set<string>();
  #current: { mark: Mark<Mention>; index: number } | null = null;
  #singled: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly outside: Outside) {
    const page = this.#page;
    const { settings } = outside;
    this.#reading = new PageReading(page, { navigation: settings.navigation });
    this.card = new CardControl(
      page,
      {
        settings: () => this.outside.settings,
        labels: () => this.#loadLabels(),
        fetch: (subject) => this.#fetchCard(subject),
        hide: (entity, everywhere) => this.#hide(entity, everywhere),
        today,
      },
      (mark) => this.#nameOf(mark),
    );
    // The oldest Chromium it is built for has highlights; for others there are lines drawn over the page.
    this.painter = import.meta.env.CHROME || hasHighlights()
      ? new HighlightPainter(page, settings)
      : new OverlayPainter(page, () => this.card.surface.root(), settings);
    this.layer = new MarkLayer(this.painter);
    this.#watch = new PageWatch(
      page,
      this.#reading,
      {
        onDirt: (dirt) => this.read(dirt),
        onStale: (node) => this.layer.forget(node),
        onNavigation: () => this.#moved(),
      },
      (node) => this.card.surface.owns(node),
    );
    listen(
      page,
      this.layer,
      this.card,
      () => this.outside.settings.trigger,
      () => this.#current?.mark ?? null,
      this.#ended.signal,
    );
    void this.read('all');
  }

  destroy(): void {
    this.#ended.abort();
    clearTimeout(this.#singled);
    this.#watch.stop();
    this.card.destroy();
    this.layer.destroy();
  }

  /** Applies settings that have changed, at once. */
  configure(settings: Settings): void {
    const before = this.outside.settings;
    this.outside.settings = settings;
    this.painter.restyle(settings);
    if (settings.navigation !== before.navigation) {
      this.#reading.options = { navigation: settings.navigation };
      void this.read('all');
    }
    // The words of cards: which of these the background reads them by is its own affair.
    if (
      settings.language !== before.language ||
      settings.months !== before.months ||
      settings.hijri !== before.hijri ||
      settings.size !== before.size
    ) {
      this.#labels = null;
      this.card.refresh();
    }
    this.#paint();
  }

  /** What the toolbar's page shows. */
  state(): PageState {
    return {
      on: true,
      date: this.#annotation?.date ?? this.#when?.date ?? null,
      dateSource: this.#annotation?.dateSource ?? this.#when?.dateSource ?? null,
      cast: this.#annotation ? castOf(this.#annotation, this.#visible()) : [],
      unclear: this.#doubts.length,
    };
  }

  /** Scrolls to the next mention of an entity, after the one last gone to. */
  jump(entity: string): void {
    const all = this.#visible().filter((mention) => mention.entity === entity);
    const from = this.#current?.mark.mention;
    const next = from
      ? all.findIndex((mention) => mention.block > from.block || (mention.block === from.block && mention.start > from.start))
      : 0;
    const ordered = [...all.slice(Math.max(next, 0)), ...all.slice(0, Math.max(next, 0))];
    for (const mention of ordered) {
      const block = this.#blocks[mention.block];
      const mark = block && placeMark(block, mention);
      if (mark && markRects(mark).length > 0) {
        this.#goTo(mark);
        return;
      }
    }
  }

  /** Runs a keyboard command. */
  command(name: Payload<'command'>['name']): void {
    if (name === 'open-card') {
      if (this.card.keep()) return;
      if (this.card.phase === 'pinned' && this.card.surface.hasFocus) this.card.dismiss();
      else if (!this.#openSelected()) {
        const mark = this.#current?.mark ?? this.#firstInView();
        if (mark) this.card.press(mark, 'keyboard');
      }
    } else if (name !== 'toggle-site') {
      this.#step(name === 'next-mention' ? 1 : -1);
    }
  }

  /**
   * Opens the card of what the selected words touch, marked or not, or says that they name nobody known. Answers
   * whether there are any.
   */
  #openSelected(): boolean {
    const runs = selectedRuns(this.#page);
    const words = wordsOf(runs);
    if (words === '' || (!this.#annotation && publisherOptsOut(this.#page))) return false;
    const mention = firstTouched(runs, this.#blocks, inOrder([...this.#mentions, ...this.#doubts]));
    const mark = mention && (this.layer.marks.find((mark) => mark.mention === mention) ?? placeMark(this.#blocks[mention.block], mention));
    if (mark) this.card.press(mark, 'keyboard');
    else {
      this.card.pressUnknown(words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words, runs);
      void this.#loadLabels().then(({ labels, language }) => this.card.surface.say(label(labels, 'card_unknown'), language));
    }
    return true;
  }

  private async read(dirt: Dirt): Promise<number> {
    const { signal } = this.#ended;
    try {
      const changed = await this.#reading.refresh(dirt, signal);
      this.#watch.follow(this.#reading.shadowRoots);
      if (this.painter instanceof HighlightPainter) this.painter.reach(this.#reading.shadowRoots);
      if (changed || dirt === 'all') await this.#annotate();
    } catch (error) {
      // The page stays as it is; the next change, or the next visit, asks again.
      if (!signal.aborted) console.warn('Siyaq: this page could not be read.', error);
    }
    return this.#reading.cost;
  }

  /** Asks who is named in the text as it is now, unless that was asked already. */
  async #annotate(): Promise<void> {
    const blocks = this.#reading.blocks;
    if (publisherOptsOut(this.#page) || !isArabicText(this.#page.documentElement.lang || null, blocks)) {
      this.#forget();
      return;
    }
    // A page that is still being built may get its date late; one that has told it is not asked again.
    if (!this.#when || (this.#when.dateSource !== 'json-ld' && this.#when.dateSource !== 'meta'))
      this.#when = dateOf(this.#page, location.href, today());
    const payload = { blocks: blocks.map(({ text }) => ({ text })), ...this.#when, country: pageCountry(this.#page) };
    const asking = ++this.#askings;
    if (this.#annotation && this.#asked && isSameQuestion(payload, this.#asked)) {
      this.#blocks = blocks;
      this.#paint();
      return;
    }
    const annotation = await this.#ask('annotate', payload);
    // A long answer takes a task to come in: its marks get one of their own.
    if (annotation.mentions.length > MANY) await pause();
    if (asking !== this.#askings || this.#ended.signal.aborted) return;
    this.#asked = payload;
    this.#annotation = annotation;
    this.#blocks = blocks;
    this.#mentions = mentionsOf(annotation);
    this.#doubts = doubtsOf(annotation);
    this.#paint();
  }

  /** Sends, and once more if nobody was there: a background that has just been replaced takes a moment. */
  async #ask<N extends MessageName>(name: N, payload: Payload<N>): Promise<Answer<N>> {
    try {
      return await this.outside.send(name, payload);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 400));
      this.#ended.signal.throwIfAborted();
      return this.outside.send(name, payload);
    }
  }

  #forget(): void {
    this.#askings++;
    this.#annotation = null;
    this.#mentions = this.#doubts = [];
    this.#blocks = [];
    this.#asked = null;
    this.#paint();
  }

  #visible(): Mention[] {
    const hidden = new Set([...this.outside.settings.hidden, ...this.#hiddenHere]);
    return this.#mentions.filter(({ entity }) => !hidden.has(entity));
  }

  #paint(): void {
    const { density, kinds, hidden, uncertain } = this.outside.settings;
    const mentions = uncertain ? inOrder([...this.#mentions, ...this.#doubts]) : this.#mentions;
    const marks = chooseMarks(mentions, { density, kinds: { ...kinds, uncertain }, hidden: new Set([...hidden, ...this.#hiddenHere]) });
    this.layer.show(this.#blocks, marks);
    const count = new Set(this.#visible().map(({ entity }) => entity)).size;
    // For the badge only: nothing here waits for it.
    this.outside.send('found', { count }).catch(() => undefined);
  }

  #moved(): void {
    this.#when = null;
    this.#asked = null;
    this.#hiddenHere.clear();
    this.card.dismiss();
    // The new article mostly comes with changes that are seen anyway; one that was there already does not.
    setTimeout(() => {
      if (!this.#ended.signal.aborted) void this.read('all');
    }, 300);
  }

  #hide(entity: string, everywhere: boolean): void {
    this.#hiddenHere.add(entity);
    this.#paint();
    if (everywhere) this.#ask('hideEntity', { entity, hidden: true }).catch(() => undefined);
  }

  #loadLabels(): Promise<{ language: CardContent['language']; labels: Labels }> {
    if (!this.#labels) {
      const labels = this.#ask('labels', {});
      this.#labels = labels;
      labels.catch(() => (this.#labels = null));
    }
    return this.#labels;
  }

  async #fetchCard({ entity, mark, own }: Subject): Promise<Told> {
    const annotation = this.#annotation;
    if (!mark) return { is: 'unknown' };
    if (!annotation) return { is: 'nothing' };
    const { date, dateSource, country } = annotation;
    const { as, post, evidence, candidates, more } = mark.mention;
    if (own && candidates) {
      const asked = candidates.map(({ entity, evidence }) => ({ entity, evidence }));
      return { is: 'unclear', content: await this.#ask('candidates', { date, dateSource, country, candidates: asked }), more };
    }
    const content = await this.#ask('card', {
      entity,
      as: own ? as : 'name',
      post: own ? post : null,
      date,
      dateSource,
      country,
      cast: [...new Set(this.#mentions.map((mention) => mention.entity))].slice(0, 2000),
      evidence: own ? evidence : (candidates?.find((candidate) => candidate.entity === entity)?.evidence ?? []),
    });
    return content ? { is: 'known', content } : { is: 'nothing' };
  }

  #nameOf({ mention, block }: Mark<Mention>): Pick<Subject, 'entity' | 'name' | 'kind'> {
    const { entity, start, end, candidates } = mention;
    if (candidates) return { entity, name: block.text.slice(start, end), kind: 'unclear' };
    const head = this.#annotation?.entities.find(({ id }) => id === entity);
    return { entity, name: head?.name.ar ?? '', kind: head?.kind ?? 'person' };
  }

  #firstInView(): Mark<Mention> | null {
    return this.layer.marks.find((mark) => markRects(mark).some(({ top, bottom }) => bottom > 0 && top < innerHeight)) ?? null;
  }

  #step(by: 1 | -1): void {
    const { marks } = this.layer;
    if (marks.length === 0) return;
    const at = this.#current ? marks.indexOf(this.#current.mark) : -1;
    // From the place last gone to; from the first mark in view; else from either end.
    const start = at >= 0 ? at : marks.indexOf(this.#firstInView() ?? marks[0]) - (by > 0 ? 1 : 0);
    for (let tried = 1; tried <= marks.length; tried++) {
      const index = (((start + by * tried) % marks.length) + marks.length) % marks.length;
      if (markRects(marks[index]).length === 0) continue;
      this.#goTo(marks[index], index);
      return;
    }
  }

  #goTo(mark: Mark<Mention>, index = -1): void {
    this.#current = { mark, index };
    this.card.dismiss();
    this.layer.single(mark);
    clearTimeout(this.#singled);
    this.#singled = setTimeout(() => this.layer.single(null), 4_000);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    mark.runs[0].node.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'instant' : 'smooth' });
    void this.#announce(mark);
  }

  async #announce(mark: Mark<Mention>): Promise<void> {
    const { labels, language } = await this.#loadLabels();
    if (this.#current?.mark !== mark) return;
    const { candidates } = mark.mention;
    const head = this.#annotation?.entities.find(({ id }) => id === mark.mention.entity);
    const said = candidates
      ? [this.#nameOf(mark).name, label(labels, unclearKey(candidates.length)), ...candidates.map(({ name }) => name[language])]
      : [head?.name[language], head?.role];
    if (candidates || head) this.card.surface.say(said.filter(Boolean).join(' · '), language);
  }
}

function isSameQuestion(a: Payload<'annotate'>, b: Payload<'annotate'>): boolean {
  return (
    a.date === b.date &&
    a.dateSource === b.dateSource &&
    a.country === b.country &&
    a.blocks.length === b.blocks.length &&
    a.blocks.every(({ text }, i) => text === b.blocks[i].text)
  );
}
