import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { packageFolder } from '../../fixtures/city/package-folder.js';
import { type Case, GALLERY, type Recipe, type SheetRecipe } from './case.js';

/** Files of a case that are about it and not of it. */
const ABOUT = ['case.json', 'zh.txt', 'en.txt'];

/** Makes the folder of an office for a case: its database, its policies, its files. */
export async function furnish(office: string, name: string, about: Case, database: string): Promise<void> {
  mkdirSync(office);
  if (about.database !== false) cpSync(database, join(office, 'shegong.db'));
  if (about.policies !== undefined) {
    cpSync(join(packageFolder(), about.policies), join(office, 'policies'), { recursive: true });
  }
  const given = join(GALLERY, name);
  for (const file of readdirSync(given)) {
    if (!ABOUT.includes(file)) cpSync(join(given, file), join(office, file), { recursive: true });
  }
  for (const recipe of about.recipes ?? []) await follow(office, recipe);
}

async function follow(office: string, recipe: Recipe): Promise<void> {
  const file = join(office, recipe.file);
  mkdirSync(dirname(file), { recursive: true });
  if ('folder' in recipe) mkdirSync(file);
  else if ('link' in recipe) symlinkSync(recipe.link, file);
  else if ('workbook' in recipe)
    writeFileSync(file, await writeXlsx({ sheets: recipe.workbook.map(sheetOf) }));
  else if ('at' in recipe) overwrite(file, recipe.at, bytesOf(recipe));
  else writeFileSync(file, bytesOf(recipe));
}

const sheetOf = ({ cells, ...sheet }: SheetRecipe): WriteSheet =>
  cells === undefined ? sheet : { ...sheet, cells: new Map(Object.entries(cells)) };

function bytesOf(recipe: { text: string; repeat?: number } | { hex: string; repeat?: number }): Buffer {
  const once = 'text' in recipe ? Buffer.from(recipe.text) : Buffer.from(recipe.hex, 'hex');
  return Buffer.concat(Array.from({ length: recipe.repeat ?? 1 }, () => once));
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const descriptor = openSync(file, 'r+');
  try {
    writeSync(descriptor, bytes, 0, bytes.length, at);
  } finally {
    closeSync(descriptor);
  }
}
