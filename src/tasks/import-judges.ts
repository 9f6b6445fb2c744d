import type { FactKind } from '../domain/changes.js';
import { finding } from '../domain/finding.js';
import { maskNumber } from '../domain/mask.js';
import { nameKey } from '../domain/name.js';
import type { KeyedKnowledge } from '../intake/keyed-rules.js';
import type { Identity } from '../store/identities.js';
import { loadKnownFacts } from '../store/known-facts.js';
import type { Database } from '../store/open.js';

/** What the register has to say to the rows of one dataset, beside their key. */
export type Judge<Kind extends FactKind> = (
  db: Database,
  identities: readonly Identity[],
) => Pick<KeyedKnowledge<Kind>, 'complete' | 'doubt'>;

/** A registration is of a certificate: somebody without any has none to register. */
export const certificateDoubt: Judge<'registration'> = (db) => {
  const holders = new Set(loadKnownFacts(db, 'certificate').map(({ owner }) => owner));
  return {
    doubt: ({ keyColumn }, owner) =>
      holders.has(owner)
        ? null
        : finding('registration.no-certificate', 'warning', '', {}, { column: keyColumn }),
  };
};

/** Somebody new who bears the name of somebody known. */
export const namesakeDoubt: Judge<'certificate'> = (_, identities) => ({
  doubt: ({ name, idNumber, nameColumn }, owner) => {
    if (owner === null || owner >= 0 || name === null) return null;
    const key = nameKey(name);
    const others = identities.filter((known) => known.idNumber !== idNumber && nameKey(known.name) === key);
    if (others.length === 0) return null;
    const details = { others: others.map((known) => maskNumber(known.idNumber)) };
    return finding('person.same-name', 'warning', '', details, { column: nameColumn });
  },
});
