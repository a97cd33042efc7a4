import type { CardContent } from '../../utils/browser/protocol';
import { Fold } from './Fold';
import { label, type Labels } from './text';
import { layoutTimeline } from './timeline';

const LANE = 14;
const BAR = 9;
const TOP = 16;
const AXIS = 18;

interface Props {
  terms: CardContent['timeline'];
  articleDate: CardContent['date'];
  today: string;
  rightToLeft: boolean;
  labels: Labels;
}

/** Terms in office as bars, with the article's date as a line; the same as a table, which can be shown. */
export function Timeline(props: Props) {
  return <Fold>{(asTable, toggle) => <Chart {...props} asTable={asTable} toggle={toggle} />}</Fold>;
}

function Chart({ terms, articleDate, today, rightToLeft, labels, asTable, toggle }: Props & { asTable: boolean; toggle: () => void }) {
  const { bars, lanes, now, ticks } = layoutTimeline(terms, articleDate.iso, today, rightToLeft);
  const bottom = TOP + lanes * LANE;
  // Beside its line, on the side with more room.
  const flip = now > 50;
  return (
    <section class="section timeline" aria-label={label(labels, 'card_timeline')}>
      <div class="heading-row">
        <h3>{label(labels, 'card_timeline')}</h3>
        <button type="button" class="quiet" aria-expanded={asTable} onClick={toggle}>
          {label(labels, asTable ? 'card_less' : 'card_more')}
        </button>
      </div>
      <svg class="chart" width="100%" height={bottom + AXIS} aria-hidden="true" focusable="false">
        <defs>
          {['hatch', 'hatch-current'].map((name) => (
            <pattern
              key={name}
              id={`siyaq-${name}`}
              class={name}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect class="hatch-ground" width="6" height="6" />
              <rect class="hatch-line" width="2.5" height="6" />
            </pattern>
          ))}
        </defs>
        {ticks.map(({ x, year }) => (
          <g key={year}>
            <line class="tick" x1={`${x}%`} x2={`${x}%`} y1={TOP - 2} y2={bottom + 3} />
            <text class="year" x={`${x}%`} y={bottom + AXIS - 3} text-anchor="middle">
              {year}
            </text>
          </g>
        ))}
        {bars.map(({ term, x, width, lane, acting, current }) => (
          <rect
            key={term}
            class={acting ? 'bar' : current ? 'bar full current' : 'bar full'}
            fill={acting ? `url(#siyaq-hatch${current ? '-current' : ''})` : undefined}
            x={`${x}%`}
            y={TOP + lane * LANE + (LANE - BAR) / 2}
            width={`${width}%`}
            height={BAR}
            rx="2.5"
          >
            <title>{`${terms[term].label} · ${terms[term].period}`}</title>
          </rect>
        ))}
        <line class="now" x1={`${now}%`} x2={`${now}%`} y1={2} y2={bottom + 3} />
        <text class="now-label" x={`${now}%`} dx={flip ? -5 : 5} y={10} text-anchor={flip ? 'end' : 'start'}>
          {label(labels, 'card_article_date')}
        </text>
      </svg>
      <div class={asTable ? 'terms' : 'terms unseen'}>
        <table>
          <thead>
            <tr>
              <th scope="col">{label(labels, 'card_timeline_role')}</th>
              <th scope="col">{label(labels, 'card_timeline_period')}</th>
            </tr>
          </thead>
          <tbody>
            {terms.map((term, index) => (
              <tr key={index}>
                <td>
                  {term.label}
                  {term.acting && <span class="acting"> ({label(labels, 'card_acting')})</span>}
                </td>
                <td>{term.period}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
