/** `npm run annotate -- FILE`: who and what an article names, as the extension would mark it. */
import { parseArgs } from 'node:util';
import { isDay } from '../utils/dataset/dates';
import { DatasetError } from '../utils/dataset/source';
import { annotate } from '../utils/matching/annotate';
import { readArticle } from './lib/article';
import { describeMentions } from './lib/mentions';
import { bundledPack } from './lib/pack';
import { table } from './lib/table';

const USAGE = 'npm run annotate -- FILE [--date YYYY-MM-DD] [--country XX] [--json]';

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { date: { type: 'string' }, country: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Error(`one article wanted: ${USAGE}`);
  if (values.date !== undefined && !isDay(values.date)) throw new Error(`--date ${values.date}: not a day written YYYY-MM-DD`);
  if (values.country !== undefined && !/^[A-Za-z]{2}$/.test(values.country)) throw new Error(`--country ${values.country}: not an ISO 3166-1 code of two letters`);
  const article = readArticle(file);
  const pack = bundledPack();
  const date = values.date ?? article.date ?? new Date().toISOString().slice(0, 10);
  const dateSource = values.date ? 'given' : (article.dateSource ?? 'today');
  const annotation = annotate(pack, article.blocks, { date, country: values.country?.toUpperCase() ?? null });
  const mentions = describeMentions(pack, article.blocks, annotation, date);
  const abstained = annotation.abstained.map((a) => ({ ...a, text: article.blocks[a.block]!.text.slice(a.start, a.end) }));
  if (values.json) {
    console.log(JSON.stringify({ date, dateSource, country: annotation.country, mentions, abstained }, null, 1));
    return;
  }
  console.log(`date ${date} (${dateSource}), country ${annotation.country ?? 'unknown'}\n`);
  console.log(
    table(
      ['where', 'words', 'who', 'as', 'score', 'role at the date'],
      mentions.map((m) => [`${m.block}:${m.start}`, m.text, m.entity.name.en, m.as, m.score.toFixed(2), m.role ? `${m.role.label.en} (${m.role.status}, ${m.role.start} – ${m.role.end ?? ''})` : '']),
    ),
  );
  if (abstained.length > 0) {
    console.log('\nknown words left unmarked:\n');
    console.log(table(['where', 'words', 'may be'], abstained.map((a) => [`${a.block}:${a.start}`, a.text, a.candidates.map((c) => c.entity).join(', ')])));
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof DatasetError ? error.message : `annotate: ${(error as Error).message}`);
  process.exitCode = 2;
}
