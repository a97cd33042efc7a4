import { describe, expect, it, vi } from 'vitest';
import { Followed } from '../../utils/background/followed';
import { headOnly, tellAbstained } from '../../utils/background/abstained';
import { candidatesSchema, MOST_ABSTAINED, MOST_CANDIDATES, protocol } from '../../utils/browser/protocol';
import type { Abstention } from '../../utils/matching/types';
import { tellCandidates } from '../../utils/telling/candidates';
import { bundledPack } from '../../scripts/lib/pack';
import { AFRICOM, MINISTER, options, PERSON } from './telling-facts';

const pack = bundledPack();
const BOUKADOUM = 'dz/person/sabri-boukadoum';
const TEBBOUNE = 'dz/person/abdelmadjid-tebboune';
const GUTERRES = 'un/person/antonio-guterres';

const abstention = (start: number, entities: [string, number][], block = 0): Abstention => ({
  block,
  start,
  end: start + 4,
  candidates: entities.map(([entity, score]) => ({ entity, score, evidence: [] })),
});

function told(abstained: Abstention[], country: string | null = null, named: string[] = []) {
  const ids: string[] = [];
  const placeOf = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.push(id) - 1);
  const spans = tellAbstained(pack, abstained, country, new Set(named), placeOf);
  return spans.map(({ candidates, ...span }) => ({ ...span, candidates: candidates.map(({ entity }) => ids[entity]) }));
}

describe('words in doubt, as a page is told of them', () => {
  it('have each candidate once, the likeliest first, of equals the one named elsewhere, then the one of its country', () => {
    const doubts = [abstention(0, [[GUTERRES, 0.4], [BOUKADOUM, 0.4], [TEBBOUNE, 0.5], [BOUKADOUM, 0.3]])];
    expect(told(doubts, 'DZ')).toEqual([{ block: 0, start: 0, end: 4, candidates: [TEBBOUNE, BOUKADOUM, GUTERRES], more: false }]);
    expect(told(doubts, 'DZ', [GUTERRES])[0]!.candidates).toEqual([TEBBOUNE, GUTERRES, BOUKADOUM]);
    expect(told(doubts)[0]!.candidates).toEqual([TEBBOUNE, GUTERRES, BOUKADOUM]);
  });

  it('are left out where nobody the dataset has may be meant, and where they overlap', () => {
    expect(told([abstention(0, [['dz/person/nobody', 0.4]]), abstention(2, [[BOUKADOUM, 0.4]]), abstention(4, [[TEBBOUNE, 0.4]]), abstention(4, [[TEBBOUNE, 0.4]], 1)])).toMatchObject([
      { block: 0, start: 2 },
      { block: 1, start: 4 },
    ]);
  });

  it('say when more may be meant than are told, and are no more than can be shown', () => {
    const some = Array.from({ length: MOST_CANDIDATES + 1 }, (_, place) => [pack.idOf(place), 0.4] as [string, number]);
    const spans = told(Array.from({ length: MOST_ABSTAINED + 9 }, (_, i) => abstention(i * 10, some)));
    expect(spans).toHaveLength(MOST_ABSTAINED);
    expect(spans[0]).toMatchObject({ more: true });
    expect(spans[0]!.candidates).toHaveLength(MOST_CANDIDATES);
  });

  it('bring those in doubt without their role, in the form of the protocol', () => {
    const entities = [headOnly(pack, BOUKADOUM)];
    expect(entities[0]).toMatchObject({ id: BOUKADOUM, kind: 'person', role: null });
    const abstained = tellAbstained(pack, [abstention(0, [[BOUKADOUM, 0.4]])], null, new Set(), () => 0);
    const answer = { date: '2025-03-09', dateSource: 'json-ld', country: null, entities, mentions: [], abstained };
    expect(protocol.annotate.answer.safeParse(answer).success).toBe(true);
    expect(protocol.annotate.answer.safeParse({ ...answer, abstained: [{ ...abstained[0], candidates: [] }] }).success).toBe(false);
    // Answers of before are still answers.
    expect(protocol.annotate.answer.safeParse({ ...answer, abstained: undefined }).data?.abstained).toEqual([]);
  });
});

describe('those who may be meant, in the reader’s words', () => {
  const request = { date: '2025-03-09', dateSource: 'json-ld', country: 'DZ' } as const;
  const candidates = [
    { fact: PERSON, evidence: [{ code: 'holder-at-date', detail: 'dz/post/ambassador-us' } as const] },
    { fact: { ...AFRICOM, terms: [] }, evidence: [] },
    { fact: { ...PERSON, terms: [MINISTER] }, evidence: [] },
  ];
  it.each([
    ['ar', 'سفير الجزائر لدى الولايات المتحدة', 'قيادة عسكرية · الولايات المتحدة', 'وزير الشؤون الخارجية سابقا · الجزائر', 'سفير الجزائر لدى الولايات المتحدة'],
    ['en', 'Ambassador of Algeria to the United States', 'Military command · United States', 'former Minister of Foreign Affairs · Algeria', 'In office on the article’s date'],
    ['fr', 'Ambassadeur d’Algérie aux États-Unis', 'Commandement militaire · États-Unis', 'Ministre des Affaires étrangères (ancien mandat) · Algérie', 'Ambassadeur'],
  ] as const)('have their role that day or what they are, and what speaks for them: %s', (language, role, what, former, evidence) => {
    const content = tellCandidates(candidates, request, options(language));
    expect(candidatesSchema.safeParse(content).success).toBe(true);
    expect(content.candidates.map(({ line }) => line)).toEqual([role, what, former]);
    expect(content.candidates[0]!.evidence.join()).toContain(evidence);
    expect(content.candidates[1]!.evidence).toEqual([]);
  });
  it('say so where the day is not the article’s own', () => {
    expect(tellCandidates([], { ...request, dateSource: 'today' }, options('en')).date.note).toContain('No date was found');
  });
});

describe('a stored value that is followed', () => {
  const source = () => {
    let change: (value: number) => void = () => undefined;
    const read = vi.fn(async () => read.mock.calls.length);
    return { read, followed: new Followed(read, (callback) => void (change = callback)), change: (value: number) => change(value) };
  };
  it('is read once, and is what the browser last told', async () => {
    const { read, followed, change } = source();
    expect([await followed.get(), await followed.get()]).toEqual([1, 2]);
    followed.follow();
    expect([await followed.get(), await followed.get()]).toEqual([3, 3]);
    change(70);
    expect(await followed.get()).toBe(70);
    expect(await followed.again()).toBe(4);
    expect(read).toHaveBeenCalledTimes(4);
  });
  it('does not fall back to a reading that a change overtook, nor keep one that failed', async () => {
    const { read, followed, change } = source();
    followed.follow();
    const slow = followed.get();
    change(70);
    await slow;
    expect(await followed.get()).toBe(70);
    read.mockRejectedValueOnce(new Error('no'));
    await expect(followed.again()).rejects.toThrow('no');
    expect(await followed.get()).toBe(3);
  });
});
