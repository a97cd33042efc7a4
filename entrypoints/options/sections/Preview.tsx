import { useText } from '../../../components/text';
import type { Settings } from '../../../utils/browser/settings';
import { LINE_COLOURS } from '../../../utils/page/mark-style';

type Kind = keyof Settings['kinds'];

/** A stretch of the sample: words alone, or a mention of something. */
export type Piece = string | { text: string; id: string; kind: Kind };

const LEAGUE = 'league';
const AZZAM = 'azzam';
const mention = (text: string, id: string, kind: Kind): Piece => ({ text, id, kind });

/** Two paragraphs of history, with enough said twice for the densities to differ. */
const SAMPLE: readonly (readonly Piece[])[] = [
  [
    'تأسست ',
    mention('جامعة الدول العربية', LEAGUE, 'organization'),
    ' في القاهرة يوم 22 مارس 1945، وكان ',
    mention('عبد الرحمن عزام', AZZAM, 'person'),
    ' أول أمين عام لها. وبقي ',
    mention('عزام', AZZAM, 'person'),
    ' على رأس ',
    mention('الجامعة', LEAGUE, 'organization'),
    ' سبع سنوات.',
  ],
  [
    'وبعد ',
    mention('عزام', AZZAM, 'person'),
    ' صار ',
    mention('عبد الخالق حسونة', 'hassouna', 'person'),
    ' هو ',
    mention('الأمين العام للجامعة', 'secretary', 'office'),
    '، وظل كذلك عشرين سنة حتى خلفه ',
    mention('محمود رياض', 'riad', 'person'),
    ' في ',
    mention('جامعة الدول العربية', LEAGUE, 'organization'),
    ' سنة 1972.',
  ],
];

/** Which mentions of the sample these settings mark, paragraph by paragraph. */
export function markedIn(paragraphs: readonly (readonly Piece[])[], { kinds, density }: Pick<Settings, 'kinds' | 'density'>): boolean[][] {
  const inPage = new Set<string>();
  return paragraphs.map((pieces) => {
    const inBlock = new Set<string>();
    return pieces.map((piece) => {
      if (typeof piece === 'string' || !kinds[piece.kind]) return false;
      const again = density === 'page' ? inPage.has(piece.id) : density === 'block' && inBlock.has(piece.id);
      inPage.add(piece.id);
      inBlock.add(piece.id);
      return !again;
    });
  });
}

/** A paragraph of news as it will look, changing with every choice. */
export function Preview({ settings }: { settings: Settings }) {
  const { t } = useText();
  const marked = markedIn(SAMPLE, settings);
  return (
    <figure class="preview">
      <figcaption>{t('marks_preview')}</figcaption>
      <div lang="ar" dir="rtl">
        {SAMPLE.map((pieces, block) => (
          <p key={block}>
            {pieces.map((piece, index) =>
              typeof piece === 'string' ? piece
              : marked[block]![index] ? <span key={index} style={look(piece.kind, settings)}>{piece.text}</span>
              : piece.text,
            )}
          </p>
        ))}
      </div>
    </figure>
  );
}

function look(kind: Kind, { style, colours }: Settings): Record<string, string> {
  const colour = colours === 'mono' ? 'currentColor' : LINE_COLOURS[colours][kind];
  if (style === 'tint') return { backgroundColor: `color-mix(in srgb, ${colour} ${colours === 'vivid' ? 22 : 15}%, transparent)` };
  const line = colours === 'mono' ? 'color-mix(in srgb, currentColor 62%, transparent)' : colour;
  return { textDecoration: `underline ${style} ${line} ${style === 'solid' ? 1.5 : 2}px`, textUnderlineOffset: '6px', textDecorationSkipInk: 'none' };
}
