import type { Names, TermFact } from '../dataset/facts';
import type { Evidence } from '../matching/types';
import type { Language, Translate } from '../browser/i18n';
import { tellCountry, tellName } from './names';

/** What the sentences need beside the evidence: names for the ids in it. */
export interface EvidenceContext {
  language: Language;
  t: Translate;
  terms: readonly TermFact[];
  nameOf: (id: string) => Names | null;
}

/** Why the words were taken for this person or body: a sentence for each piece of evidence, none twice. */
export function tellEvidence(evidence: readonly Evidence[], context: EvidenceContext): string[] {
  return [...new Set(evidence.map((piece) => sentence(piece, context)))];
}

function sentence({ code, detail }: Evidence, { language, t, terms, nameOf }: EvidenceContext): string {
  const key = `evidence_${code.replaceAll('-', '_')}`;
  if (detail === undefined || detail === '') return t(`${key}_plain`);
  switch (code) {
    case 'after-full-name':
    case 'before-full-name':
      // Blocks are counted from nothing, paragraphs from one.
      return /^\d+$/.test(detail) ? t(key, Number(detail) + 1) : t(`${key}_plain`);
    case 'country-named':
    case 'country-context':
      return t(key, tellCountry(detail, language));
    case 'holder-at-date': {
      const post = terms.find((term) => term.post === detail);
      return post ? t(key, tellName(post.label, language)) : t(`${key}_plain`);
    }
    case 'conjoined': {
      const name = nameOf(detail);
      return name ? t(key, tellName(name, language)) : t(`${key}_plain`);
    }
    case 'title':
    case 'office':
    case 'company':
    case 'slip':
      return t(key, detail);
    default:
      return t(`${key}_plain`);
  }
}
