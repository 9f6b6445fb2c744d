import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMarkup, html } from '../../src/reports/html.js';

describe('a template of the page', () => {
  it.each([
    ['a tag', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['what would end an attribute', `"' onload=x`, '&quot;&#39; onload=x'],
    ['an ampersand', 'a&lt;b', 'a&amp;lt;b'],
    ['a control character', 'a\u0000b\u202Ec', 'a b c'],
    ['nothing', null, ''],
    ['a number', 12, '12'],
  ])('escapes %s', (_what, value, written) => {
    expect(html`<b title="${value}">${value}</b>`.text).toBe(`<b title="${written}">${written}</b>`);
  });

  it('leaves markup and lists of it as they are', () => {
    expect(html`<ul>${['<', '>'].map((each) => html`<li>${each}</li>`)}</ul>${asMarkup('<svg/>')}`.text).toBe(
      '<ul><li>&lt;</li><li>&gt;</li></ul><svg/>',
    );
  });

  it('lets no text open a tag or leave an attribute', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"']/.test(html`${text}`.text)));
  });
});
