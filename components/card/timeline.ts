/** Where the bars of a row of terms in office go. Pure: lengths are shares of the chart's width, in percent. */

/** A term as the chart needs it; days are YYYY-MM-DD. */
export interface Term {
  start: string;
  end: string | null;
  acting: boolean;
}

/** One bar. */
export interface Bar {
  /** Index of its term. */
  term: number;
  x: number;
  width: number;
  /** Row: terms held at once stand below each other. */
  lane: number;
  acting: boolean;
  /** Held on the article's date. */
  current: boolean;
}

/** A whole chart. */
export interface TimelineLayout {
  bars: Bar[];
  lanes: number;
  /** Where the article's date is. */
  now: number;
  ticks: { x: number; year: number }[];
}

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.25;
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100];
const MOST_TICKS = 5;
/** Thinner than this a bar cannot be seen. */
const LEAST_WIDTH = 1.6;
const MOST_LANES = 5;

const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;

/** Lays terms out from the oldest to the later of today and the article's date; right to left, the oldest is on the right. */
export function layoutTimeline(terms: readonly Term[], articleDate: string, today: string, rightToLeft: boolean): TimelineLayout {
  const article = dayOf(articleDate);
  const latest = Math.max(article, dayOf(today));
  const spans = terms.map(({ start, end }) => {
    const from = dayOf(start);
    return { from, to: Math.max(from + 1, end === null ? Math.max(latest, from + 1) : dayOf(end) + 1) };
  });
  const first = Math.min(article, ...spans.map(({ from }) => from));
  const last = Math.max(article + 1, ...spans.map(({ to }) => to));
  // A margin, so that a line at either end is inside the chart; and never less than a year, or days would look like eras.
  const length = Math.max(last - first, YEAR_DAYS);
  const begin = first - length * 0.02;
  const end = first + length * 1.02;
  const share = (day: number): number => ((day - begin) / (end - begin)) * 100;
  const place = (day: number): number => (rightToLeft ? 100 - share(day) : share(day));

  const laneEnds: number[] = [];
  const lanes = new Array<number>(terms.length);
  for (const index of [...spans.keys()].sort((a, b) => spans[a].from - spans[b].from)) {
    // A day of overlap is a handover, not two offices at once.
    let lane = laneEnds.findIndex((ends) => ends <= spans[index].from + 2);
    if (lane < 0) lane = laneEnds.length < MOST_LANES ? laneEnds.length : MOST_LANES - 1;
    laneEnds[lane] = Math.max(laneEnds[lane] ?? -Infinity, spans[index].to);
    lanes[index] = lane;
  }

  const bars = spans.map(({ from, to }, index): Bar => {
    const width = Math.max(share(to) - share(from), LEAST_WIDTH);
    const x = Math.min(Math.max(rightToLeft ? place(to) : place(from), 0), 100 - width);
    return { term: index, x, width, lane: lanes[index], acting: terms[index].acting, current: from <= article && article < to };
  });
  return { bars, lanes: laneEnds.length, now: place(article), ticks: yearTicks(begin, end, place) };
}

function yearTicks(begin: number, end: number, place: (day: number) => number): TimelineLayout['ticks'] {
  const [from, to] = [begin, end].map((day) => new Date(day * DAY_MS).getUTCFullYear());
  const step = STEPS.find((years) => (to - from) / years <= MOST_TICKS) ?? STEPS[STEPS.length - 1];
  const ticks: TimelineLayout['ticks'] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    const x = place(dayOf(`${String(year).padStart(4, '0')}-01-01`));
    // Nearer to the edge the figures would be cut off.
    if (x >= 4 && x <= 96) ticks.push({ x, year });
  }
  return ticks;
}
