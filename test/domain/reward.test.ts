import { expect, it } from 'vitest';
import { awardKey, bareTitle } from '../../src/domain/reward.js';

it.each([
  ['领军人才', '领军人才'],
  ['“领军人才”', '领军人才'],
  ['"领军人才"', '领军人才'],
  ['《领军人才》', '领军人才'],
  [' 「领军人才」 ', '领军人才'],
  ['“三八”红旗手', '“三八”红旗手'],
  ['“三八”和“五一”', '“三八”和“五一”'],
  ['“领军人才', '“领军人才'],
])('%s is named %s in a sentence that has quotation marks of its own', (title, bare) => {
  expect(bareTitle(title)).toBe(bare);
  expect(awardKey(bare)).toBe(awardKey(title));
});
