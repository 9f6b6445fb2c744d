/** What the register knows: one door for tasks. */
export { loadPay, loadPeople } from './people.js';
export { loadEstablishments, loadUnits } from './units.js';
