import { HIGH_RANKS, type Dataset, type Holder, type Post } from '../schema';
import type { Findings } from './report';

/** Ids, sources and countries that entries name: all exist, and high ranks have sources enough. */
export function checkReferences(dataset: Dataset, findings: Findings): void {
  const ids = new Set([...dataset.people, ...dataset.organizations].map((item) => item.id));
  const codes = new Set(dataset.countries.map((c) => c.code));
  const wantEntity = (of: string, field: string, id: string | undefined) => {
    if (id !== undefined && !ids.has(id)) findings.problem('reference', of, field, `no entry has the id ${id}`);
  };
  const wantSources = (of: string, field: string, keys: string[] | undefined) => {
    for (const key of keys ?? []) if (!dataset.sources.has(key)) findings.problem('reference', of, field, `no source has the key ${key}`);
  };
  const wantCountry = (of: string, field: string, code: string | null | undefined) => {
    if (code && !codes.has(code)) findings.problem('reference', of, field, `countries.yaml has no ${code}`);
  };

  for (const { id, country, wikidata, different_from = [] } of dataset.people) {
    wantCountry(id, 'country', country);
    different_from.forEach((other, i) => wantEntity(id, `different_from.${i}`, other));
    if (wikidata) wantSources(id, 'wikidata', [wikidata.source]);
  }
  for (const organization of dataset.organizations) {
    const { id, country, parent, accredited_to, sources, wikidata } = organization;
    wantCountry(id, 'country', country);
    wantCountry(id, 'accredited_to', accredited_to);
    wantEntity(id, 'parent', parent);
    if (parent === id) findings.problem('reference', id, 'parent', 'is its own parent');
    wantSources(id, 'sources', sources);
    if (wikidata) wantSources(id, 'wikidata', [wikidata.source]);
    if ((organization.founding_date ?? organization.dissolution_date) && !sources) findings.problem('sources', id, 'sources', 'a founding or dissolution date needs a source');
  }
  for (const post of dataset.posts) {
    wantCountry(post.id, 'country', post.country);
    wantEntity(post.id, 'organization', post.organization);
    if (post.accredited_to?.includes('/')) wantEntity(post.id, 'accredited_to', post.accredited_to);
    else wantCountry(post.id, 'accredited_to', post.accredited_to);
    post.holders.forEach((holder, i) => {
      const field = `holders.${i} (${holder.person})`;
      wantEntity(post.id, field, holder.person);
      wantSources(post.id, field, holder.sources);
      if (tooFewSources(dataset, post, holder)) findings.problem('sources', post.id, field, 'a term of this rank needs one official source or two of different publishers');
    });
  }
  for (const event of dataset.events) {
    wantSources(event.id, 'sources', event.sources);
    event.participants.forEach((p, i) => wantEntity(event.id, `participants.${i}`, p.entity));
  }
}

function tooFewSources(dataset: Dataset, post: Post, holder: Holder): boolean {
  if (!(HIGH_RANKS as readonly string[]).includes(post.rank)) return false;
  const sources = holder.sources.flatMap((key) => dataset.sources.get(key) ?? []);
  return !sources.some((s) => s.official) && new Set(sources.map((s) => s.publisher)).size < 2;
}
