import { MARK_KINDS, type MarkKind } from './marks';

/** How marks look, as the reader set it. */
export interface MarkLook {
  style: 'dotted' | 'dashed' | 'solid' | 'tint';
  colours: 'calm' | 'vivid' | 'mono';
}

/** The look that the style sheet of the manifest gives: for it, a page needs no other. */
export const MANIFEST_LOOK: MarkLook = { style: 'dotted', colours: 'calm' };

/** Names in the registry that page and extension share; the prefix keeps them apart. */
export const highlightName = (kind: MarkKind): string => `siyaq-${kind}`;
/** The mark that was jumped to or is being read about. */
export const CURRENT_HIGHLIGHT = 'siyaq-current';

/**
 * Line colours, each at least 3:1 against white and against near-black: what a page's background is cannot be
 * known cheaply. An office leads to a person and shares that colour. `mono` takes the text's own colour.
 */
export const LINE_COLOURS: Readonly<Record<Exclude<MarkLook['colours'], 'mono'>, Readonly<Record<MarkKind, string>>>> = {
  calm: { person: '#4a86c5', office: '#4a86c5', organization: '#2f9070', uncertain: '#808080' },
  vivid: { person: '#1479ff', office: '#1479ff', organization: '#d2499a', uncertain: '#808080' },
};

/** Words in doubt look alike whatever the look of the others: a thin grey line of dots, fainter than any of them. */
const DOUBT: { colour: string; style: 'dotted'; width: number } = { colour: LINE_COLOURS.calm.uncertain, style: 'dotted', width: 1.5 };

/** The line of a mark. */
export function lineOf(kind: MarkKind, { style, colours }: MarkLook): { style: Exclude<MarkLook['style'], 'tint'>; colour: string; width: number } | null {
  if (style === 'tint') return null;
  if (kind === 'uncertain') return DOUBT;
  return { style, colour: lineColour(kind, colours), width: style === 'solid' ? 1.5 : 2 };
}

/** The colour of the mark that was jumped to, legible through on light and dark. */
const CURRENT_TINT = 'rgb(255 196 0 / 45%)';

function lineColour(kind: MarkKind, colours: MarkLook['colours']): string {
  return colours === 'mono' ? 'color-mix(in srgb, currentColor 62%, transparent)' : LINE_COLOURS[colours][kind];
}

function tint(kind: MarkKind, colours: MarkLook['colours']): string {
  if (kind === 'uncertain') return `color-mix(in srgb, ${DOUBT.colour} 12%, transparent)`;
  const colour = colours === 'mono' ? 'currentColor' : LINE_COLOURS[colours][kind];
  return `color-mix(in srgb, ${colour} ${colours === 'vivid' ? 22 : 15}%, transparent)`;
}

/**
 * The style sheet of the marks. Inside links there is a tint and no line: the link's own underline says that it is
 * a link, and two lines would say neither thing. Nothing is said for forced colours: browsers give highlights those of
 * a selection there, whatever a style sheet asks.
 */
export function markSheet(look: MarkLook, canUnderline: boolean): string {
  const rules: string[] = [];
  for (const kind of MARK_KINDS) {
    const name = `::highlight(${highlightName(kind)})`;
    const line = canUnderline ? lineOf(kind, look) : null;
    const tinted = `background-color: ${tint(kind, look.colours)} !important;`;
    if (!line) {
      rules.push(`${name} { text-decoration-line: none !important; ${tinted} }`);
    } else {
      // The line keeps clear of dots and descenders, which Arabic has many of, and does not break at them.
      rules.push(
        `${name} { text-decoration: underline ${line.style} ${line.colour} ${line.width}px !important; ` +
          `text-underline-offset: 6px !important; text-decoration-skip-ink: none !important; background-color: transparent !important; }`,
      );
    }
    rules.push(`:any-link${name}, :any-link *${name} { text-decoration-line: none !important; ${tinted} }`);
  }
  rules.push(`::highlight(${CURRENT_HIGHLIGHT}) { background-color: ${CURRENT_TINT} !important; }`);
  return rules.join('\n');
}

/**
 * Whether highlights can be underlined here. Firefox 140 to 145 draw only their colours, and no feature query
 * tells: `@supports` knows properties, not where they apply.
 */
export function canUnderline(userAgent: string): boolean {
  const firefox = /\bFirefox\/(\d+)/.exec(userAgent);
  return !firefox || Number(firefox[1]) >= 146;
}
