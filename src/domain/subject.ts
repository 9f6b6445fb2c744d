import { maskNumber } from './mask.js';

/** A person as findings name them: the name and the masked identity number. */
export const personSubject = ({ name, idNumber }: { name: string; idNumber: string }): string =>
  `${name} ${maskNumber(idNumber)}`;
