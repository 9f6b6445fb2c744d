import type { AuditChain } from '../domain/audit.js';
import { type Finding, finding } from '../domain/finding.js';
import { UserError } from '../domain/user-error.js';
import { lookAt } from '../store/as-it-is.js';
import { auditChain } from '../store/audit-chain.js';
import { chainFindings } from '../store/audit-findings.js';
import { schemaDifferences } from '../store/schema-differences.js';

export interface VerifiedAudit {
  chain: AuditChain;
  findings: readonly Finding[];
}

/** Enough of a hash that nobody finds another entry with the same beginning. */
const SHORTEST_HASH = 16;

/**
 * Proves the audit log from its first entry to its last, and that the triggers that keep it final are there as they
 * were made. `expect`: a hash that was noted earlier, or its beginning. Throws UserError `usage.bad-hash`, `database.*`.
 */
export function verifyAudit(dbFile: string, expect: string | null): VerifiedAudit {
  const hash = expect === null ? null : hashFrom(expect);
  return lookAt(dbFile, (db) => {
    const chain = auditChain(db, hash);
    const lost = hash !== null && chain.expected === null;
    return {
      chain,
      findings: [
        ...schemaDifferences(db, dbFile, 'trigger'),
        ...chainFindings(chain, dbFile),
        ...(lost ? [finding('audit.hash-missing', 'error', dbFile, { hash: hash.slice(0, 8) })] : []),
      ],
    };
  });
}

/** As people copy it: in groups, in capitals, only its beginning. */
function hashFrom(value: string): string {
  const hash = value.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (hash.length < SHORTEST_HASH || !/^[0-9a-f]{1,64}$/.test(hash))
    throw new UserError('usage.bad-hash', { value });
  return hash;
}
