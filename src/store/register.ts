/** What the register knows: one door for tasks. */
export { loadPay } from './pay.js';
export { loadPeople } from './people.js';
export { loadEstablishments, loadUnits } from './units.js';
