import { extensionUrl } from '../browser/extension';
import { Pack } from '../matching/pack';

let loading: Promise<Pack> | null = null;

/**
 * The bundled pack: read once per start of the background, on the first request that needs it. A reading that fails is
 * tried again at the next request.
 * @throws {PackError} when the file is damaged
 */
export function thePack(): Promise<Pack> {
  loading ??= read().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function read(): Promise<Pack> {
  const response = await fetch(extensionUrl('/siyaq.pack'));
  return Pack.read(new Uint8Array(await response.arrayBuffer()));
}
