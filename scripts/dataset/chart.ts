/** A bar of a chart: stacked values under one label. */
export interface Bar {
  label: string;
  values: readonly number[];
}

const LEFT = 112;
const WIDTH = 640;
const ROW = 18;
const TOP = 58;
/** Told apart by lightness too, and readable on white and on black. */
const COLOURS = ['#4f8fc0', '#d08a3c', '#7a9a52'];
const INK = '#808890';

/**
 * A horizontal bar chart as SVG without a background, its text grey: it reads on light pages and on dark ones.
 * @param series names of the values of every bar, in their order; three at most
 */
export function barChart(title: string, series: readonly string[], bars: readonly Bar[]): string {
  const totals = bars.map(({ values }) => values.reduce((sum, v) => sum + v, 0));
  const most = Math.max(1, ...totals);
  const scale = (WIDTH - LEFT - 60) / most;
  const height = TOP + bars.length * ROW + 12;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escape(title)}" font-family="system-ui, sans-serif" font-size="12" fill="${INK}">`,
    `<title>${escape(title)}</title>`,
    `<text x="12" y="20" font-size="14">${escape(title)}</text>`,
    ...series.map((name, i) => `<rect x="${12 + i * 150}" y="32" width="10" height="10" fill="${COLOURS[i]}"/><text x="${28 + i * 150}" y="41">${escape(name)}</text>`),
  ];
  bars.forEach(({ label, values }, row) => {
    const y = TOP + row * ROW;
    parts.push(`<text x="${LEFT - 8}" y="${y + 11}" text-anchor="end">${escape(label)}</text>`);
    let x = LEFT;
    values.forEach((value, i) => {
      const width = Math.round(value * scale * 10) / 10;
      if (width > 0) parts.push(`<rect x="${round(x)}" y="${y + 1}" width="${width}" height="${ROW - 5}" fill="${COLOURS[i]}"/>`);
      x += width;
    });
    parts.push(`<text x="${round(x + 6)}" y="${y + 11}">${totals[row]}</text>`);
  });
  return `${parts.join('\n')}\n</svg>\n`;
}

const round = (value: number) => Math.round(value * 10) / 10;

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
