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
      line: tellLine(fact, request.date, options),
      evidence: tellEvidence(evidence, { language, t, terms: fact.terms, nameOf }),
    })),
  };
}

/** Their role, or what they are, and of which country: two foreign ministers differ in nothing else. */
function tellLine(fact: EntityFact, day: string, options: TellOptions): string {
  const what = tellRoleLine(fact, day, options) ?? tellKind(fact, options.t);
  const country = fact.country === null ? null : tellCountry(fact.country, options.language);
  return country === null || what.includes(country) ? what : `${what} · ${country}`;
}
