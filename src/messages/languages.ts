import type { Messages } from './messages.js';

/** Every language there is; Chinese first, because its readers are. Each is loaded only when it is used. */
export const LANGUAGES = {
  zh: async (): Promise<Messages> => (await import('./zh/index.js')).zh,
  en: async (): Promise<Messages> => (await import('./en/index.js')).en,
};

export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_NAMES = Object.keys(LANGUAGES) as readonly Language[];
