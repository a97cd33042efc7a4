import { createInterface, type Interface } from 'node:readline';

/** Thrown when the answers end before the questions. */
export class EndOfAnswers extends Error {
  override name = 'EndOfAnswers';
  constructor() {
    super('the answers ended before the questions: nothing was written');
  }
}

/** What an answer was read as, or why it cannot be taken. */
export type Answer<T> = { value: T } | { reason: string };

/** Asks questions on one stream and reads answers, a line each, from another. */
export class Prompt {
  private readonly lines: string[] = [];
  private readonly reader: Interface;
  private waiting: ((line: string | null) => void) | null = null;
  private ended = false;

  constructor(
    input: NodeJS.ReadableStream,
    private readonly output: NodeJS.WritableStream,
  ) {
    this.reader = createInterface({ input, terminal: false });
    this.reader.on('line', (line) => {
      if (this.waiting) this.waiting(line);
      else this.lines.push(line);
      this.waiting = null;
    });
    this.reader.on('close', () => {
      this.ended = true;
      this.waiting?.(null);
    });
  }

  /**
   * Asks until the answer can be taken, saying each time why one cannot.
   * @throws {EndOfAnswers}
   */
  async ask<T>(question: string, read: (answer: string) => Answer<T>): Promise<T> {
    for (;;) {
      this.output.write(`${question}: `);
      const line = await this.line();
      const answer = read(line.trim());
      if ('value' in answer) return answer.value;
      this.output.write(`  ${answer.reason}\n`);
    }
  }

  /** Asks for one more until the answer is blank. */
  async askMany<T>(question: string, read: (answer: string) => Answer<T>): Promise<T[]> {
    const values: T[] = [];
    for (;;) {
      const value = await this.ask<T | null>(`${question} (blank: no more)`, (answer) => (answer === '' ? { value: null } : read(answer)));
      if (value === null) return values;
      values.push(value);
    }
  }

  say(line: string): void {
    this.output.write(`${line}\n`);
  }

  close(): void {
    this.reader.close();
  }

  private async line(): Promise<string> {
    const ready = this.lines.shift();
    if (ready !== undefined) return ready;
    const line = this.ended ? null : await new Promise<string | null>((resolve) => (this.waiting = resolve));
    if (line === null) throw new EndOfAnswers();
    return line;
  }
}
