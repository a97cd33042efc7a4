import type { ReadBlock, Span } from './document';
import { bare } from './state';

/**
 * Whether a word that is also a common word is used as a name where it stands («قال عون», «لقاء عون بسلام») or as the
 * word («عون الأسرة», «يوم سعيد»). Asked only of names whose bearer the article gives in full.
 */

/** Words a name may follow: prepositions, conjunctions and particles that open a clause, folded. */
const BEFORE = new Set(
  `ان انه بان لان لكن ولكن كان كانت بينما فيما حيث اذ اذا لو كما مثلما حين عندما بعدما قبلما منذ منذما ما لم لن لا قد هل الي من مع عن علي لدي بين ضد نحو عبر باسم
  امام حول خلال بعد قبل بحضور برئاسه بقياده بزعامه بقلم برفقه خلف خلفا بدل وراء تجاه بخلاف سوي الا غير حتي ثم او ام بل هنا هناك هو هي فهو فهي يا كذلك ايضا اليوم امس`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that may follow a name and not what belongs to a noun, folded. */
const AFTER = new Set(
  `في من الي مع عن علي لدي بين ضد نحو عبر ان انه بان لان لكن كان كانت بينما فيما حيث اذ اذا كما حين عندما منذ ما لم لن لا قد سوف لقد هو هي هم الذي التي ثم او ام بل حتي
  امام حول خلال بعد قبل بحضور برئاسه بقياده اليوم امس غدا هنا هناك كذلك ايضا نفسه نفسها وحده مجددا سابقا حاليا رئيسا رئيسه وزيرا وزيره خلفا بشان بشكل مؤخرا اخيرا عقب اثر بينهم وهو وهي بصفته بصفتها`
    .split(/\s+/)
    .filter(Boolean),
);

const some = (words: ReadonlySet<string>, word: string) => words.has(word) || [...bare(word)].some((reading) => words.has(reading));

/** Whether nothing but a pause stands on that side of the token: a clause may begin or end there. */
function pauses(block: ReadBlock, token: number): boolean {
  return token <= 0 || token >= block.count || !block.joined(token);
}

function isVerb(block: ReadBlock, token: number): boolean {
  return block.cuesFrom(token, 'verb').some((cue) => cue.tokens === 1);
}

/** Whether what follows the words leaves them a name: an end, a verb, a particle; no noun, adjective or further name. */
export function leavesName(block: ReadBlock, next: number): boolean {
  if (pauses(block, next)) return true;
  // «عيسى والبرعصي», «الشرع وأمير قطر»: the first of two.
  if (/^و/.test(block.word(next)) && block.spansFrom(next).some((span) => span.clitics === 1)) return true;
  return isVerb(block, next) || some(AFTER, block.folded(next));
}

/** Whether the span is used as a name, by the words on both sides of it. */
export function usedAsName(block: ReadBlock, span: Span): boolean {
  const next = span.token + span.tokens;
  if (!leavesName(block, next)) return false;
  const word = block.word(span.token);
  // «بسلام», «كأمل»: in what manner.
  if (span.clitics > 0 && /^[وف]?[بك]/.test(word)) return false;
  const before = span.token - 1;
  // «وسلام»: the second of two names, or the beginning of what somebody does.
  if (span.clitics > 0 && /^[وف]/.test(word) && span.clitics === 1) return !pauses(block, next) && isVerb(block, next);
  if (span.clitics > 0) return true;
  if (pauses(block, span.token)) return !pauses(block, next) || block.joined(next);
  if (isVerb(block, before) || some(BEFORE, block.folded(before))) return true;
  // «قوات البرهان», «زيارة الأسد»: with its article it is no adjective of a bare noun.
  return /^ال/.test(word) && !/^[وفبلك]*(?:ال|لل)/.test(block.word(before));
}
