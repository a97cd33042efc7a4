import type { CandidatesContent, Payload } from '../browser/protocol';
import type { EntityFact } from '../dataset/facts';
import type { Evidence } from '../matching/types';
import { tellDay, tellKind, tellRoleLine, type TellOptions } from './card';
import { dateStyle } from './dates';
import { tellEvidence } from './evidence';
import { tellCountry, tellName } from './names';

/** Somebody who may be meant, with what speaks for it. */
export interface Candidate {
  fact: EntityFact;
  evidence: readonly Evidence[];
}

/** Who may be meant by words in doubt, in the reader's words, as of the article's day. */
export function tellCandidates(
  candidates: readonly Candidate[],
  request: Pick<Payload<'candidates'>, 'date' | 'dateSource' | 'country'>,
  options: TellOptions,
): CandidatesContent {
  const { language, t, nameOf } = options;
  return {
    language,
    date: tellDay(request, dateStyle(language, options.months, options.hijri, request.country), t),
    candidates: candidates.map(({ fact, evidence }) => ({
      id: fact.id,
      kind: fact.kind,
      name: tellName(fact.name, language),
      line: tellRoleLine(fact, request.date, options) ?? tellWhat(fact, options),
      evidence: tellEvidence(evidence, { language, t, terms: fact.terms, nameOf }),
    })),
  };
}

/** What somebody is where no office is known: «وزارة · الجزائر». */
function tellWhat(fact: EntityFact, { language, t }: TellOptions): string {
  return [tellKind(fact, t), fact.country && tellCountry(fact.country, language)].filter(Boolean).join(' · ');
}
