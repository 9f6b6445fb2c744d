import type { Day } from '../domain/day.js';
import { checkNetwork, type NetworkCheck } from '../rules/network.js';
import { loadKnownFacts } from '../store/known-facts.js';
import { loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

/**
 * The 四级网络 of the register on a day, in an area. Throws UserError `area.unknown` and
 * `policy.none-in-force`. 三(三)1
 */
export function checkRegisterNetwork(
  { db, policies, knownAt }: Workspace,
  on: Day,
  asked: AskedArea,
): NetworkCheck {
  const units = loadUnits(db, knownAt);
  const check = checkNetwork({
    units,
    stations: loadKnownFacts(db, 'station', knownAt).map(({ values }) => values),
    book: policies,
    on,
    area: resolveArea(units, asked),
  });
  return { ...check, findings: [...check.findings, ...exampleFindings(policies, ['network.levels'], on)] };
}
