/**
 * The SPARQL that asks for a country's offices and who held them. Properties: P297 ISO 3166-1 alpha-2 code, P17 country,
 * P1001 applies to jurisdiction, P39 position held, P580 start time, P582 end time.
 * @param country ISO 3166-1 alpha-2, upper case
 * @param after the last statement of the page before, an IRI; empty for the first page
 * @param limit statements of one page
 * @throws {RangeError} for a country or statement that is none: nothing else gets into the query
 */
export function holdersQuery(country: string, after: string, limit: number): string {
  if (!/^[A-Z]{2}$/.test(country)) throw new RangeError(`${country}: a country is an ISO 3166-1 alpha-2 code in capitals`);
  if (!/^[\w:/.#-]*$/.test(after)) throw new RangeError(`${after}: not the IRI of a statement`);
  const label = (item: string, lang: string) => `OPTIONAL { ?${item} rdfs:label ?${item}_${lang} . FILTER(LANG(?${item}_${lang}) = "${lang}") }`;
  const languages = ['ar', 'en', 'fr'];
  const date = (property: string, name: string) =>
    `OPTIONAL { ?statement pqv:${property} ?${name}Node . ?${name}Node wikibase:timeValue ?${name} ; wikibase:timePrecision ?${name}Precision . }`;
  return `SELECT ?statement ?office ?person ?start ?startPrecision ?end ?endPrecision
  ${languages.flatMap((lang) => [`?office_${lang}`, `?person_${lang}`]).join(' ')}
  (GROUP_CONCAT(DISTINCT ?alias; SEPARATOR="|") AS ?aliases)
WHERE {
  { SELECT DISTINCT ?statement ?office ?person WHERE {
    ?country wdt:P297 "${country}" .
    ?office wdt:P1001|wdt:P17 ?country .
    ?statement ps:P39 ?office .
    ?person p:P39 ?statement .
    MINUS { ?statement wikibase:rank wikibase:DeprecatedRank }
    FILTER(STR(?statement) > "${after}")
  } ORDER BY STR(?statement) LIMIT ${limit} }
  ${date('P580', 'start')}
  ${date('P582', 'end')}
  ${['office', 'person'].flatMap((item) => languages.map((lang) => label(item, lang))).join('\n  ')}
  OPTIONAL { ?person skos:altLabel ?alias . FILTER(LANG(?alias) = "ar") }
}
GROUP BY ?statement ?office ?person ?start ?startPrecision ?end ?endPrecision ${languages.flatMap((lang) => [`?office_${lang}`, `?person_${lang}`]).join(' ')}
ORDER BY STR(?statement)`;
}
