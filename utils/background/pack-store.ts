import { extensionUrl } from '../browser/extension';
import { installedPackKey, packShelf, watchInstalledPack, type PackProblem } from '../browser/installed-pack';
import { PackError } from '../matching/format';
import { Pack } from '../matching/pack';
import { Followed } from './followed';
import { keptFile } from './kept-file';

/** The pack all answers come from. */
export interface PackInUse {
  pack: Pack;
  /** Why the bundled pack serves although the reader has installed another; null where all is as wanted. */
  problem: PackProblem | null;
}

/** Where packs come from. */
export interface PackSources {
  /** The key of the installed pack; null where there is none. Asked at every request, so it must be quick. */
  installed(): Promise<string | null>;
  /** The installed pack's bytes; null where they are gone. Asked only for a key not read yet. */
  stored(key: string): Promise<Uint8Array | null>;
  bundled(): Promise<Uint8Array>;
  /** What `bundled` gave is no pack: it is to be had anew. */
  forget(): Promise<void>;
}

/**
 * Keeps one pack in memory: the installed one if it can be used, else the bundled one. Read on the first request, and
 * again when the installed one has changed; a reading that fails altogether is tried again at the next request.
 * @returns what gives the pack; it throws a PackError when the bundled file itself is damaged
 */
export function packKeeper(sources: PackSources): () => Promise<PackInUse> {
  let kept: { key: string | null; use: Promise<PackInUse> } | null = null;
  return async () => {
    const key = await sources.installed();
    if (kept?.key !== key) {
      const next = { key, use: read(sources, key) };
      kept = next;
      next.use.catch(() => {
        if (kept === next) kept = null;
      });
    }
    return kept!.use;
  };
}

async function read(sources: PackSources, key: string | null): Promise<PackInUse> {
  const installed = key === null ? null : await readInstalled(sources, key);
  if (installed instanceof Pack) return { pack: installed, problem: null };
  const file = await sources.bundled();
  try {
    return { pack: Pack.read(file), problem: installed };
  } catch (error) {
    await sources.forget();
    throw error;
  }
}

async function readInstalled(sources: PackSources, key: string): Promise<Pack | PackProblem> {
  try {
    const bytes = await sources.stored(key);
    return bytes ? Pack.read(bytes) : 'missing';
  } catch (error) {
    return error instanceof PackError ? error.reason : 'unreadable';
  }
}

/** The key of the installed pack, as the answers to pages use it. */
export const packKey = new Followed(installedPackKey, watchInstalledPack);

const bundledFile = keptFile(async () => (await fetch(extensionUrl('/siyaq.pack'))).blob(), import.meta.env.SIYAQ_PACK ?? '');
let early: Promise<Uint8Array> | null = null;

/**
 * Asks for the bundled file before the first request has come through: what starts the background is mostly an article
 * that waits for it.
 */
export function fetchEarly(): void {
  early = bundledFile.get();
  // Whoever needs it hears of the failure; the next request tries again.
  early.catch(() => undefined);
}

/** The pack in use, with what there is to say about it. */
export const packInUse = packKeeper({
  installed: () => packKey.get(),
  stored: (key) => packShelf.get(key),
  bundled() {
    const file = early ?? bundledFile.get();
    early = null;
    return file;
  },
  forget: () => bundledFile.forget(),
});

/**
 * The pack in use.
 * @throws {PackError} when the bundled file is damaged
 */
export async function thePack(): Promise<Pack> {
  return (await packInUse()).pack;
}
