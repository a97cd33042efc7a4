import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBackup, toBackup } from '../../utils/browser/backup';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../../utils/browser/settings';
import { changedFields } from '../../components/settings';

const file = (settings: object) => JSON.stringify({ format: 'siyaq-settings', settings });

describe('settings as a file', () => {
  it('come back as they went', () => {
    const arbitrary = fc.record(Object.fromEntries(Object.keys(DEFAULT_SETTINGS).map((key) => [key, fc.anything()]))).map((stored) => parseSettings(stored));
    fc.assert(
      fc.property(arbitrary, (settings) => {
        expect(fromBackup(toBackup(settings, '2026-02-20').text)).toEqual({ settings });
      }),
    );
  });

  it('have a name that says what and when', () => {
    expect(toBackup(DEFAULT_SETTINGS, '2026-02-20').name).toBe('siyaq-2026-02-20.json');
  });

  it('may leave settings out: those are the defaults', () => {
    expect(fromBackup(file({ version: 1, hijri: true }))).toEqual({ settings: { ...DEFAULT_SETTINGS, hijri: true } });
  });

  it('are refused whole where anything would be lost, with its name', () => {
    expect(fromBackup('{"format": "siyaq-set')).toEqual({ fault: 'json' });
    for (const foreign of ['null', '[]', '"x"', '{}', '{"format":"other","settings":{}}', '{"format":"siyaq-settings"}']) expect(fromBackup(foreign)).toEqual({ fault: 'foreign' });
    expect(fromBackup(file({ version: 9 }))).toEqual({ fault: 'newer', version: 9 });
    expect(fromBackup(file({ version: 'x' }))).toEqual({ fault: 'values', fields: ['version'] });
    expect(fromBackup(file({}))).toEqual({ fault: 'values', fields: ['version'] });
    expect(fromBackup(file({ version: 1, delay: 5, density: 'all', off: ['a.example', 'b c'] }))).toEqual({ fault: 'values', fields: ['delay', 'off'] });
    expect(fromBackup(file({ version: 1, kinds: { person: true, organization: true, office: true, other: 1 } }))).toEqual({ fault: 'values', fields: ['kinds'] });
    expect(fromBackup(file({ version: 1, colour: 'red', toString: 1 }))).toEqual({ fault: 'unknown', fields: ['colour', 'toString'] });
    expect(fromBackup('x'.repeat(1_000_001))).toEqual({ fault: 'size' });
  });

  it('never throw, whatever they hold', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.anything().map((value) => file({ version: 1, off: value }))), (text) => {
      const read = fromBackup(text);
      expect('settings' in read || 'fault' in read).toBe(true);
    }));
  });
});

describe('undoing', () => {
  it('takes back what a change touched and nothing else', () => {
    const before: Settings = { ...DEFAULT_SETTINGS, off: ['a.example'] };
    const after: Settings = { ...before, density: 'all', off: [] };
    expect(changedFields(before, after)).toEqual({ density: 'block', off: ['a.example'] });
  });
});
