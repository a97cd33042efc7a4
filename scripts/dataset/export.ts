import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCsv } from '../../utils/dataset/exchange/csv';
import { toPopolo } from '../../utils/dataset/exchange/popolo';
import { toTables } from '../../utils/dataset/exchange/tables';
import { loadDataset } from '../../utils/dataset/source';
import type { Console } from './console';

/**
 * Writes the dataset to `directory`: `popolo.json`, or one .csv a table.
 * @param root the dataset's folder
 * @throws {DatasetError} when the sources break the schema
 */
export function exportDataset(root: string, format: 'popolo' | 'csv', directory: string, out: Console): number {
  const { dataset } = loadDataset(root);
  const files: [string, string][] =
    format === 'popolo'
      ? [['popolo.json', `${JSON.stringify(toPopolo(dataset), null, 1)}\n`]]
      : [...toTables(dataset)].map(([name, rows]) => [`${name}.csv`, writeCsv(rows)]);
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of files) {
    writeFileSync(join(directory, name), text);
    out.log(`${join(directory, name)}: ${Buffer.byteLength(text)} bytes`);
  }
  return 0;
}
