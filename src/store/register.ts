/** What the register knows: one door for tasks. */
export { loadPay, loadPeople } from './people.js';
export type { KnownAt } from './standing.js';
export { loadEstablishments, loadUnits } from './units.js';
