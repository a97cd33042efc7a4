import type { Places, Problem } from '../source';

/** What a finding is about; warnings are grouped by it. */
export const FINDING_KINDS = [
  'reference', 'sources', 'dates', 'succession', 'stale', 'ambiguous', 'spelling', 'title', 'duplicate', 'unused',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** A problem of the data, and what it is about. */
export interface Finding extends Problem {
  kind: FindingKind;
}

/** What the checks found: problems refuse the dataset, warnings ask for a look. */
export interface Report {
  problems: Finding[];
  warnings: Finding[];
}

/** Collects findings, and says where the entity they are about stands. */
export class Findings {
  readonly report: Report = { problems: [], warnings: [] };
  constructor(private readonly places: Places) {}

  /** Something that refuses the dataset. */
  problem(kind: FindingKind, entity: string, field: string, message: string): void {
    this.report.problems.push(this.at(kind, entity, field, message));
  }

  /** Something that asks for a look. */
  warn(kind: FindingKind, entity: string, field: string, message: string): void {
    this.report.warnings.push(this.at(kind, entity, field, message));
  }

  private at(kind: FindingKind, entity: string, field: string, message: string): Finding {
    const place = this.places.get(entity);
    return { kind, file: place?.file ?? '', line: place?.line ?? 1, entity, field, message };
  }
}
