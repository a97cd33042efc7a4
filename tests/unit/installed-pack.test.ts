import { readFileSync, mkdtempSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writePack } from '../../scripts/dataset/pack';
import { packKeeper, type PackSources } from '../../utils/background/pack-store';
import { installedPackKey, PACK_MARKER, replacePack, watchInstalledPack, type PackShelf } from '../../utils/browser/installed-pack';
import { compileDataset } from '../../utils/dataset/compile';
import { readPackFile } from '../../utils/dataset/pack-file';
import { crc32, readContainer, writeContainer, PackError, type Sections } from '../../utils/matching/format';
import { recorder, sampleReading } from './dataset-fixture';

const { dataset } = sampleReading();
const BUNDLED = compileDataset(dataset, '1.0.0');
const OTHER = compileDataset(dataset, '2.0.0');

/** A header field set to a value, the header's own checksum made to fit. */
function withField(at: number, value: number): Uint8Array {
  const bytes = OTHER.slice();
  const view = new DataView(bytes.buffer);
  view.setUint32(at, value, true);
  view.setUint32(28, crc32(bytes.subarray(0, 28)), true);
  return bytes;
}

/** A pack with some of its sections replaced, all checksums right. */
const withSections = (change: (sections: Sections) => Partial<Sections>): Uint8Array => {
  const sections = readContainer(OTHER, 'all');
  return writeContainer({ ...sections, ...change(sections) });
};
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const decode = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;

/** A shelf in memory. */
class Shelf implements PackShelf {
  readonly packs = new Map<string, Uint8Array>();
  full = false;
  async get(key: string) {
    return this.packs.get(key) ?? null;
  }
  async put(key: string, bytes: Uint8Array) {
    if (this.full) throw new Error('no room');
    this.packs.set(key, bytes);
  }
  async keepOnly(key: string | null) {
    for (const other of this.packs.keys()) if (other !== key) this.packs.delete(other);
  }
}

describe('a pack file from outside', () => {
  const refusal = (bytes: Uint8Array): string => {
    try {
      return readPackFile(bytes).meta.version;
    } catch (error) {
      return (error as PackError).reason;
    }
  };

  it('is taken when all of it is in order', () => {
    expect(refusal(OTHER)).toBe('2.0.0');
  });

  it('is refused with the reason that tells what to do', () => {
    expect(refusal(new TextEncoder().encode('<!doctype html>'.repeat(9)))).toBe('not-a-pack');
    expect(refusal(OTHER.subarray(0, OTHER.length - 64))).toBe('truncated');
    expect(refusal(withField(8, 9))).toBe('newer');
    expect(refusal(withField(8, 0))).toBe('older');
    expect(refusal(withField(12, 7))).toBe('fold-table');
    expect(refusal(withField(20, 3))).toBe('malformed');
    const records = OTHER.slice();
    records[records.length - 100]! ^= 1;
    expect(refusal(records)).toBe('checksum');
  });

  it('is refused when its checksums are right and its contents are not', () => {
    expect(refusal(withSections(({ records }) => ({ records: records.map(() => 0x20) })))).toBe('malformed');
    expect(refusal(withSections(({ meta }) => ({ meta: encode({ ...decode(meta), date: 'soon' }) })))).toBe('malformed');
    expect(refusal(withSections(({ meta }) => ({ meta: encode({ ...decode(meta), counts: null }) })))).toBe('malformed');
    const unordered = withSections(({ buckets }) => {
      const changed = buckets.slice();
      new DataView(changed.buffer).setUint32(4, 0xffffffff, true);
      return { buckets: changed };
    });
    expect(refusal(unordered)).toBe('malformed');
    const boundless = withSections(({ posts }) => {
      const changed = posts.slice();
      new DataView(changed.buffer).setInt32(5 * 4, 0x7fffffff, true);
      return { posts: changed };
    });
    expect(refusal(boundless)).toBe('malformed');
  });
});

