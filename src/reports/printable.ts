/** A text of files and people on one line of a terminal: no control characters, so none can play tricks. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E]+/gu, ' ');
