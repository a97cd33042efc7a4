import { VALUES } from '../arabic/hash';
import { FOLD_TABLE_HASH, MAKSURA_MIN_LETTERS } from '../arabic/letters';
import { NAME_TYPES } from './names';

/**
 * The container of a pack: one little-endian file of numbered sections, read without parsing. docs/pack-format.md
 * describes it byte by byte.
 */

const MAGIC = 0x51595331; // "1SYQ" as bytes: 31 53 59 51
export const FORMAT_VERSION = 2;

/** Hash of everything names are keyed by: folding, the letters' values, the rule of the final ى, the order of name types. */
export const KEYING_HASH: number = [FOLD_TABLE_HASH, ...VALUES, MAKSURA_MIN_LETTERS, ...[...NAME_TYPES.join()].map((c) => c.charCodeAt(0))].reduce(
  (hash, part) => Math.imul(hash ^ part, 0x01000193) >>> 0,
  0x811c9dc5,
);

const SENTINEL = 0x01020304;
const HEADER_BYTES = 64;
const TABLE_ENTRY_BYTES = 16;
const ALIGNMENT = 64;

export const SECTIONS = {
  meta: 1,
  beginnings: 2,
  filter: 3,
  buckets: 4,
  forms: 5,
  entities: 6,
  posts: 7,
  terms: 8,
  recordOffsets: 9,
  records: 10,
  idHashes: 11,
  idTargets: 12,
} as const;
export type SectionName = keyof typeof SECTIONS;

/** A pack that cannot be used, and why; the caller falls back to the bundled one. */
export class PackError extends Error {
  override name = 'PackError';
  constructor(
    readonly reason: 'not-a-pack' | 'truncated' | 'newer' | 'older' | 'fold-table' | 'checksum' | 'malformed',
    message: string,
  ) {
    super(message);
  }
}

export type Sections = Record<SectionName, Uint8Array>;

let crcTable: Uint32Array | null = null;

/** CRC-32 (ISO 3309, as in zip and PNG). */
export function crc32(bytes: Uint8Array, seed = 0): number {
  if (!crcTable) {
    crcTable = new Uint32Array(256);
    for (let n = 0; n < 256; n++) {
      let c = n;
      for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
      crcTable[n] = c;
    }
  }
  let crc = ~seed;
  for (let i = 0; i < bytes.length; i++) crc = crcTable[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

const align = (offset: number) => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

/** Joins the sections into one file. */
export function writeContainer(sections: Sections): Uint8Array {
  const names = Object.keys(SECTIONS) as SectionName[];
  const tableEnd = HEADER_BYTES + names.length * TABLE_ENTRY_BYTES;
  let size = align(tableEnd);
  const places = names.map((name) => {
    const offset = size;
    size = align(offset + sections[name].length);
    return { name, offset };
  });
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  places.forEach(({ name, offset }, i) => {
    file.set(sections[name], offset);
    const at = HEADER_BYTES + i * TABLE_ENTRY_BYTES;
    view.setUint32(at, SECTIONS[name], true);
    view.setUint32(at + 4, offset, true);
    view.setUint32(at + 8, sections[name].length, true);
    view.setUint32(at + 12, crc32(sections[name]), true);
  });
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, SENTINEL, true);
  view.setUint32(8, FORMAT_VERSION, true);
  view.setUint32(12, KEYING_HASH, true);
  view.setUint32(16, size, true);
  view.setUint32(20, names.length, true);
  view.setUint32(24, crc32(file.subarray(HEADER_BYTES, tableEnd)), true);
  view.setUint32(28, crc32(file.subarray(0, 28)), true);
  return file;
}

/**
 * Reads header and section table; the sections are views of `file`, nothing is copied.
 * @param check `all`: every section's checksum too (when a pack is installed); `header`: header and table only
 *   (at each start)
 * @throws {PackError}
 */
export function readContainer(file: Uint8Array, check: 'all' | 'header'): Sections {
  if (file.byteOffset % 4 !== 0) file = file.slice();
  if (file.length < HEADER_BYTES) throw new PackError('truncated', `a pack has at least ${HEADER_BYTES} bytes, this has ${file.length}`);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const u32 = (at: number) => view.getUint32(at, true);
  if (u32(0) !== MAGIC || u32(4) !== SENTINEL) throw new PackError('not-a-pack', 'the file does not begin as a Siyaq pack does');
  if (u32(28) !== crc32(file.subarray(0, 28)) || file.subarray(32, HEADER_BYTES).some((b) => b !== 0)) throw new PackError('checksum', 'the header of the pack is damaged');
  if (u32(8) > FORMAT_VERSION) throw new PackError('newer', `the pack has format ${u32(8)}, this version reads ${FORMAT_VERSION}: update the extension`);
  if (u32(8) < FORMAT_VERSION) throw new PackError('older', `the pack has format ${u32(8)}, this version reads ${FORMAT_VERSION}: build the pack again`);
  if (u32(12) !== KEYING_HASH) throw new PackError('fold-table', 'the pack was built under other folding rules: build it again');
  if (u32(16) !== file.length) throw new PackError('truncated', `the pack says it has ${u32(16)} bytes, the file has ${file.length}`);
  const names = Object.keys(SECTIONS) as SectionName[];
  const tableEnd = HEADER_BYTES + u32(20) * TABLE_ENTRY_BYTES;
  if (u32(20) !== names.length || tableEnd > file.length) throw new PackError('malformed', `the pack has ${u32(20)} sections instead of ${names.length}`);
  if (u32(24) !== crc32(file.subarray(HEADER_BYTES, tableEnd))) throw new PackError('checksum', 'the section table of the pack is damaged');
  const sections = {} as Sections;
  names.forEach((name, i) => {
    const at = HEADER_BYTES + i * TABLE_ENTRY_BYTES;
    const [id, offset, length, crc] = [u32(at), u32(at + 4), u32(at + 8), u32(at + 12)];
    if (id !== SECTIONS[name] || offset % ALIGNMENT !== 0 || offset + length > file.length) throw new PackError('malformed', `section ${name} does not lie within the pack`);
    const bytes = file.subarray(offset, offset + length);
    if (check === 'all' && crc32(bytes) !== crc) throw new PackError('checksum', `section ${name} of the pack is damaged`);
    sections[name] = bytes;
  });
  if (check === 'all') checkPadding(file, sections, tableEnd);
  return sections;
}

function checkPadding(file: Uint8Array, sections: Sections, tableEnd: number): void {
  let end = tableEnd;
  for (const bytes of Object.values(sections)) {
    const start = bytes.byteOffset - file.byteOffset;
    for (let i = end; i < start; i++) if (file[i] !== 0) throw new PackError('checksum', `byte ${i} between two sections is not 0`);
    end = start + bytes.length;
  }
  for (let i = end; i < file.length; i++) if (file[i] !== 0) throw new PackError('checksum', `byte ${i} behind the last section is not 0`);
}