describe('installing a pack', () => {
  let shelf: Shelf;
  beforeEach(() => {
    fakeBrowser.reset();
    shelf = new Shelf();
  });
  const serving = async () => shelf.packs.get((await installedPackKey()) ?? '') ?? null;

  it('puts it on the shelf, names it in one entry, and gives back what was there', async () => {
    expect(await replacePack(BUNDLED, shelf)).toBeNull();
    expect(await serving()).toBe(BUNDLED);
    expect(await replacePack(OTHER, shelf)).toBe(BUNDLED);
    expect(await serving()).toBe(OTHER);
    expect(shelf.packs.size).toBe(1);
    expect(Object.keys(await fakeBrowser.storage.local.get())).toEqual([PACK_MARKER]);
  });

  it('is undone by removing it, which leaves nothing behind, and removing is undone too', async () => {
    await replacePack(OTHER, shelf);
    const removed = await replacePack(null, shelf);
    expect([await installedPackKey(), shelf.packs.size]).toEqual([null, 0]);
    await replacePack(removed, shelf);
    expect(await serving()).toBe(OTHER);
  });

  it('changes nothing when there is no room', async () => {
    await replacePack(BUNDLED, shelf);
    shelf.full = true;
    await expect(replacePack(OTHER, shelf)).rejects.toThrow('no room');
    expect(await serving()).toBe(BUNDLED);
  });

  it('keeps the old one when the new one cannot be named', async () => {
    await replacePack(BUNDLED, shelf);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('disk'));
    await expect(replacePack(OTHER, shelf)).rejects.toThrow('disk');
    expect(await serving()).toBe(BUNDLED);
    expect(shelf.packs.size).toBe(1);
  });

  it('can be removed when what is stored cannot be had any more', async () => {
    await replacePack(OTHER, shelf);
    shelf.get = () => Promise.reject(new Error('broken'));
    expect(await replacePack(null, shelf)).toBeNull();
    expect(await installedPackKey()).toBeNull();
  });

  it('is heard of by whoever watches, until they stop', async () => {
    const heard = vi.fn();
    const stop = watchInstalledPack(heard);
    await replacePack(OTHER, shelf);
    expect(heard).toHaveBeenLastCalledWith(await installedPackKey());
    await fakeBrowser.storage.local.set({ settings: {} });
    await replacePack(null, shelf);
    expect(heard).toHaveBeenLastCalledWith(null);
    stop();
    await replacePack(OTHER, shelf);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('takes an entry of another form for none', async () => {
    await fakeBrowser.storage.local.set({ [PACK_MARKER]: { key: 'x' } });
    expect(await installedPackKey()).toBeNull();
  });
});

describe('the pack in use', () => {
  const keeper = (given: Partial<PackSources> = {}) => {
    const sources = {
      installed: vi.fn(given.installed ?? (async () => null)),
      stored: vi.fn(given.stored ?? (async () => OTHER)),
      bundled: vi.fn(given.bundled ?? (async () => BUNDLED)),
      forget: vi.fn(given.forget ?? (async () => undefined)),
    };
    return { sources, use: packKeeper(sources) };
  };
  const told = async (use: ReturnType<typeof packKeeper>) => {
    const { pack, problem } = await use();
    return [pack.meta.version, problem];
  };

  it('is the bundled one where none is installed; the store is not opened', async () => {
    const { use, sources } = keeper();
    expect(await told(use)).toEqual(['1.0.0', null]);
    expect(sources.stored).not.toHaveBeenCalled();
  });

  it('is the installed one, read once for all requests of a start', async () => {
    const { use, sources } = keeper({ installed: async () => 'a' });
    const [first, second] = await Promise.all([use(), use()]);
    expect(first.pack).toBe(second.pack);
    expect((await use()).pack).toBe(first.pack);
    expect(await told(use)).toEqual(['2.0.0', null]);
    expect(sources.stored).toHaveBeenCalledTimes(1);
    expect(sources.bundled).not.toHaveBeenCalled();
  });

  it('is asked for anew where what came is no pack, and what was kept of it is dropped', async () => {
    const files = [new Uint8Array(64), BUNDLED];
    const { use, sources } = keeper({ bundled: async () => files.shift()! });
    await expect(use()).rejects.toThrow(PackError);
    expect(sources.forget).toHaveBeenCalledTimes(1);
    expect(await told(use)).toEqual(['1.0.0', null]);
    expect(sources.forget).toHaveBeenCalledTimes(1);
  });

  it('changes with what is installed, without a restart', async () => {
    let key: string | null = null;
    const { use } = keeper({ installed: async () => key });
    expect(await told(use)).toEqual(['1.0.0', null]);
    key = 'a';
    expect(await told(use)).toEqual(['2.0.0', null]);
    key = null;
    expect(await told(use)).toEqual(['1.0.0', null]);
  });

  it('is the bundled one, with the reason, where the installed one is damaged, gone or out of reach', async () => {
    const problemWith = (stored: PackSources['stored']) => told(keeper({ installed: async () => 'a', stored }).use);
    expect(await problemWith(async () => OTHER.subarray(0, 4000))).toEqual(['1.0.0', 'truncated']);
    expect(await problemWith(async () => withField(12, 7))).toEqual(['1.0.0', 'fold-table']);
    expect(await problemWith(async () => null)).toEqual(['1.0.0', 'missing']);
    expect(await problemWith(() => Promise.reject(new Error('no database')))).toEqual(['1.0.0', 'unreadable']);
  });

  it('is not asked for again while it is refused: the store is opened once a start', async () => {
    const { use, sources } = keeper({ installed: async () => 'a', stored: async () => null });
    await use();
    await use();
    expect(sources.stored).toHaveBeenCalledTimes(1);
  });

  it('is tried again at the next request when even the bundled one cannot be read', async () => {
    const { use, sources } = keeper();
    sources.bundled.mockResolvedValueOnce(new Uint8Array(10));
    await expect(use()).rejects.toMatchObject({ name: 'PackError', reason: 'truncated' });
    expect(await told(use)).toEqual(['1.0.0', null]);
  });
});

describe('dataset pack', () => {
  it('writes a file that can be installed, and says its size and what it holds', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'siyaq-pack-')), 'deep', 'x.pack');
    const out = recorder();
    expect(writePack(() => OTHER, file, out)).toBe(0);
    expect(readPackFile(new Uint8Array(readFileSync(file))).meta.version).toBe('2.0.0');
    expect(out.lines[0]).toBe(`${file}: ${OTHER.length} bytes, version 2.0.0 of 2024-06-01`);
    expect(out.lines[1]).toContain('2 people, 2 organizations, 2 posts, 2 memberships, 1 events');
  });

  it('writes nothing that would be refused', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'siyaq-pack-')), 'x.pack');
    expect(() => writePack(() => OTHER.subarray(0, 100), file, recorder())).toThrow(/bytes/);
    expect(existsSync(file)).toBe(false);
  });
});
