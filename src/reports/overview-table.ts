import { html, type Markup, type Part } from './html.js';

/** A column of a table on the page. */
interface PageColumn {
  heading: string;
  /** Numbers stand right, in figures of one width. */
  number?: boolean;
}

/** Cells of a row; the first names it. */
type PageRow = readonly Part[];

interface PageTable {
  caption: string;
  columns: readonly PageColumn[];
  rows: readonly PageRow[];
  /** A last row of sums. */
  total?: PageRow;
  /** `wide`: many columns, stacked earlier. `figures`: columns as wide as in its neighbours. */
  kind?: 'wide' | 'figures';
  /** Names of rows that others point to. */
  ids?: readonly string[];
}

/**
 * A table that never needs scrolling: where there is no room its rows become cards, each cell under its heading. The
 * roles keep it a table for whoever listens to it.
 */
export function pageTable({ caption, columns, rows, total, kind, ids }: PageTable): Markup {
  const heads = columns.map(
    ({ heading, number }) =>
      html`<th role="columnheader" scope="col"${number ? html` class="n"` : null}>${heading}</th>`,
  );
  return html`<table role="table" class="${kind ? `stack ${kind}` : 'stack'}"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">${rows.map((row, index) => rowOf(columns, row, ids?.[index]))}</tbody>${
    total &&
    html`
<tfoot role="rowgroup">${rowOf(columns, total)}</tfoot>`
  }</table>
`;
}

function rowOf(columns: readonly PageColumn[], row: PageRow, id?: string): Markup {
  const cells = row.map((cell, index) => {
    const { heading = '', number } = columns[index] ?? {};
    return index === 0
      ? html`<th role="rowheader" scope="row">${cell}</th>`
      : html`<td role="cell" data-label="${heading}"${number ? html` class="n"` : null}>${cell}</td>`;
  });
  return html`<tr role="row"${id ? html` id="${id}"` : null}>${cells}</tr>
`;
}
