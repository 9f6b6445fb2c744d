import { addMonths, type Day, dayAfter } from '../domain/day.js';
import type { Registration } from '../domain/facts.js';
import type { RegistrationState } from '../domain/history.js';

/** The registration that says most about a day: the one that reaches furthest among those begun by then. */
export function registrationOn(registrations: readonly Registration[], on: Day): Registration | undefined {
  let latest: Registration | undefined;
  for (const registration of registrations) {
    if (registration.from <= on && (latest === undefined || registration.until > latest.until))
      latest = registration;
  }
  return latest;
}

/**
 * How a registration stands on a day. Both ends count; the renewal window is the last months of the term
 * (`renewalMonths`; null where no policy is in force: then nothing is due).
 */
export function registrationState(
  registration: Registration | undefined,
  on: Day,
  renewalMonths: number | null,
): RegistrationState {
  if (registration === undefined) return 'never';
  if (registration.until < on) return 'expired';
  if (renewalMonths === null) return 'valid';
  return on >= addMonths(dayAfter(registration.until), -renewalMonths) ? 'due' : 'valid';
}
