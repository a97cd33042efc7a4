/** Unified diffs of text files, as `git apply` and `patch` read them. */

const CONTEXT = 3;
/** Beyond this many cells the middle of two files is said to be replaced as a whole. */
const MAX_CELLS = 4_000_000;

interface Step {
  sign: ' ' | '-' | '+';
  line: string;
}

/**
 * The unified diff that makes `after` of `before`; empty where they are equal.
 * @param file its path, as both headers name it; a file that was empty or is empty is told as made or taken away
 */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const steps = compare(linesOf(before), linesOf(after));
  const head = `--- ${before === '' ? '/dev/null' : `a/${file}`}\n+++ ${after === '' ? '/dev/null' : `b/${file}`}\n`;
  return head + hunks(steps).join('');
}

/** Lines with their ends; the last may have none. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function compare(a: readonly string[], b: readonly string[]): Step[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const same = (line: string): Step => ({ sign: ' ', line });
  return [
    ...a.slice(0, start).map(same),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ];
}

/** Longest common subsequence of the lines that differ. */
function middle(a: readonly string[], b: readonly string[]): Step[] {
  const width = b.length + 1;
  if ((a.length + 1) * width > MAX_CELLS) return [...a.map((line): Step => ({ sign: '-', line })), ...b.map((line): Step => ({ sign: '+', line }))];
  const length = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i * width + j] = a[i] === b[j] ? length[(i + 1) * width + j + 1]! + 1 : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
    }
  }
  const steps: Step[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      steps.push({ sign: ' ', line: a[i++]! });
      j++;
    } else if (j === b.length || (i < a.length && length[(i + 1) * width + j]! >= length[i * width + j + 1]!)) steps.push({ sign: '-', line: a[i++]! });
    else steps.push({ sign: '+', line: b[j++]! });
  }
  return steps;
}

function hunks(steps: readonly Step[]): string[] {
  const out: string[] = [];
  let oldLine = 1;
  let newLine = 1;
  let at = 0;
  while (at < steps.length) {
    const change = steps.findIndex((step, i) => i >= at && step.sign !== ' ');
    if (change < 0) break;
    const from = Math.max(at, change - CONTEXT);
    oldLine += from - at;
    newLine += from - at;
    let to = change;
    for (let quiet = 0, i = change; i < steps.length && quiet <= 2 * CONTEXT; i++) {
      quiet = steps[i]!.sign === ' ' ? quiet + 1 : 0;
      if (quiet === 0) to = i + 1;
    }
    to = Math.min(steps.length, to + CONTEXT);
    const hunk = steps.slice(from, to);
    const [olds, news] = [hunk.filter((s) => s.sign !== '+').length, hunk.filter((s) => s.sign !== '-').length];
    const range = (line: number, count: number) => `${count === 0 ? line - 1 : line},${count}`;
    out.push(`@@ -${range(oldLine, olds)} +${range(newLine, news)} @@\n${hunk.map(({ sign, line }) => `${sign}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`).join('')}`);
    oldLine += olds;
    newLine += news;
    at = to;
  }
  return out;
}
