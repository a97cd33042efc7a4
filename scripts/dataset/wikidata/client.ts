import { z } from 'zod';

/** SPARQL 1.1 query results in JSON (https://www.w3.org/TR/sparql11-results-json/), as far as they are read. */
const results = z.object({
  head: z.object({ vars: z.array(z.string()) }),
  results: z.object({ bindings: z.array(z.record(z.string(), z.object({ type: z.string(), value: z.string() }))) }),
});

/** One solution: variable to value. */
export type Binding = Record<string, string>;

export interface ClientOptions {
  endpoint: string;
  /** Says who asks, and how to reach them: the service's etiquette. */
  userAgent: string;
  /** Milliseconds for one request, its answer read to the end. */
  timeout: number;
  /** How often one request is tried before it is given up. */
  attempts: number;
  /** Milliseconds of the first pause; each next one may be twice as long. */
  pause: number;
  /** Longest pause, in milliseconds; a Retry-After beyond it gives the request up. */
  longestPause: number;
  /** Told of every pause: which attempt failed, why, and the milliseconds until the next. */
  onRetry: (attempt: number, reason: string, wait: number) => void;
}

/** Thrown when the service did not answer, or not with results. */
export class QueryError extends Error {
  override name = 'QueryError';
}

/** Passing troubles, worth another try. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

class Passing extends Error {
  constructor(
    message: string,
    /** Milliseconds the service asks to wait. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}

/**
 * Asks one query, again after time-outs, broken answers and the service's own "later", with pauses that grow and vary.
 * @throws {QueryError} naming the endpoint and the last reason
 */
export async function query(sparql: string, options: ClientOptions): Promise<Binding[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(sparql, options);
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      if (attempt >= options.attempts) throw new QueryError(`${options.endpoint}: ${error.message}, ${attempt} times`, { cause: error });
      const wait = pauseAfter(attempt, error, options);
      options.onRetry(attempt, error.message, wait);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** What the service asks for, or else anything up to a bound that doubles each time: callers do not return all at once. */
function pauseAfter(attempt: number, error: Passing, { endpoint, pause, longestPause }: ClientOptions): number {
  if (error.retryAfter === null) return Math.round(Math.min(longestPause, pause * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2));
  if (error.retryAfter > longestPause) throw new QueryError(`${endpoint}: asks to come back in ${Math.ceil(error.retryAfter / 1000)} s; run it again then`);
  return error.retryAfter;
}

async function once(sparql: string, { endpoint, userAgent, timeout }: ClientOptions): Promise<Binding[]> {
  let status: number;
  let headers: Headers;
  let body: string;
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { accept: 'application/sparql-results+json', 'content-type': 'application/x-www-form-urlencoded', 'user-agent': userAgent },
      body: new URLSearchParams({ query: sparql, format: 'json' }).toString(),
      signal: AbortSignal.timeout(timeout),
    });
    ({ status, headers } = response);
    body = await response.text();
  } catch (error) {
    const { name, message, cause } = error as Error;
    throw new Passing(name === 'TimeoutError' ? `no answer within ${timeout} ms` : `cannot be reached: ${(cause as Error | undefined)?.message ?? message}`);
  }
  if (PASSING.has(status)) throw new Passing(`answered ${status}`, retryAfter(headers.get('retry-after')));
  if (status !== 200) throw new QueryError(`${endpoint}: answered ${status}: ${body.trim().split('\n')[0]!.slice(0, 200)}`);
  return parse(body);
}

function parse(body: string): Binding[] {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    // The service breaks an answer off when its own time is up.
    throw new Passing(`an answer that is no whole JSON (${body.length} characters)`);
  }
  const result = results.safeParse(json);
  if (!result.success) throw new QueryError(`an answer that is no SPARQL result: ${result.error.issues[0]!.path.join('.')}: ${result.error.issues[0]!.message}`);
  return result.data.results.bindings.map((binding) => Object.fromEntries(Object.entries(binding).map(([name, { value }]) => [name, value])));
}

/** Retry-After in milliseconds: seconds, or a date (RFC 9110, 10.2.3). */
function retryAfter(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}
