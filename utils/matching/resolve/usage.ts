import { WHOLE_PERSON, type NameType } from '../names';
import { isOf, type ReadBlock, type Span } from './document';
import { hasReading } from './state';

/**
 * Whether a word that is also a common word is used as a name where it stands («قال عون», «لقاء عون بسلام») or as the
 * word («عون الأسرة», «يوم سعيد»). Asked only of names whose bearer the article gives in full.
 */

/** Words a name may follow: prepositions, conjunctions and particles that open a clause, folded. */
const BEFORE = new Set(
  `ان انه بان لان لكن ولكن كان كانت بينما فيما حيث اذ اذا لو كما مثلما حين عندما بعدما قبلما منذ هل الى من مع عن لدى بين ضد نحو عبر باسم
  امام حول خلال بعد قبل عوض عوضا بدلا مكان محل لصالح بحق مقابل بحضور برئاسه بقياده بزعامه بقلم برفقه خلف خلفا بدل وراء تجاه بخلاف الا حتى ثم او ام بل هنا هناك هو هي فهو فهي يا كذلك ايضا اليوم امس`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that may follow a name and not what belongs to a noun, folded. */
const AFTER = new Set(
  `في من الى على مع عن لدى بين ضد نحو عبر ان انه بان لان لكن كان كانت بينما فيما حيث اذ اذا كما حين عندما منذ ما لم لن لا قد سوف لقد هو هي هم الذي التي ثم او ام بل حتى
  امام حول خلال بعد قبل عوض عوضا بدلا مكان محل بحضور برئاسه بقياده اليوم امس غدا هنا هناك كذلك ايضا انها انهم باننا بانها بانهم لانها لانهم لكنه لكنها نفسه نفسها وحده مجددا سابقا حاليا رئيسا رئيسه وزيرا وزيره نائبا محافظا حاكما عضوا مديرا قائدا سفيرا واليا امينا ناطقا متحدثا مستشارا مبعوثا خلفا بشان بشكل مؤخرا اخيرا عقب اثر بينهم وهو وهي بصفته بصفتها فيه فيها دوما دائما تلقائيا`
    .split(/\s+/)
    .filter(Boolean),
);

const some = (words: ReadonlySet<string>, word: string) => hasReading(word, (reading) => words.has(reading));

/** Words right beside which a surname is the word it is, folded: «يحرمه الشرع», «الشرع الحنيف», «بشارة سارة». */
const SENSES: Record<string, RegExp> = {
  الشرع: /^(?:[وف]?ي(?:حرم|خالف|جيز|بيح)ه?ا?|يقرها?|ولا|والعرف|والقانون|الحنيف|الاسلامي)$/,
  البرهان: /^(?:القاطع|الساطع|على)$/,
  بشاره: /^(?:ساره|خير)$/,
  مبادله: /^(?:اسهم|اسري|الاسري|سجناء|الاسهم)$/,
  الانصاف: /^(?:يقتضي|يستدعي|يوجب)$/,
  القاعده: /^(?:نفسها|ذاتها)$/,
};

/** Whether a word right beside the span tells its own sense. */
export function tellsTheWord(block: ReadBlock, span: Span): boolean {
  const sense = span.tokens === 1 ? SENSES[block.folded(span.token).replace(/^[وفبلك](?=ال)/, '')] : undefined;
  return sense !== undefined && [-1, 1].some((by) => sense.test(block.folded(span.token + by)));
}

/** Whose state an adjective tells, folded. */
const SELF = /^[وف]?(?:ب?ان[هيا]|ب?انها|لانه|هو|هي|كان|كانت|يكون|انا)$/;

/** What somebody does or says, and nothing else has: behind it, a word with the article is whose («ادعاء البيطار»), folded. */
const DEEDS = new Set('اعلان ادعاء محادثات تصريح تصريحات زياره لقاء لقاءات استقبال مواقف اتهام اتهامات دعوه دعوات اقاله استقاله كابينه مغادره تكليف ترشيح ترشح انتخاب تعيين وصول مشاركه تعهد'.split(' '));

/** Whether nothing but a pause stands on that side of the token: a clause may begin or end there. */
function pauses(block: ReadBlock, token: number): boolean {
  return token <= 0 || token >= block.count || !block.joined(token);
}

function isVerb(block: ReadBlock, token: number): boolean {
  // «بعين صقر» has no verb: only «و» and «ف» stand before one.
  return block.cuesFrom(token, 'verb').some((cue) => cue.tokens === 1 && (cue.clitics === 0 || (cue.clitics === 1 && /^[وف]/.test(block.word(token)))));
}

/** Whether a word with the article goes on right there: a noun or an adjective, and no «الذي» or «الى». */
export function isDefinite(block: ReadBlock, token: number): boolean {
  return block.joined(token) && /^ال/.test(block.word(token)) && !AFTER.has(block.folded(token));
}

/** Whether what follows the words leaves them a name: an end, a verb, a particle; no noun, adjective or further name. */
export function leavesName(block: ReadBlock, next: number): boolean {
  if (pauses(block, next)) return true;
  // «عيسى والبرعصي», «الشرع وأمير قطر»: the first of two.
  if (/^و/.test(block.word(next)) && block.spansFrom(next).some((span) => span.clitics === 1)) return true;
  // «ويخلف سعيد رياض سلامة»: another one's whole name.
  if (block.spansFrom(next).some((span) => span.clitics === 0 && span.tokens > 1 && isOf(span, WHOLE_PERSON))) return true;
  // «البرهان ببورتسودان», «الشيخ بالثقة»: where, or with what.
  if (/^ب.../.test(block.word(next))) return true;
  return isVerb(block, next) || looksLikeVerb(block, next) || looksLikeFuture(block, next) || some(AFTER, block.folded(next));
}

/** «يكسب», «سيعلن»: what begins so is hardly anything but a verb. */
export function looksLikeVerb(block: ReadBlock, token: number): boolean {
  const word = block.folded(token);
  // «يرد», «يصل»: what people do, in a headline; «الحداد يعم» is no man.
  if (block.place === 0 && /^ي(?:رد|صل|قر|عد|ضع|قف|حث)$/.test(word)) return true;
  return /^[وف]?ي...+$/.test(word) && !/^[وف]?(?:يوم|يمين|يسار|يناير|يوليو|يونيو|يهود|ياب|يقين)/.test(word) && block.cuesFrom(token, 'given', 'country', 'country-adjective').length === 0 && block.spansFrom(token).length === 0;
}

/** «ستكون»: behind a name what begins so is a verb. */
function looksLikeFuture(block: ReadBlock, token: number): boolean {
  return /^س[يت]...+$/.test(block.folded(token)) && !/^(?:سينا|سياس|سيار|سياد|سيد|سيطر|سيول|سياق|ستين|ستما|ستوكهولم|سترات|سيبران)/.test(block.folded(token));
}

/** Whether a word is a particle or a verb, after which a name or an office may begin. */
export function opensClause(block: ReadBlock, token: number): boolean {
  return isVerb(block, token) || some(BEFORE, block.folded(token)) || some(AFTER, block.folded(token));
}

/** «للدفاع»: what somebody is made minister of, folded. */
const PORTFOLIO = /^لل(?:دفاع|خارجيه|داخليه|ماليه|عدل|صحه|تعليم|تربيه|طاقه|نفط|اقتصاد|تجاره|صناعه|زراعه|فلاحه|اعلام|ثقافه|عمل|بي.ه|نقل|سياحه)$/;

/**
 * Whether the span is used as a name, by the words on both sides of it. «حكم الشرع», «يوم سعيد»: behind a noun nothing
 * tells a name from the word, so there it is none.
 * @param isName the word is a title's, too, which nobody bears here
 */
export function usedAsName(block: ReadBlock, span: Span, isName = false): boolean {
  const next = span.token + span.tokens;
  // «شكر الشيباني السعودية»: between a verb and a country.
  if (span.clitics === 0 && block.joined(span.token) && isVerb(block, span.token - 1) && block.joined(next) && block.cuesFrom(next, 'country').some((cue) => cue.clitics === 0)) return true;
  // «عون لسفراء مجلس الأمن: ...», in a headline.
  if (span.token === 0 && block.place === 0 && /^ل.../.test(block.word(next)) && block.text.includes(':')) return true;
  // «استقبال الأسد وفدا»: whom he received.
  if (span.clitics === 0 && block.joined(span.token) && /^ال/.test(block.word(span.token)) && some(DEEDS, block.folded(span.token - 1)) && block.joined(next) && /^[^ا].+ا$/.test(block.folded(next))) return true;
  // «واليوسف للدفاع والداخلية», in a headline: who is to have which portfolio.
  if (block.place === 0 && (span.clitics === 0 || (span.clitics === 1 && /^و/.test(block.word(span.token)))) && block.joined(next) && PORTFOLIO.test(block.folded(next))) return true;
  if (!leavesName(block, next)) return false;
  const word = block.word(span.token);
  // «وقال الوزير» is whoever holds the office.
  if (!isName && block.cuesFrom(span.token, 'title', 'rank').some((cue) => cue.tokens === span.tokens)) return false;
  // «بسلام», «كأمل»: in what manner.
  if (span.clitics > 0 && /^[وف]?[بك]/.test(word)) return false;
  const before = span.token - 1;
  // «وسلام»: the second of two names, or the beginning of what somebody does.
  if (span.clitics > 0 && /^[وف]/.test(word) && span.clitics === 1) {
    // «والزعفراني، المولودة ...»: the first word of a sentence.
    // «..وعرنوس: ...», in a headline.
    if (pauses(block, next)) return (span.token === 0 && /^و?ال/.test(word)) || (block.place === 0 && /^\s*:/.test(block.between(next)));
    // «وصقر وزيرا للدفاع», in a headline.
    return isVerb(block, next) || looksLikeVerb(block, next) || /^(?:وزير|رئيس|نائب|محافظ|حاكم|عضو|مدير|قائد|سفير|والي|امين|مستشار|مبعوث)ا$/.test(block.folded(next)) || (block.place === 0 && block.folded(next) === 'الى');
  }
  if (span.clitics > 0) return true;
  // «بلحاج: ...» opens what he says; «هيكل» in quotation marks is called so.
  if (pauses(block, span.token)) return !pauses(block, next) || /^\s*:/.test(block.between(next)) || (/(?:^|[\s،.:])[«"“]$/.test(span.token === 0 ? block.text.slice(0, span.start) : block.between(span.token)) && !/^[وف]?[بك]$/.test(block.folded(before)) && /^[»"”]/.test(block.between(next)));
  // «إنه سعيد بما أنجز»: how somebody is.
  if (SELF.test(block.folded(before)) && /^ب/.test(block.word(next)) && !/^ال/.test(word)) return false;
  if (isVerb(block, before) || looksLikeVerb(block, before) || some(BEFORE, block.folded(before))) return true;
  // «في حق سلال»
  if (block.folded(before) === 'حق' && block.folded(before - 1) === 'في') return true;
  return /^ال/.test(word) && some(DEEDS, block.folded(before));
}

/** «المسجد الإبراهيمي»: behind a noun with the article, a word of this form is its adjective. */
export function isAdjective(block: ReadBlock, span: Span): boolean {
  if (span.tokens > 1 || span.clitics > 0 || !block.joined(span.token) || !/^ال.+ي$/.test(block.folded(span.token))) return false;
  const before = span.token - 1;
  // «شمل القرار الدليمي نفسه»
  if (/^نفسه/.test(block.folded(span.token + 1))) return false;
  if (!/^[وفبلك]*(?:ال|لل)..+[^هةاي]$/.test(block.folded(before)) || block.cuesTo(span.token, 'verb', 'title', 'rank', 'given', 'country', 'capital', 'country-adjective', 'former', 'modifier', 'acting').length > 0) return false;
  return block.spansTo(span.token).length === 0 && !opensClause(block, before);
}

/** Whether one of the words stands before the span, with at most two cues of these types between. */
function isLedBy(block: ReadBlock, span: Span, words: ReadonlySet<string>, ...between: NameType[]): boolean {
  if (span.clitics > 0) return false;
  let at = span.token;
  for (let step = 0; step < 3 && block.joined(at); step++) {
    if (some(words, block.folded(at - 1))) return true;
    const cue = block.cuesTo(at, ...between)[0];
    if (!cue) return false;
    at = cue.token;
  }
  return false;
}

/** What is called after somebody, folded: «ميدان ياسر عرفات» is no Yasser Arafat. */
const NAMED_AFTER = new Set(
  `شارع ميدان ساحه جسر كوبري محور طريق نفق مطار ميناء ملعب استاد مستشفي مستوصف مسجد جامع كنيسه جامعه كليه معهد مدرسه ثانويه متوسطه مدينه حي قاعه مركب حديقه سد برج مكتبه متحف
  مسرح جائزه دوار اكاديميه كاس دوري دوره بطوله قاعده ثكنه مطبعه ضريح تمثال مركز مخيم قريه موسوعه`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a street, a stadium or the like stands right before the token. */
export function isCalledAfter(block: ReadBlock, token: number): boolean {
  return block.joined(token) && some(NAMED_AFTER, block.folded(token - 1));
}

/** Whether the name is a street's, a stadium's or an airport's, its titles aside («استاد الملك سلمان»). */
export function isNamedAfter(block: ReadBlock, span: Span): boolean {
  // «محور حكومة إبراهيم رئيسي»: no street is called after a government.
  return !/^(?:حكومه|اداره|نظام|عهد)$/.test(block.folded(span.token - 1)) && isLedBy(block, span, NAMED_AFTER, 'title', 'rank');
}

/** Nouns and verbs that lead to somebody who holds no office, folded. */
const PRIVATE = new Set(
  `مواطن مواطنه المواطن المواطنه طالبه الطالب الطالبه شاب شابه الشاب الشابه طفل طفله الطفل الطفله تاجر التاجر سائق السائق مزارع المزارع فلاح الفلاح المعلم
  المعلمه مشجع المشجع بائع البائع صياد الصياد الموظف يدعي تدعي يدعا المدعو المدعوه جاره جارته الجار الجاره النازح النازحه اللاجئ اللاجئه`
    .split(/\s+/)
    .filter(Boolean),
);

/** The same without the article: surnames, too, and names of nobody where they stand alone. */
const PRIVATE_WORDS = new Set(['طالب', 'تاجر', 'عامل', 'موظف', 'شاب', 'مزارع', 'صياد', 'معلم', 'نازح', 'متقاعد', 'حرفي']);

/** Whether the name is a private person's who bears it too («المواطن ...», «محمود عباس (21 عاما)»). `known`: its bearer is named already, and an age says nothing. */
export function isPrivate(block: ReadBlock, span: Span, known = false): boolean {
  if (!known && /^\s*(?:\([^()]{1,30}\)\s*)?\(\s*[\d\u0660-\u0669]+\s*(?:عاما|عامًا|عاماً|سنة|ربيعا|ربيعًا|ربيعاً)\s*[)،]/.test(block.text.slice(span.end, span.end + 60))) return true;
  // «محمد ولد بلال، وهو تاجر»
  const next = span.token + span.tokens;
  if (/^(?:وهو|وهي)$/.test(block.folded(next)) && (PRIVATE_WORDS.has(block.folded(next + 1)) || PRIVATE.has(block.folded(next + 1)))) return true;
  // «عمر بشير التاجر»
  if (span.tokens > 1 && block.joined(next) && /^ال/.test(block.folded(next)) && PRIVATE.has(block.folded(next))) return true;
  // «الطالبة نصيرة بلعيد», «الموظف المتقاعد سلطان ...»: a name between that nobody else here bears, or an adjective.
  const between = span.token - 1;
  if (span.clitics === 0 && block.joined(span.token) && block.joined(between) && PRIVATE.has(block.folded(between - 1))) {
    const isDescribed = /^ال/.test(block.folded(between));
    if (isDescribed ? /^ال/.test(block.folded(between - 1)) : !opensClause(block, between)) return true;
  }
  return isLedBy(block, span, PRIVATE, 'title', 'given');
}

/** Whether the word itself says that somebody holds no office («قال طالب في المعهد»). */
export function isPrivateWord(block: ReadBlock, span: Span): boolean {
  return span.tokens === 1 && span.clitics === 0 && PRIVATE_WORDS.has(block.folded(span.token)) && /^(?:في|من|ب.+|ل.+|ال.+)$/.test(block.folded(span.token + 1));
}

/** Whether one word is a particle («وإن»), which no title beside it makes a name. */
export function isFunctionWord(block: ReadBlock, span: Span): boolean {
  return span.tokens === 1 && span.clitics === 0 && (some(BEFORE, block.folded(span.token)) || some(AFTER, block.folded(span.token)));
}
