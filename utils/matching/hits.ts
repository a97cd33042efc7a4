import { NAME_BYTES } from './index-view';

/** One name of the index found in a text. Offsets are UTF-16 units. */
export interface Hit {
  /** First token and number of tokens. */
  token: number;
  tokens: number;
  /** Where the name's letters begin (behind clitics) and end. */
  start: number;
  end: number;
  /** The name in the index. */
  name: number;
  /** Clitic letters before it in the same word. */
  clitics: number;
}

/** Numbers per find: token, number of tokens, start, end, clitics, first name, number of names. */
const STRIDE = 7;

/**
 * What a scan found, in numbers that the next scan writes over. One find is one written form and all the names
 * that are so written.
 */
export class Hits implements Iterable<Hit> {
  /** Number of finds. */
  finds = 0;
  private data = new Int32Array(64 * STRIDE);

  clear(): void {
    this.finds = 0;
  }

  /** Adds a find: `names` names from `name` on. */
  add(token: number, tokens: number, start: number, end: number, clitics: number, name: number, names: number): void {
    const at = this.finds++ * STRIDE;
    if (at === this.data.length) {
      const longer = new Int32Array(at * 2);
      longer.set(this.data);
      this.data = longer;
    }
    const { data } = this;
    data[at] = token;
    data[at + 1] = tokens;
    data[at + 2] = start;
    data[at + 3] = end;
    data[at + 4] = clitics;
    data[at + 5] = name;
    data[at + 6] = names;
  }

  /** Number of tokens of a find. */
  tokens(find: number): number {
    return this.data[find * STRIDE + 1];
  }

  /** First token of a find. */
  token(find: number): number {
    return this.data[find * STRIDE];
  }

  /** Where a find's letters begin, behind clitics. */
  start(find: number): number {
    return this.data[find * STRIDE + 2];
  }

  /** Where they end. */
  end(find: number): number {
    return this.data[find * STRIDE + 3];
  }

  /** Clitic letters before them in the same word. */
  clitics(find: number): number {
    return this.data[find * STRIDE + 4];
  }

  /** First name of a find. */
  name(find: number): number {
    return this.data[find * STRIDE + 5];
  }

  /** Number of names of a find. */
  names(find: number): number {
    return this.data[find * STRIDE + 6];
  }

  /** Number of hits: of names, not of places. */
  get count(): number {
    let count = 0;
    for (let find = 0; find < this.finds; find++) count += this.names(find);
    return count;
  }

  /** Every hit, by token. The object given is one and the same each time: keep its fields, not it. */
  *[Symbol.iterator](): Generator<Hit> {
    const { data } = this;
    const hit: Hit = { token: 0, tokens: 0, start: 0, end: 0, name: 0, clitics: 0 };
    for (let at = 0; at < this.finds * STRIDE; at += STRIDE) {
      hit.token = data[at];
      hit.tokens = data[at + 1];
      hit.start = data[at + 2];
      hit.end = data[at + 3];
      hit.clitics = data[at + 4];
      const end = data[at + 5] + data[at + 6] * NAME_BYTES;
      for (hit.name = data[at + 5]; hit.name < end; hit.name += NAME_BYTES) yield hit;
    }
  }
}
