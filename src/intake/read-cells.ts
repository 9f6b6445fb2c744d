import {
  type Finding,
  type FindingCode,
  type FindingDetails,
  finding,
  type Severity,
} from '../domain/finding.js';
import { maskNumber } from '../domain/mask.js';
import { compact, isBlank, isFormulaError, isPlaceholder, plainText } from './cells/text.js';
import type { Cell, CellValues, Column, Columns } from './column.js';
import { oneLine } from './column-positions.js';
import type { DatasetShape } from './dataset.js';
import type { ReadingContext, ReadRow } from './rows.js';
import type { Sheet, SheetRow } from './sheet.js';

/** Most rows have no findings; they share this. */
const NONE: Finding[] = [];

interface ReadColumn {
  field: string;
  position: number;
  supplied: string;
  column: Column<unknown>;
  heading: string;
}

/** Reads the rows of one sheet; everything that is wrong with a row is reported at once. */
export class RowReader<C extends Columns> implements Cell {
  heading = '';
  readonly date1904: boolean;
  private findings: Finding[] = NONE;
  private readonly values: Record<string, unknown> = {};
  private rejected = false;
  /** Fields of this row whose cells were filled and rejected. */
  private readonly failures = new Set<string>();
  private field = '';
  private raw = '';
  private row: SheetRow = { line: 0, cells: [], broken: null };
  private readonly columns: readonly ReadColumn[];

  constructor(
    private readonly sheet: Sheet,
    private readonly dataset: DatasetShape & { columns: C },
    readonly context: ReadingContext,
  ) {
    this.date1904 = sheet.date1904 ?? false;
    this.columns = Object.entries(dataset.columns).map(([field, shape]) => {
      const position = sheet.columns.get(field) ?? -1;
      const heading = oneLine(sheet.headings[position] ?? '') || shape.heading;
      return { field, position, supplied: sheet.supplied.get(field) ?? '', column: shape, heading };
    });
  }

  /** The values of a row (one object, used again for the next row), or null when its cells cannot be told apart. */
  private read(row: SheetRow): CellValues<C> | null {
    this.row = row;
    this.findings = NONE;
    this.rejected = false;
    if (this.failures.size > 0) this.failures.clear();
    if (row.broken) {
      this.rejectBroken(row);
      return null;
    }
    const { values } = this;
    for (const each of this.columns) {
      const raw = this.textAt(each);
      values[each.field] = null;
      if (row.unsaved?.includes(each.position)) {
        this.point(each, '');
        this.sayLost('cell.unsaved-formula', each);
        continue;
      }
      if (row.shared?.includes(each.position)) {
        this.point(each, raw);
        this.sayLost('cell.merged-amount', each);
        continue;
      }
      if (raw.startsWith('#') && isFormulaError(raw)) {
        this.point(each, raw);
        this.sayLost('cell.formula-error', each);
        continue;
      }
      if (raw === '' || isBlank(raw) || (each.column.placeholders && isPlaceholder(raw))) {
        if (each.column.required === true) {
          this.point(each, raw);
          this.reject('cell.missing', { column: each.heading });
        }
        continue;
      }
      this.point(each, raw);
      values[each.field] = each.column.read(raw, this);
    }
    return values as CellValues<C>;
  }

  /** Reads all rows of the sheet; `assemble` makes a row of its values, or null when one that it needs is missing. */
  readAll<Row>(file: number, assemble: (cells: CellValues<C>) => Row | null): ReadRow<Row>[] {
    return this.sheet.rows.map((sheetRow) => {
      const values = this.read(sheetRow);
      const row = values && assemble(values);
      const { line, cells } = sheetRow;
      return { file, line, cells, row: this.rejected ? null : row, findings: this.findings };
    });
  }

  /** Points at a column, for what is found when cells are compared. */
  at(field: keyof C & string): this {
    const found = this.columns.find((each) => each.field === field);
    if (found) this.point(found, this.textAt(found));
    return this;
  }

  /** The heading of a column as it stands in the file, else as the dataset names it. */
  headingOf(field: keyof C & string): string {
    return this.columns.find((each) => each.field === field)?.heading ?? '';
  }

  /** Whether the cell was filled and could not be read, so that its being empty proves nothing. */
  failed(field: keyof C & string): boolean {
    return this.failures.has(field);
  }

  /** Whether file or `--set` has the column at all. */
  has(field: keyof C & string): boolean {
    return this.sheet.columns.has(field) || this.sheet.supplied.has(field);
  }

  reject<Code extends FindingCode>(code: Code, details: FindingDetails[Code]): null {
    this.rejected = true;
    this.failures.add(this.field);
    this.add(code, 'error', details);
    return null;
  }

  warn<Code extends FindingCode>(code: Code, details: FindingDetails[Code]): void {
    this.add(code, 'warning', details);
  }

  /** Rejects the row for a finding made elsewhere, which gets file, line, column and value of here. */
  adopt(found: Finding): null {
    this.rejected = true;
    const { name } = this.sheet;
    this.push({ ...found, file: name, line: this.row.line, column: this.heading, value: this.raw });
    return null;
  }

  private add<Code extends FindingCode>(code: Code, severity: Severity, details: FindingDetails[Code]): void {
    const where = { file: this.sheet.name, line: this.row.line, column: this.heading, value: this.raw };
    this.push(finding(code, severity, this.subject(), details, where));
  }

  private push(found: Finding): void {
    if (this.findings === NONE) this.findings = [];
    this.findings.push(found);
  }

  private textAt({ position, supplied }: ReadColumn): string {
    const raw = position < 0 ? '' : (this.row.cells[position] ?? '');
    return supplied !== '' && isBlank(raw) ? supplied : raw;
  }

  private point({ field, heading }: ReadColumn, raw: string): void {
    this.field = field;
    this.heading = heading;
    this.raw = raw;
  }

  /** A cell that must be known cannot be taken as empty. */
  private sayLost(
    code: 'cell.unsaved-formula' | 'cell.formula-error' | 'cell.merged-amount',
    { column, heading }: ReadColumn,
  ): void {
    if (column.required === false) this.warn(code, { column: heading });
    else this.reject(code, { column: heading });
  }

  private rejectBroken({ broken, cells }: SheetRow): void {
    const where = { file: this.sheet.name, line: this.row.line };
    const { name } = this.sheet;
    this.rejected = true;
    this.push(
      broken === 'quotes'
        ? finding('row.bad-quotes', 'error', name, {}, where)
        : finding(
            'row.width',
            'error',
            name,
            { cells: cells.length, headings: this.sheet.headings.length },
            where,
          ),
    );
  }

  /** Name and masked number of whom the row is about, or else the file. */
  private subject(): string {
    const parts = this.dataset.identifiedBy.map((field) => {
      const found = this.columns.find((each) => each.field === field);
      const text = found ? this.textAt(found) : '';
      return found?.column.personal ? maskNumber(compact(text)) : plainText(text);
    });
    return parts.filter((part) => part !== '').join(' ') || this.sheet.name;
  }
}
