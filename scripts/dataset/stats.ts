import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Dataset } from '../../utils/dataset/schema';
import { loadDataset } from '../../utils/dataset/source';
import { datasetStats, type CountryStats, type Stats } from '../../utils/dataset/stats';
import { table } from '../lib/table';
import { barChart } from './chart';
import type { Console } from './console';

const HEADINGS = ['country or body', 'people', 'organizations', 'posts', 'memberships', 'events'];
/** Bars of the chart: the countries with most, the others together. */
const BARS = 30;

/** Between these lines of a page stands what {@link publishStats} wrote last. */
const BEGIN = '<!-- coverage: begin (npm run dataset -- stats --markdown) -->';
const END = '<!-- coverage: end -->';

/**
 * Prints what the dataset holds, as tables or as JSON.
 * @param root the dataset's folder
 * @throws {DatasetError} when the sources break the schema
 */
export function stats(root: string, json: boolean, out: Console): number {
  const { dataset } = loadDataset(root);
  const counted = datasetStats(dataset);
  out.log(json ? JSON.stringify(counted, null, 1) : plain(dataset, counted));
  return 0;
}

/**
 * Puts the counts into a page of Markdown, between its marks, and draws the chart it shows.
 * @param page the page; it must hold the two marks
 * @param chart where to write the chart of coverage, an SVG
 * @throws {Error} when the page has no marks
 */
export function publishStats(root: string, page: string, chart: string, out: Console): number {
  const { dataset } = loadDataset(root);
  const counted = datasetStats(dataset);
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${page}: has no lines «${BEGIN}» and «${END}»`);
  writeFileSync(page, `${text.slice(0, from + BEGIN.length)}\n${markdown(dataset, counted)}\n${text.slice(to)}`);
  mkdirSync(dirname(chart), { recursive: true });
  writeFileSync(chart, coverageChart(dataset, counted));
  out.log(`written: ${page}, ${chart}`);
  return 0;
}

function plain(dataset: Dataset, counted: Stats): string {
  const { totals } = counted;
  const blocks = [
    table(['', 'count'], Object.entries(totals).map(([key, value]) => [key, String(value)])),
    table(HEADINGS, countryRows(dataset, counted.countries)),
    table(['rank of post', 'posts'], pairs(counted.ranks)),
    table(['class of organization', 'organizations'], pairs(counted.organizationClasses)),
    table(['class of event', 'events'], pairs(counted.eventClasses)),
    table(['year', 'memberships that began', 'events'], counted.years.map((y) => [y.year, String(y.memberships), String(y.events)])),
    table(['in office, last verified in', 'memberships'], pairs(counted.verified)),
  ];
  return blocks.join('\n\n');
}

function markdown(dataset: Dataset, counted: Stats): string {
  const { totals, sourcesPerFact: per } = counted;
  const facts = per.one + per.two + per.more;
  const recent = counted.years.filter((y) => y.year >= '2010');
  const earlier = counted.years.filter((y) => y.year < '2010');
  const sum = (rows: Stats['years'], key: 'memberships' | 'events') => String(rows.reduce((total, row) => total + row[key], 0));
  return [
    `${totals.people} people, ${totals.organizations} organizations, ${totals.posts} posts, ${totals.memberships} memberships and ${totals.events} events, under ${totals.names} Arabic ` +
      `names, from ${totals.sources} pages of ${totals.publishers} publishers (${totals.officialSources} of the pages official). Of ${facts} memberships and events, ${per.one} cite one ` +
      `page, ${per.two} two, ${per.more} three or more. The newest page is of ${counted.newestSource}.`,
    rows(HEADINGS, countryRows(dataset, counted.countries)),
    rows(['Rank of post', 'Posts'], pairs(counted.ranks)),
    rows(['Class of organization', 'Organizations'], pairs(counted.organizationClasses)),
    rows(['Class of event', 'Events'], pairs(counted.eventClasses)),
    rows(
      ['Year', 'Memberships that began', 'Events'],
      [['before 2010', sum(earlier, 'memberships'), sum(earlier, 'events')], ...recent.map((y) => [y.year, String(y.memberships), String(y.events)])],
    ),
    rows(['Shown in office, last verified in', 'Memberships'], Object.entries(counted.verified).sort(([a], [b]) => (a < b ? 1 : -1)).map(([year, n]) => [year, String(n)])),
  ].join('\n\n');
}

/** A Markdown table, numbers to the right. */
function rows(headings: readonly string[], cells: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [line(headings), `|---${'|---:'.repeat(headings.length - 1)}|`, ...cells.map(line)].join('\n');
}

const pairs = (counts: Record<string, number>) => Object.entries(counts).map(([key, value]) => [key, String(value)]);

function countryRows(dataset: Dataset, countries: readonly CountryStats[]): string[][] {
  return countries.map(({ code, ...c }) => [labelOf(dataset, code), ...[c.people, c.organizations, c.posts, c.memberships, c.events].map(String)]);
}

function labelOf(dataset: Dataset, code: string): string {
  const name = dataset.countries.find((c) => c.code === code)?.name.en ?? dataset.organizations.find((o) => o.id === `${code}/organization/${code}`)?.name.en;
  // A body's folder without a body of that name: an acronym, or words.
  return name ?? (code.length <= 4 ? code.toUpperCase() : code.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase().replace('-', ' ')));
}

function coverageChart(dataset: Dataset, { countries }: Stats): string {
  const bySize = [...countries].sort((a, b) => b.memberships + b.events - a.memberships - a.events);
  const bar = (label: string, list: readonly CountryStats[]) => ({ label, values: [list.reduce((n, c) => n + c.memberships, 0), list.reduce((n, c) => n + c.events, 0)] });
  const rest = bySize.slice(BARS);
  return barChart('Memberships and events by country', ['memberships', 'events'], [
    ...bySize.slice(0, BARS).map((c) => bar(shortened(labelOf(dataset, c.code)), [c])),
    ...(rest.length > 0 ? [bar(`${rest.length} others`, rest)] : []),
  ]);
}

const shortened = (label: string) => (label.length > 16 ? `${label.slice(0, 15)}…` : label);
