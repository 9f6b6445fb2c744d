import type { Citation } from '../domain/finding.js';
import type { Column } from './column.js';

/** The article of each row on paper, and the whole citation in JSON. */
export const citationColumns = <Row extends { citation: Citation }>(heading: string): Column<Row>[] => [
  {
    key: 'article',
    heading,
    kind: 'text',
    value: ({ citation }) => citation.article,
    paperOnly: true,
    secondary: true,
  },
  { key: 'citation', heading: '', kind: 'json', value: ({ citation }) => citation },
];
