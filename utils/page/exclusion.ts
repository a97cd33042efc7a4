/** What of a page is no article text: menus, advertisements, forms, code, anything hidden or being edited. */

/** What a reading takes in beyond the article itself. */
export interface ReadingOptions {
  /** Menus, page headers and footers, side columns. */
  navigation: boolean;
}

/** How an element's tag divides text. */
export const TagRole = {
  /** Begins and ends a block. */
  block: 0,
  /** Flows within its block. */
  inline: 1,
  /** `br`: a boundary or a space, by what stands around it. */
  lineBreak: 2,
  /** Not seen: the text before and after it meets. */
  void: 3,
  /** Seen, but no text: the words on its two sides do not meet. */
  object: 4,
  /** A block whose text is not the article's. */
  barred: 5,
} as const;
export type TagRole = (typeof TagRole)[keyof typeof TagRole];

const tags = new Map<string, TagRole>();
const enter = (role: TagRole, names: string): void => {
  for (const name of names.split(' ')) tags.set(name, role);
};
enter(
  TagRole.inline,
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q rb ruby s slot small span strike strong sub sup time tt u',
);
enter(TagRole.lineBreak, 'br');
enter(TagRole.void, 'area base datalist head link map meta noscript param rp rt rtc script source style template title track wbr');
enter(TagRole.object, 'audio button canvas code embed iframe img input kbd math meter object picture progress samp select svg var video');
enter(TagRole.barred, 'frameset listing plaintext pre textarea xmp');

/** How an element divides the text around it, by its tag alone: no style is asked for. */
export function tagRole(element: Element): TagRole {
  const name = element.localName;
  // An unknown element flows unless told otherwise; pages that build paragraphs of custom elements do tell.
  return tags.get(name) ?? (name.includes('-') && !isBlockLevel(element) ? TagRole.inline : TagRole.block);
}

function isBlockLevel(element: Element): boolean {
  const display = getComputedStyle(element).display;
  return !display.startsWith('inline') && display !== 'contents';
}

const NAVIGATION_TAGS = new Set(['nav', 'header', 'footer', 'aside', 'menu']);
const NAVIGATION_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'menu',
  'menubar',
  'search',
  'toolbar',
  'tablist',
]);
const BARRED_ROLES = new Set(['textbox', 'searchbox', 'combobox', 'listbox', 'button', 'log', 'timer', 'alertdialog']);
const ARTICLE = 'article, main, [role="main"], [role="article"]';

const ADVERTISEMENT =
  /(?:^|\s)(?:ads?|ad[-_]?(?:slot|box|unit|block|banner|container|wrap(?:per)?|space|zone|label|area|inner|holder)\S*|\S+[-_]ads?|adsbygoogle|advert(?:s|isement|isements|ising|orial)?|dfp[-_]\S*|div-gpt-ad\S*|google[-_]ads?\S*|sponsor(?:ed)?(?:[-_]content)?|taboola\S*|outbrain\S*|mgid\S*)(?=\s|$)/i;
const NAVIGATION =
  /(?:^|\s)(?:nav|navbar|navigation|menu|(?:main|mega|top|side|mobile|primary|footer)[-_]?(?:menu|nav)|breadcrumbs?|top-?bar|site[-_](?:header|footer|nav)|page-footer|footer|sidebar|side-bar|widget-area|cookie\S*|social[-_]?(?:share|links|icons)|share[-_]?(?:buttons|bar))(?=\s|$)/i;
const VISUALLY_HIDDEN = /(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text)(?=\s|$)/i;

const NOTHING = 0;
const IS_ADVERTISEMENT = 1;
const IS_NAVIGATION = 2;
const IS_HIDDEN = 3;
/** Pages repeat few class lists many times. */
const classVerdicts = new Map<string, number>();

function classVerdict(words: string): number {
  let verdict = classVerdicts.get(words);
  if (verdict === undefined) {
    verdict = VISUALLY_HIDDEN.test(words)
      ? IS_HIDDEN
      : ADVERTISEMENT.test(words)
        ? IS_ADVERTISEMENT
        : NAVIGATION.test(words)
          ? IS_NAVIGATION
          : NOTHING;
    // A hostile page could make up names without end.
    if (classVerdicts.size > 5_000) classVerdicts.clear();
    classVerdicts.set(words, verdict);
  }
  return verdict;
}

/** A selector of the elements that may be left out for an attribute other than class and id. */
export const TELLING_ATTRIBUTES = '[hidden], [aria-hidden], [contenteditable], [role]';

/**
 * Whether an element and all below it is left out. Looks at tag and attributes only; `marked` is false where it is known
 * that TELLING_ATTRIBUTES does not match.
 */
export function isLeftOut(element: Element, options: ReadingOptions, marked = true): boolean {
  const name = element.localName;
  if (name === 'form') return !wrapsArticle(element);
  if (NAVIGATION_TAGS.has(name) && !options.navigation && !element.closest(ARTICLE)) return true;
  if (!element.hasAttributes()) return false;
  if (marked && isLeftOutByAttribute(element, options)) return true;
  const classes = element.getAttribute('class');
  const id = element.id;
  if (!classes && !id) return false;
  const verdict = classVerdict(classes ? (id ? `${classes} ${id}` : classes) : id);
  if (verdict === NOTHING) return false;
  if (verdict === IS_HIDDEN) return true;
  if (verdict === IS_NAVIGATION && (options.navigation || element.closest(ARTICLE))) return false;
  // «has-ads» on the body, «menu» on the column that holds the story: a name is no proof against a headline.
  return name !== 'body' && name !== 'html' && !element.matches(ARTICLE) && !element.querySelector(`h1, ${ARTICLE}`);
}

function isLeftOutByAttribute(element: Element, options: ReadingOptions): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = element.getAttribute('role');
  if (role === null) return false;
  if (BARRED_ROLES.has(role)) return true;
  return !options.navigation && NAVIGATION_ROLES.has(role) && !element.closest(ARTICLE);
}

/** Whether an element stands somewhere that is left out. */
export function isWithinLeftOut(element: Element, options: ReadingOptions): boolean {
  for (let at: Element | null = element; at; at = at.parentElement ?? shadowHost(at)) {
    const role = tagRole(at);
    if (role === TagRole.void || role === TagRole.object || role === TagRole.barred || isLeftOut(at, options)) return true;
  }
  return false;
}

function shadowHost(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Some publishing systems put the whole page in one form. */
function wrapsArticle(form: Element): boolean {
  return form.querySelector(`h1, ${ARTICLE}`) !== null || form.querySelectorAll('p').length >= 3;
}

/** Whether the publisher asks that nothing be marked here: `<meta name="siyaq" content="off">`. */
export function publisherOptsOut(page: Document): boolean {
  return [...page.querySelectorAll('meta[name="siyaq" i]')].some((meta) => /^\s*(?:off|none|no)\s*$/i.test(meta.getAttribute('content') ?? ''));
}
