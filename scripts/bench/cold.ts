/** A process that has just started: reads a pack, then one article; prints what that took. */
import { readFileSync } from 'node:fs';
import { Tokens } from '../../utils/arabic/tokens';
import { annotate } from '../../utils/matching/annotate';
import { Hits } from '../../utils/matching/hits';
import { Pack } from '../../utils/matching/pack';
import { find } from '../../utils/matching/scan';

const [path, articlePath, mode] = process.argv.slice(2) as [string, string, string];
const article = readFileSync(articlePath, 'utf8');
globalThis.gc?.();
const before = process.memoryUsage();
const started = performance.now();
const file = readFileSync(path);
const pack = Pack.read(new Uint8Array(file.buffer, file.byteOffset, file.length));
const loaded = performance.now();
if (mode === 'annotate') annotate(pack, article.split('\n\n').map((text) => ({ text })), { date: '2025-03-09', country: 'DZ' });
else find(pack.index, article, new Tokens(), new Hits());
const done = performance.now();
globalThis.gc?.();
const after = process.memoryUsage();
const memory = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
console.log(JSON.stringify({ load: loaded - started, first: done - loaded, memory }));
