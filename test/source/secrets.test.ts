import { describe, expect, it } from 'vitest';
import { removed, secretsIn, withoutSecrets } from '../../src/diagnostics/secrets.ts';
import { benign, planted } from '../support/secrets.ts';

describe('texts that look like secrets', () => {
  for (const { kind, text, canary } of planted) {
    it(`takes out ${kind} and leaves the rest`, () => {
      const parts = secretsIn(text);
      expect(parts.map((p) => text.slice(p.start, p.end)).join('\n')).toContain(canary);
      expect(withoutSecrets(text)).not.toContain(canary);
      expect(withoutSecrets(text)).toContain(removed);
    });
  }
  it.each(benign.map((text) => [text]))('leaves alone: %s', (text) => {
    expect(withoutSecrets(text)).toBe(text);
  });
  it('knows fields whose value is a secret, and values that only say where it is kept', () => {
    for (const field of ['password', 'adminPassword', 'api_key', 'snmp-community', 'pin', 'PSK']) {
      expect(withoutSecrets('correct horse battery', field), field).toBe(removed);
      for (const place of ['see sealed envelope 7', 'sealed-envelope-7', '{{ vault_root }}', 'none', 'in the safe']) {
        expect(withoutSecrets(place, field), `${field}: ${place}`).toBe(place);
      }
    }
    for (const field of ['purpose', 'passes', 'keyHeldBy', 'bypass', 'tokenizer', 'opinion', 'communityName']) {
      expect(withoutSecrets('correct horse battery', field), field).toBe('correct horse battery');
    }
  });
  it('takes out all secrets of a text, and a second look finds none', () => {
    const text = planted.map((p) => p.text).join('\n');
    const clean = withoutSecrets(text);
    for (const { kind, canary } of planted) expect(clean, kind).not.toContain(canary);
    expect(withoutSecrets(clean)).toBe(clean);
  });
  it('takes time in proportion to the text, whatever it is made of', () => {
    const pieces = [
      'a',
      'a.',
      '1',
      'password',
      '-----BEGIN ',
      'https://',
      ':',
      'x:y@',
      'eyJa',
      '$1$',
      '-p ',
      'token: ',
      'A ',
    ];
    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      const start = performance.now();
      secretsIn(text);
      expect(performance.now() - start, piece).toBeLessThan(4000);
    }
  });
});
