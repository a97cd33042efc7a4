import { roleAt } from '../../utils/telling/roles';
import { readFact } from '../../utils/dataset/records';
import type { TermFact, TermStatus } from '../../utils/dataset/facts';
import { statusAt } from '../../utils/telling/roles';
import type { Pack } from '../../utils/matching/pack';
import type { Annotation, Block } from '../../utils/matching/types';

interface RoleOut {
  label: { ar: string; en: string };
  start: string;
  /** `by` where the start is only the latest possible one. */
  start_qualifier?: 'by';
  end: string | null;
  status: TermStatus;
  acting: boolean;
  post: string;
}

const toRole = (term: TermFact, date: string): RoleOut => ({
  label: { ar: term.label.ar, en: term.label.en }, start: term.start, ...(term.earliest !== null && { start_qualifier: 'by' as const }), end: term.end, status: statusAt(term, date), acting: term.acting, post: term.post,
});

/** The annotation as `annotate --json` prints it: each mention with its text, its entity's names and its role at the date. */
export function describeMentions(pack: Pack, blocks: readonly Block[], annotation: Annotation, date: string) {
  return annotation.mentions.map((mention) => {
    const fact = readFact(pack, mention.entity)!;
    const role = fact.kind === 'person' ? roleAt(fact.terms, date, mention.post ?? null) : null;
    return {
      block: mention.block,
      start: mention.start,
      end: mention.end,
      text: blocks[mention.block]!.text.slice(mention.start, mention.end),
      entity: { id: fact.id, kind: fact.kind, name: { ar: fact.name.ar, en: fact.name.en } },
      as: mention.as,
      score: Math.round(mention.score * 100) / 100,
      evidence: mention.evidence,
      role: role && toRole(role.term, date),
      /** Every role held on that day, the one above included where it is current. */
      roles: fact.kind === 'person' ? fact.terms.filter((term) => statusAt(term, date) === 'current').map((term) => toRole(term, date)) : [],
    };
  });
}
