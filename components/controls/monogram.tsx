import type { EntityKind } from '../../utils/matching/types';
import { monogram } from '../card/text';

/** Stands for a face: the letters of the name, round for people, square for bodies. Never read out. */
export function Monogram(props: { name: string; kind: EntityKind }) {
  return (
    <span class="monogram" data-kind={props.kind} aria-hidden="true">
      {monogram(props.name, props.kind)}
    </span>
  );
}
