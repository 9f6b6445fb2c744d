import { createHash } from 'node:crypto';
import type { Closing } from '../domain/closing.js';
import type { ManifestEntry } from '../domain/papers.js';
import { type PaperFormat, paperFile } from '../reports/paper-file.js';
import { manifestPaper } from '../reports/subsidy-manifest.js';
import type { Paper } from '../reports/subsidy-papers.js';
import type { PaperGroup, SubsidyExport } from '../tasks/export-subsidies.js';
import { type BankEntry, type FirstIssue, type IssuedPaper, issuedBefore } from '../tasks/hand-out.js';
import type { Workspace } from '../tasks/workspace.js';
import type { ExportFile } from './export-folder.js';
import { type ExportOptions, type SheetChoice, sheetOf } from './export-sheets.js';

/** A paper as a file, and what is to be recorded of it. */
export interface Written {
  file: ExportFile;
  entry: ManifestEntry;
  /** It was handed out before, and these are the bytes. */
  again: boolean;
  /** To be kept, since its quarter is frozen and it was never handed out. */
  issue: FirstIssue | null;
  /** Closings that are exported by it. */
  exports: readonly Closing[];
  /** What was asked for; null: a draft, which may be another tomorrow. */
  request: string | null;
  /** What the manifest says of it beside its row. */
  notes: readonly string[];
}

/** Characters that some file system refuses in a name. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]/gu;

/** A paper that was handed out before, as it was then. */
export function writtenBefore(
  { name, bytes, confidential, entry, notes }: IssuedPaper,
  request: string | null,
): Written {
  const file = { name, bytes, confidential };
  return { file, entry, notes, again: true, issue: null, exports: [], request };
}

/** A paper that was just made; its name with its ending. */
export function writtenNow(
  paper: Pick<Paper, 'sheet' | 'district' | 'rows' | 'people' | 'totals' | 'whole' | 'confidential'>,
  made: { fileName: string; bytes: Uint8Array; notes?: readonly string[]; sent?: readonly BankEntry[] },
  { request, knownBatch }: { request: string | null; knownBatch: number },
): Written {
  const { sheet, district, rows, people, totals, whole, confidential } = paper;
  const { bytes, notes = [], sent } = made;
  const name = made.fileName.replace(UNFIT, '_');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const entry = { file: name, sheet, district, rows, people, ...totals, sha256 };
  const kept = { name, entry, whole, confidential, bytes, notes, knownBatch, ...(sent && { sent }) };
  return {
    ...{ file: { name, bytes, confidential }, entry, notes, again: false },
    ...{ issue: request === null ? null : { request, ...kept }, exports: [], request },
  };
}

/** Writes papers in one format; what was handed out of a frozen quarter before is taken as it was then. */
export class PaperWriter {
  constructor(
    private readonly workspace: Workspace,
    private readonly asked: ExportOptions & { format: PaperFormat },
    private readonly knownBatch: number,
  ) {}

  /** A sheet of a group; null where there is nothing to write. */
  async write(group: PaperGroup, choice: SheetChoice): Promise<Written | null> {
    const sheet = sheetOf(choice);
    const { closings } = group;
    const request =
      group.stage === 'draft'
        ? null
        : this.request(choice, group.district, closings, sheet.options?.(this.asked, group) ?? {});
    const written = await this.issue(request, () => sheet.make?.(group, this.asked) ?? null);
    return written && { ...written, exports: sheet.exports ? closings : [] };
  }

  /** The manifest of an export; kept like a paper where all it lists is frozen. */
  async writeManifest(plan: SubsidyExport, papers: readonly Written[], together: boolean): Promise<Written> {
    const { quarter, district, drafts, groups, standards, fingerprint, knownBatch } = plan;
    const closings = groups.flatMap((group) => group.closings);
    const requests = papers.map(({ request }) => request);
    const frozen = groups.every(({ stage }) => stage !== 'draft');
    const request = frozen
      ? this.request('manifest', district, closings, { together, papers: requests })
      : null;
    const input = {
      ...{ quarter, district, closings, drafts, standards, lines: [], recoveries: [] },
      stage: frozen ? ('closed' as const) : ('draft' as const),
    };
    const entries = papers.map(({ entry }) => entry);
    const notes = papers.flatMap((paper) => paper.notes);
    const written = await this.issue(request, () =>
      manifestPaper(input, { together, fingerprint, knownBatch, notes }, entries),
    );
    if (!written) throw new Error('an export without a manifest');
    return written;
  }

  private request(
    sheet: string,
    district: string | null,
    closings: readonly Closing[],
    options: object,
  ): string {
    const numbers = closings.map(({ id }) => id).sort((a, b) => a - b);
    return JSON.stringify({ sheet, closings: numbers, district, format: this.asked.format, options });
  }

  private async issue(request: string | null, make: () => Paper | null): Promise<Written | null> {
    const before = request === null ? null : issuedBefore(this.workspace, request);
    if (before) return writtenBefore(before, request);
    const paper = make();
    if (!paper) return null;
    const { format } = this.asked;
    const made = { fileName: `${paper.fileName}.${format}`, bytes: await paperFile(paper, format) };
    return writtenNow(paper, made, { request, knownBatch: this.knownBatch });
  }
}
