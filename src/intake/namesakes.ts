import { nameKey } from '../domain/name.js';

/** Who bears which name, to warn of two people of one name. */
export class Namesakes {
  private readonly bearers = new Map<string, string[]>();

  /** Remembers who bears a name; returns those who bore it before. */
  add(name: string, idNumber: string): readonly string[] {
    const key = nameKey(name);
    const known = this.bearers.get(key);
    if (!known) {
      this.bearers.set(key, [idNumber]);
      return [];
    }
    known.push(idNumber);
    return known.slice(0, -1);
  }
}
