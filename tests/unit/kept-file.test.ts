import { describe, expect, it, vi } from 'vitest';
import { keptFile } from '../../utils/background/kept-file';

/** Caches in memory, as much of them as is used. */
function shelvesOf(kept: Map<string, Blob>): CacheStorage {
  const cache = {
    match: async (address: string) => (kept.has(address) ? new Response(kept.get(address)) : undefined),
    keys: async () => [...kept.keys()].map((url) => ({ url })),
    delete: async (request: string | { url: string }) => kept.delete(typeof request === 'string' ? request : request.url),
    put: async (address: string, response: Response) => void kept.set(address, await response.blob()),
  };
  return { open: async () => cache } as unknown as CacheStorage;
}

const original = (...bytes: number[]) => vi.fn(async () => new Blob([new Uint8Array(bytes)]));

describe('a kept file', () => {
  it('is fetched once, and comes from its copy then', async () => {
    const kept = new Map<string, Blob>();
    const fetchFile = original(1, 2, 3);
    expect([...(await keptFile(fetchFile, 'a', shelvesOf(kept)).get())]).toEqual([1, 2, 3]);
    await vi.waitFor(() => expect(kept.size).toBe(1));
    expect([...(await keptFile(fetchFile, 'a', shelvesOf(kept)).get())]).toEqual([1, 2, 3]);
    expect(fetchFile).toHaveBeenCalledTimes(1);
  });

  it('is fetched anew under another key, and the copy under the old one goes', async () => {
    const kept = new Map<string, Blob>();
    await keptFile(original(1), 'a', shelvesOf(kept)).get();
    await vi.waitFor(() => expect(kept.size).toBe(1));
    expect([...(await keptFile(original(2), 'b', shelvesOf(kept)).get())]).toEqual([2]);
    await vi.waitFor(() => expect([...kept.keys()]).toEqual(['https://siyaq.invalid/b']));
  });

  it('is fetched anew once its copy is forgotten', async () => {
    const kept = new Map<string, Blob>();
    const file = keptFile(original(7), 'a', shelvesOf(kept));
    await file.get();
    await vi.waitFor(() => expect(kept.size).toBe(1));
    await file.forget();
    expect(kept.size).toBe(0);
    expect([...(await file.get())]).toEqual([7]);
  });

  it.each([
    ['a browser without caches', 'a', undefined],
    ['a cache that refuses', 'a', { open: async () => Promise.reject(new Error('quota')) } as unknown as CacheStorage],
    ['no key', '', shelvesOf(new Map())],
  ])('comes from its original with %s', async (_, key, shelves) => {
    const fetchFile = original(9);
    const file = keptFile(fetchFile, key, shelves);
    expect([...(await file.get())]).toEqual([9]);
    await file.forget();
    expect([...(await file.get())]).toEqual([9]);
    expect(fetchFile).toHaveBeenCalledTimes(2);
  });
});
