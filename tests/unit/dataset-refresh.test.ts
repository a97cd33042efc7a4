import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { refresh, type RefreshOptions } from '../../scripts/dataset/refresh';
import { query, type ClientOptions } from '../../scripts/dataset/wikidata/client';
import { holdersQuery } from '../../scripts/dataset/wikidata/query';
import { readDataset } from '../../utils/dataset/source';
import { FILES, TODAY, recorder, writeDataset } from './dataset-fixture';

type Reply = (request: { sparql: string; headers: IncomingMessage['headers'] }, response: ServerResponse) => void;
const open: { close(): void; closeAllConnections(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A query service on this machine that gives these replies in turn, the last one for good. */
async function service(...replies: Reply[]) {
  const asked: { sparql: string; headers: IncomingMessage['headers']; at: number }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const asking = { sparql: new URLSearchParams(body).get('query') ?? '', headers: request.headers, at: Date.now() };
      asked.push(asking);
      replies[Math.min(asked.length, replies.length) - 1]!(asking, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`, asked };
}

const status = (code: number, headers: Record<string, string> = {}, body = ''): Reply => (_, response) => void response.writeHead(code, headers).end(body);
const silence: Reply = () => undefined;
/** Solutions as the service writes them: a type beside every value, languages on labels. */
const solutions = (...rows: Record<string, string>[]): Reply => (_, response) => {
  const binding = (name: string, value: string) => (/^(statement|office|person)$/.test(name) ? { type: 'uri', value } : { type: 'literal', value, ...(/_(ar|en|fr)$/.test(name) && { 'xml:lang': name.slice(-2) }) });
  const bindings = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, binding(name, value)])));
  response.writeHead(200, { 'content-type': 'application/sparql-results+json;charset=utf-8' }).end(JSON.stringify({ head: { vars: Object.keys(rows[0] ?? {}) }, results: { bindings } }));
};

const entity = (id: string) => `http://www.wikidata.org/entity/${id}`;
/** One statement of an invented person in an office; these numbers are beyond what Wikidata has given out. */
function statement(n: string, office: object, more: Record<string, string> = {}): Record<string, string> {
  return {
    statement: `${entity('statement/')}Q9-${n}`, person: entity(`Q9000002${n.charCodeAt(0)}`), person_ar: `شخص${n} المخترع`, person_en: `Person ${n.toUpperCase()} Invented`, person_fr: `Personne ${n}`,
    start: '2020-01-15T00:00:00Z', startPrecision: '11', end: '2021-02-01T00:00:00Z', endPrecision: '10', ...(office as Record<string, string>), ...more,
  };
}
const SEALS = { office: entity('Q900000100'), office_ar: 'حافظ الأختام', office_en: 'Keeper of Seals of Zumurrudistan', office_fr: 'Garde des Sceaux' };
const GEMS = { office: entity('Q900000101'), office_ar: 'وزير الجواهر الزمردي', office_en: 'Minister of Gems' };
const PEARLS = { office: entity('Q900000102'), office_ar: 'وزير الدرر', office_en: 'Minister of Pearls', office_fr: 'Ministre des Perles' };

function clientOf(endpoint: string, more: Partial<ClientOptions> = {}): ClientOptions & { retries: [number, string, number][] } {
  const retries: [number, string, number][] = [];
  return { endpoint, userAgent: 'siyaq-test/0', timeout: 2000, attempts: 4, pause: 5, longestPause: 2000, onRetry: (...told) => retries.push(told), retries, ...more };
}
async function run(endpoint: string, more: Partial<RefreshOptions> & { client?: Partial<ClientOptions> } = {}) {
  const root = more.root ?? writeDataset();
  const file = join(mkdtempSync(join(tmpdir(), 'siyaq-refresh-')), 'proposal.diff');
  const out = recorder();
  const code = await refresh({ root, countries: ['XA'], file, pageSize: 500, today: TODAY, ...more, client: { ...clientOf(endpoint), ...more.client } }, out);
  return { code, root, errors: out.errors, proposal: readFileSync(file, 'utf8') };
}
/** The dataset as it would be if the proposal were taken. */
function taken(root: string, proposal: string) {
  const folder = mkdtempSync(join(tmpdir(), 'siyaq-taken-'));
  cpSync(root, join(folder, 'dataset'), { recursive: true });
  const { status: code, stderr } = spawnSync('git', ['apply', '-'], { cwd: folder, input: proposal, encoding: 'utf8' });
  expect([code, stderr]).toEqual([0, '']);
  return readDataset(join(folder, 'dataset'));
}

describe('asking the query service', () => {
  it('says who asks, for what and in which format', async () => {
    const { endpoint, asked } = await service(solutions({ a: '1' }, { a: '2' }));
    expect(await query('SELECT ?a', clientOf(endpoint))).toEqual([{ a: '1' }, { a: '2' }]);
    expect(asked[0]!.sparql).toBe('SELECT ?a');
    expect(asked[0]!.headers).toMatchObject({ 'user-agent': 'siyaq-test/0', accept: 'application/sparql-results+json' });
  });

  it('waits as long as Retry-After says, in seconds or as a date', async () => {
    const { endpoint, asked } = await service(status(429, { 'retry-after': '1' }), status(503, { 'retry-after': new Date(Date.now() + 2500).toUTCString() }), solutions({ a: '1' }));
    const client = clientOf(endpoint, { longestPause: 5000 });
    expect(await query('q', client)).toEqual([{ a: '1' }]);
    expect(asked[1]!.at - asked[0]!.at).toBeGreaterThanOrEqual(990);
    expect(client.retries.map(([attempt, reason]) => [attempt, reason])).toEqual([[1, 'answered 429'], [2, 'answered 503']]);
    expect(client.retries[0]![2]).toBe(1000);
  });

  it('gives up when it is asked to wait longer than it may', async () => {
    const { endpoint, asked } = await service(status(429, { 'retry-after': '3600' }));
    await expect(query('q', clientOf(endpoint))).rejects.toThrow('asks to come back in 3600 s; run it again then');
    expect(asked).toHaveLength(1);
  });

  it('tries again with growing, varying pauses after errors, and names the last reason in the end', async () => {
    const { endpoint, asked } = await service(status(500));
    const client = clientOf(endpoint, { pause: 40 });
    await expect(query('q', client)).rejects.toThrow(`${endpoint}: answered 500, 4 times`);
    expect(asked).toHaveLength(4);
    const waits = client.retries.map(([, , wait]) => wait);
    waits.forEach((wait, i) => expect(wait >= 20 * 2 ** i && wait <= 40 * 2 ** i).toBe(true));
  });

  it('gives a silent service its time and no more', async () => {
    const { endpoint } = await service(silence, solutions({ a: '1' }));
    const client = clientOf(endpoint, { timeout: 60 });
    expect(await query('q', client)).toEqual([{ a: '1' }]);
    expect(client.retries[0]![1]).toBe('no answer within 60 ms');
  });

  it('asks again when an answer breaks off', async () => {
    const { endpoint } = await service(status(200, {}, '{"head":{"vars":["a"]},"results":{"bindings":[{"a":'), solutions({ a: '1' }));
    const client = clientOf(endpoint);
    expect(await query('q', client)).toEqual([{ a: '1' }]);
    expect(client.retries[0]![1]).toMatch(/^an answer that is no whole JSON/);
  });

  it('does not ask again what is wrong, or answered with something else', async () => {
    const wrong = await service(status(400, {}, 'MalformedQueryException: line 3\nat java.lang'));
    await expect(query('q', clientOf(wrong.endpoint))).rejects.toThrow(`${wrong.endpoint}: answered 400: MalformedQueryException: line 3`);
    expect(wrong.asked).toHaveLength(1);
    const other = await service(status(200, {}, '{"hello": 1}'));
    await expect(query('q', clientOf(other.endpoint))).rejects.toThrow('an answer that is no SPARQL result: head');
  });

  it('says that nobody is there', async () => {
    const { endpoint } = await service(silence);
    open.splice(0).forEach((server) => server.close());
    await expect(query('q', clientOf(endpoint, { attempts: 2 }))).rejects.toThrow(/cannot be reached: .*, 2 times/);
  });

  it('lets nothing but a country and a statement into the query', () => {
    expect(() => holdersQuery('X"} #', '', 5)).toThrow(RangeError);
    expect(() => holdersQuery('XA', 'x" || "', 5)).toThrow(RangeError);
    expect(holdersQuery('XA', `${entity('statement/')}Q1-a`, 5)).toMatch(/wdt:P297 "XA"[^]*statement\/Q1-a"\)[^]*LIMIT 5/);
  });
});

describe('refresh', () => {
  it('proposes people, posts and terms that the dataset lacks, as a diff that git takes', async () => {
    const { endpoint } = await service(solutions(statement('a', SEALS, { aliases: 'شخص ألف المخترع|alias|وحيد' }), statement('b', PEARLS)));
    const { code, root, proposal, errors } = await run(endpoint);
    expect(code).toBe(0);
    expect(errors).toContain('XA: 2 statements; proposes 3 entries and 1 additions; 0 not proposed');
    const { dataset, problems } = taken(root, proposal);
    expect(problems).toEqual([]);
    expect(dataset.people.slice(2)).toMatchObject([
      { id: 'xa/person/person-a-invented', country: 'XA', other_names: [{ name: 'شخص ألف المخترع', note: 'variant' }] },
      { id: 'xa/person/person-b-invented' },
    ]);
    // The office is the dataset's own, though Wikidata's label ends in the country.
    expect(dataset.posts[1]!.holders).toEqual([{ person: 'xa/person/person-a-invented', start_date: '2020-01-15', end_date: '2021-02', sources: ['xa:wikidata-q900000297'] }]);
    expect(dataset.posts[2]).toMatchObject({ id: 'xa/post/minister-of-pearls', rank: 'minister', label: { fr: 'Ministre des Perles' } });
    expect(readDataset(root).dataset.people).toHaveLength(2);
  });

  it('reads page after page, each from behind the last statement', async () => {
    const { endpoint, asked } = await service(solutions(statement('a', SEALS), statement('b', SEALS)), solutions(statement('c', SEALS), statement('d', SEALS)), solutions(statement('e', SEALS)));
    const { errors } = await run(endpoint, { pageSize: 2 });
    expect(asked.map(({ sparql }) => /STR\(\?statement\) > "([^"]*)"/.exec(sparql)![1])).toEqual(['', `${entity('statement/')}Q9-b`, `${entity('statement/')}Q9-d`]);
    expect(errors.filter((line) => line.includes('page'))).toEqual(['XA: page 1: 2 statements, 2 rows so far', 'XA: page 2: 2 statements, 4 rows so far', 'XA: page 3: 1 statements, 5 rows so far']);
  });

  it('never writes over what the dataset says, and tells what it left', async () => {
    const known = { person: entity('Q900000001'), person_en: 'N. Zumurrud' };
    const { endpoint } = await service(solutions(statement('a', GEMS, { ...known, start: '2021-04-10T00:00:00Z', end: '2024-07-01T00:00:00Z', endPrecision: '11' })));
    const { proposal, errors } = await run(endpoint);
    expect(proposal).toBe('');
    expect(errors).toContain('XA: not proposed: wikidata:Q9-a: start: xa/post/minister-of-gems is kept with xa/person/nibras-zumurrud from 2021-04-02 (found "2021-04-10")');
    expect(errors).toContain('XA: not proposed: wikidata:Q9-a: end: xa/post/minister-of-gems is kept with xa/person/nibras-zumurrud until 2024-06-01 (found "2024-07-01")');
  });

  it('proposes the end of a term that the dataset shows as running, unless it was seen running later', async () => {
    const sadim = { person_ar: 'سديم الياقوتي', person_en: 'Sadim Yaqut', start: '2024-06-01T00:00:00Z', endPrecision: '11' };
    const later = await run((await service(solutions(statement('a', GEMS, { ...sadim, end: '2026-11-02T00:00:00Z' })))).endpoint);
    expect(taken(later.root, later.proposal).dataset.posts[0]!.holders[1]).toMatchObject({ verified_on: '2026-10-01', end_date: '2026-11-02' });
    const earlier = await run((await service(solutions(statement('a', GEMS, { ...sadim, end: '2026-05-02T00:00:00Z' })))).endpoint);
    expect(earlier.proposal).toBe('');
    expect(earlier.errors.join('\n')).toContain('xa/person/sadim-yaqut was seen in office on 2026-10-01 (found "2026-05-02")');
  });

  it('knows a term that it shows by a day only, though Wikidata has it begin years before', async () => {
    const sadim = { person_ar: 'سديم الياقوتي', person_en: 'Sadim Yaqut', start: '2019-03-01T00:00:00Z', end: '' };
    const by = FILES['xa/posts.yaml']!.replace("    start_date: '2024-06-01'\n", "    start_date: '2024-06-01'\n    start_qualifier: by\n");
    const { endpoint } = await service(solutions(statement('a', GEMS, sadim)));
    const { proposal, errors } = await run(endpoint, { root: writeDataset({ 'xa/posts.yaml': by }) });
    expect(proposal).toBe('');
    expect(errors).toContain('XA: not proposed: wikidata:Q9-a: start: xa/post/minister-of-gems is kept with xa/person/sadim-yaqut by 2024-06-01 (found "2019-03-01")');
  });

  it('does not take a blank end for incumbency when somebody came after, nor a term without a start', async () => {
    const rows = [
      statement('a', SEALS, { end: '' }), statement('b', SEALS, { start: '2021-03-01T00:00:00Z', end: '' }),
      statement('c', SEALS, { start: '' }), statement('d', SEALS, { start: '1900-00-00T00:00:00Z', startPrecision: '7' }),
    ];
    const { root, proposal, errors } = await run((await service(solutions(...rows))).endpoint);
    expect(taken(root, proposal).dataset.posts[1]!.holders).toMatchObject([{ start_date: '2021-03-01', verified_on: TODAY }]);
    expect(errors.filter((line) => line.includes('not proposed:')).map((line) => line.replace(/^XA: not proposed: wikidata:/, ''))).toEqual([
      'Q9-c: start: no start of the term that can be used (Person C Invented, Keeper of Seals of Zumurrudistan)',
      'Q9-d: start: no start of the term that can be used (Person D Invented, Keeper of Seals of Zumurrudistan) (found "1900-00-00T00:00:00Z")',
      'Q9-a: end: no end, though Person B Invented began on 2021-03-01',
    ]);
  });

  it('does not propose somebody without an Arabic name, or a statement of several dates', async () => {
    const { person_ar: _, ...nameless } = statement('a', SEALS);
    const { proposal, errors } = await run((await service(solutions(nameless, statement('b', SEALS), statement('b', SEALS, { start: '2020-02-01T00:00:00Z' })))).endpoint);
    expect(proposal).toBe('');
    expect(errors).toContain('XA: not proposed: wikidata:Q9-a: name.ar: is missing');
    expect(errors.filter((line) => line.includes('the statement has several dates'))).toHaveLength(2);
  });

  it('goes on with the other countries when one fails, and fails in the end', async () => {
    const { endpoint } = await service(status(400, {}, 'no'), solutions(statement('a', SEALS)));
    const { code, errors } = await run(endpoint, { countries: ['XA', 'XB'] });
    expect(code).toBe(1);
    expect(errors[0]).toBe(`XA: ${endpoint}: answered 400: no`);
    expect(errors).toContain('XB: page 1: 1 statements, 1 rows so far');
  });

  it('refuses a country it does not know before it asks', async () => {
    const { endpoint, asked } = await service(silence);
    await expect(run(endpoint, { countries: ['QQ'] })).rejects.toThrow('--country QQ: countries.yaml has no such code');
    expect(asked).toHaveLength(0);
  });
});
