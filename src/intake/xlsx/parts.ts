import { crc32, inflateRawSync } from 'node:zlib';
import type { ZipPart } from './zip-directory.js';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_BYTES = 30;

/** A worksheet as the workbook lists it. */
export interface SheetPart {
  name: string;
  /** Position among all sheets of the workbook, charts included. */
  index: number;
  hidden: boolean;
  /** Name of the part that holds its cells. */
  part: string;
  /** The workbook counts days from 1904, as those of old Macs do. */
  date1904: boolean;
}

/** The parts of a workbook, unpacked one by one. `of` throws RangeError or an error of zlib when a part is broken. */
export class Parts {
  constructor(
    private readonly bytes: Buffer,
    private readonly directory: ReadonlyMap<string, ZipPart>,
  ) {}

  /** The bytes of a part, never more than it declares; undefined when there is none of that name. */
  of(name: string): Buffer | undefined {
    const part = this.directory.get(name);
    if (part === undefined) return undefined;
    const { offset, packed, unpacked, method, checksum } = part;
    if (this.bytes.readUInt32LE(offset) !== LOCAL_HEADER) throw new RangeError(name);
    const start =
      offset + LOCAL_BYTES + this.bytes.readUInt16LE(offset + 26) + this.bytes.readUInt16LE(offset + 28);
    const content = this.bytes.subarray(start, start + packed);
    const whole =
      method === 0 ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, unpacked) });
    if (whole.length !== unpacked || (checksum !== 0 && crc32(whole) !== checksum))
      throw new RangeError(name);
    return whole;
  }

  /** The worksheets in the order of their tabs; undefined when the archive holds no workbook. */
  sheets(): SheetPart[] | undefined {
    const main = this.relations('_rels/.rels', '').find(({ type }) => type === 'officeDocument')?.target;
    const workbook = main === undefined ? undefined : this.of(main)?.toString('utf8');
    if (main === undefined || workbook === undefined || !/<(\w+:)?workbook[\s>]/.test(workbook)) {
      return undefined;
    }
    const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/') + 1) : '';
    const relations = this.relations(`${folder}_rels/${main.slice(folder.length)}.rels`, folder);
    const targets = new Map(
      relations.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]),
    );
    const properties = tagsOf(workbook, 'workbookPr')[0];
    const date1904 = ['1', 'true', 'on'].includes(properties?.get('date1904') ?? '');
    return tagsOf(workbook, 'sheet').flatMap((attributes, index) => {
      const id = [...attributes].find(([key]) => key.endsWith(':id'))?.[1];
      const part = id === undefined ? undefined : targets.get(id);
      if (part === undefined) return [];
      const hidden = (attributes.get('state') ?? 'visible') !== 'visible';
      return [{ name: attributes.get('name') ?? '', index, hidden, part, date1904 }];
    });
  }

  private relations(name: string, folder: string): { id: string; type: string; target: string }[] {
    return tagsOf(this.of(name)?.toString('utf8') ?? '', 'Relationship').map((attributes) => {
      const target = attributes.get('Target') ?? '';
      return {
        id: attributes.get('Id') ?? '',
        type: (attributes.get('Type') ?? '').split('/').at(-1) as string,
        target: target.startsWith('/') ? target.slice(1) : withoutDots(folder + target),
      };
    });
  }
}

function withoutDots(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The attributes of every tag of a name, whatever its prefix. */
function tagsOf(xml: string, tag: string): Map<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${tag}\\s([^>]*)>`, 'g'))].map(([, attributes]) =>
    attributesOf(attributes as string),
  );
}

/** The attributes inside a tag. */
export const attributesOf = (inside: string): Map<string, string> =>
  new Map(
    [...inside.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, name, double, single]) => [name as string, withoutEntities(double ?? single ?? '')] as const,
    ),
  );

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const withoutEntities = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\dA-Fa-f]+)|(\w+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name as string] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
