const WIDE = /[\u3000-\u303E\u4E00-\u9FFF\uFF01-\uFF60\uFFE0-\uFFE6]/g;

/**
 * Columns of a text of this program itself: letters, Chinese characters and their marks. The package that also
 * knows whatever else people write takes longer to load than all other packages of a help page together.
 */
export const ownTextWidth = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);
