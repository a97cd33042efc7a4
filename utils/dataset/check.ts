import { checkAmbiguity } from './checks/ambiguity';
import { checkIdentity } from './checks/identity';
import { checkOrthography } from './checks/orthography';
import { checkReferences } from './checks/references';
import { Findings, type Report } from './checks/report';
import { checkTerms } from './checks/terms';
import type { Dataset } from './schema';
import type { Places } from './source';

export type { Finding, Report } from './checks/report';

/**
 * What the entries say of each other: ids and sources that exist, sources enough for the rank, dates in order,
 * successions without gap or overlap, terms verified within the year, Arabic written with Arabic letters, one entry per
 * person, and no name left unmarked that could be taken for something else.
 * @param today the day the check runs for, as YYYY-MM-DD: staleness is measured from it
 */
export function checkDataset(dataset: Dataset, places: Places, today: string): Report {
  const findings = new Findings(places);
  checkReferences(dataset, findings);
  checkTerms(dataset, findings, today);
  checkOrthography(dataset, findings);
  checkIdentity(dataset, findings);
  checkAmbiguity(dataset, findings);
  return findings.report;
}
