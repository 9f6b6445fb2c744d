import { expect, it } from 'vitest';
import { percent } from '../../src/reports/overview-text.js';

it.each([
  [0, 0, 0],
  [0, 35_000, 0],
  [1, 35_000, 0.1],
  [17_500, 35_000, 50],
  [34_999, 35_000, 99.9],
  [35_000, 35_000, 100],
  [40_000, 35_000, 114.3],
])('%i of %i are %d percent', (value, of, share) => expect(percent(value, of)).toBe(share));
