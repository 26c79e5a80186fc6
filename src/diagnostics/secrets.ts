/** What stands where a secret was written. */
export const removed = '[secret removed]';

/** A piece of a text that looks like a secret: `[start, end)`, and what it looks like. */
export interface SecretPart {
  readonly looksLike: string;
  readonly start: number;
  readonly end: number;
}

interface Pattern {
  /** "a private key": the message says "this looks like …". */
  readonly looksLike: string;
  /** With the group `secret`, the part that must not be shown; without, all of it. */
  readonly pattern: RegExp;
  /** Asked of the part before it counts. */
  readonly when?: (secret: string, after: string) => boolean;
}

/** Where a secret is kept, or that there is none: what people write in place of it. */
const pointer =
  /^(?:see|in|at|on|the|a|an|by|from|with|is|are|kept|ask|siehe|im|am|beim?|der|die|das|public|none|no|not|null|n\/a|yes|true|false|todo|tbd|required|optional|unknown|unchanged|default|empty|expired?|reset|rotated?|sealed|known|stored|changed?|redacted|removed|hidden|prompt(?:ed)?|keine?|leer|unbekannt)$|envelope|umschlag|safe|tresor|vault|keepass|bitwarden|1password|wallet|^[a-z_-]*(?:password|passwort|kennwort|token|secret)[a-z_-]*$|placeholder|^change ?me$|^example|x{4,}|\*{3,}|•|^removed\]|^[.…_-]+$/i;

/** A place that is filled elsewhere: `{{ vault_x }}`, `${X}`, `<password>`, `%PASS%`, `$PASS`. */
const placeholder = /^(?:\{|\$|<|%|\[|`|\(|env:|file:|vault:|op:|arn:|\/)/i;

const bare = (word: string): string => word.replace(/^["']|["'.,;:!?)]+$/g, '');

/** No word of a sentence: a digit, or a sign inside, or capital letters inside. */
const oddWord = (word: string): boolean =>
  /\d/.test(word) || /[^\p{L}\d'’()-]/u.test(word) || /\p{Ll}\p{Lu}/u.test(word);

const stands = (word: string): boolean => word.length >= 4 && !pointer.test(word) && !placeholder.test(word);

/** After "password:": a quoted text, a word that is none of a language, or a plain word with which the text ends. */
const named = (word: string, after: string): boolean => {
  const said = bare(word);
  if (!stands(said)) return false;
  return /^["']/.test(word) || oddWord(said) || /^["')\]}\s]*(?:$|[\n,;#])/.test(after);
};

/** A number that opens something; no year, no count of digits. */
const pin = (digits: string, after: string): boolean =>
  !/^(?:0+|1234)$/.test(digits) && !/^\s*(?:digits?|characters?|stellig|times|minutes)/i.test(after);

/** As random as a generated key: many different characters of three kinds. */
const random = (text: string): boolean =>
  new Set(text).size >= 12 && /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);

/** Letters and digits with a sign, or with capital and small letters mixed. */
const mixed = (word: string): boolean =>
  /\d/.test(word) &&
  /\p{L}/u.test(word) &&
  (/[!$%&*+=?@#^~]/.test(bare(word)) || (/\p{Ll}/u.test(word) && /\p{Lu}/u.test(word)));

const nameOfSecret =
  'pass(?:word|wd|phrase|code)|passwort|kennwort|passw|pwd|secret|api[ _-]?key|auth[ _-]?key|access[ _-]?key|account[ _-]?key|private[ _-]?key|encryption[ _-]?key|pre-?shared[ _-]?key|psk|token|credentials?';

const patterns: readonly Pattern[] = [
  {
    looksLike: 'a private key',
    pattern:
      /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:[\s\S]{0,8000}?-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|(?:\s*[A-Za-z0-9+/=]{16,})*)/,
  },
  { looksLike: 'a private key', pattern: /PuTTY-User-Key-File-\d:[\s\S]{0,8000}|\bAGE-SECRET-KEY-1[0-9A-Z]{20,}/ },
  { looksLike: 'an access key of a cloud provider', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { looksLike: 'an access key of a cloud provider', pattern: /\bAIza[0-9A-Za-z_-]{35}/ },
  {
    looksLike: 'an access key of a cloud provider',
    pattern: /\b(?:account|shared ?access)key\s*=\s*(?<secret>[A-Za-z0-9+/]{20,}={0,2})/i,
  },
  { looksLike: 'an access key of a cloud provider', pattern: /[?&]sig=(?<secret>[A-Za-z0-9%+/=_-]{20,})/ },
  {
    looksLike: 'a token of a code host',
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,}|glpat-[A-Za-z0-9_-]{20,})/,
  },
  {
    looksLike: 'a token of a package registry',
    pattern: /\b(?:npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_-]{40,}|dckr_pat_[A-Za-z0-9_-]{20,})/,
  },
  { looksLike: 'a token of a chat service', pattern: /\bxox[abeprs]-[A-Za-z0-9-]{10,}/ },
  { looksLike: 'a token of a chat service', pattern: /\b\d{8,10}:AA[A-Za-z0-9_-]{33}/ },
  {
    looksLike: 'the address of a webhook with its token',
    pattern:
      /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[A-Za-z0-9/_-]{20,})|\b(?:discord|discordapp)\.com\/api\/webhooks\/(?<other>\d+\/[\w-]{20,})|\.webhook\.office\.com\/webhookb2\/(?<third>[\w@/.-]{30,})/,
  },
  { looksLike: 'a key of a payment service', pattern: /\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}/ },
  {
    looksLike: 'a key of a service',
    pattern: /\b(?:SG\.[\w-]{16,}\.[\w-]{16,}|hv[sb]\.[A-Za-z0-9_-]{20,}|sk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,})/,
  },
  {
    looksLike: 'a signed token',
    pattern: /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]{10,})?/,
  },
  {
    looksLike: 'a token',
    pattern: /\b(?:bearer|basic)\s+(?<secret>[A-Za-z0-9+/_.~-]{16,}={0,2})/i,
    when: (s) => /\d/.test(s) && /[A-Za-z]/.test(s),
  },
  {
    looksLike: 'a password in an address',
    pattern: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@]{0,100}:(?<secret>[^\s/@]{3,200})@/i,
    when: (s) => !placeholder.test(s) && !/^(?:pass(?:word)?|x+|\*+)$/i.test(s),
  },
  {
    looksLike: 'the hash of a password',
    pattern:
      /(?<![\w$])\$(?:1|2[abxy]?|5|6|7|y|gy|apr1|argon2(?:id?|d)|sha1|scrypt)\$[^\s:"',]{12,}|\{(?:SSHA|SMD5|CRYPT|SSHA512)\}[^\s"']{12,}/i,
  },
  {
    looksLike: 'a password of a network device',
    pattern: /\b(?:password|secret|key)\s+[05789]\s+(?<secret>[^\s"',]{6,})/i,
    when: (s) => stands(s) && oddWord(s),
  },
  {
    looksLike: 'an SNMP community',
    pattern:
      /\bcommunity(?:[ _-]?string)?(?:\s+(?:is|ist))?\s*(?:[:=]\s*|\s)(?<secret>"[^"\n]+"|'[^'\n]+'|[^\s"',;)]{4,})/i,
    when: (s, after) => named(s, after) && !/^\d+:\d+$/.test(s) && (oddWord(bare(s)) || /^\s+R[OW]\b/.test(after)),
  },
  {
    looksLike: 'an SNMP community',
    pattern: /\bsnmp(?:walk|get|bulkwalk|set|trap)\b[^\n]{0,200}?\s-c\s*(?<secret>"[^"\n]+"|'[^'\n]+'|[^\s"']{3,})/,
    when: (s) => !placeholder.test(bare(s)) && bare(s) !== 'public',
  },
  {
    looksLike: 'a password on a command line',
    pattern:
      /(?:^|[\s"'`(])(?:--?(?:password|passwd|pass|passphrase|token|secret|api-?key)(?:=|\s+)|-storepass\s+|sshpass\s+-p\s*|-W\s*(?=["']))(?<secret>"[^"\n]+"|'[^'\n]+'|[^\s"'`]{4,})/i,
    when: (s, after) => named(s, after) || (stands(bare(s)) && oddWord(bare(s))),
  },
  {
    looksLike: 'a password on a command line',
    pattern: /(?:^|\s)-p(?<secret>"[^"\n]{4,}"|'[^'\n]{4,}'|(?=\S*\d)(?=\S*[a-z])[^\s"'`]{8,})/i,
    when: (s) => stands(bare(s)),
  },
  {
    looksLike: 'a password on a command line',
    pattern: /(?:^|\s)(?:-u|--user)[\s=]*["']?[\w.@\\-]+:(?<secret>[^\s"'`]{4,})/,
    when: (s) => stands(s) && !/^\d+$/.test(s),
  },
  {
    looksLike: 'a recovery key',
    pattern: /(?<![\d-])\d{6}(?:-\d{6}){7}(?![\d-])/,
  },
  {
    looksLike: 'a PIN',
    pattern:
      /\b(?:PIN|PUK|TAN|(?:door|alarm|gate|entry|keypad|safe|lock|tür|zahlen)[ -]?code)(?:\s+(?:is|ist|code))?\s*[:=]?\s*["']?(?<secret>\d{4,8})\b(?![-/]\d)/i,
    when: pin,
  },
  {
    looksLike: 'a password',
    pattern: new RegExp(
      `(?<![\\p{L}])(?:[\\w.-]{0,40}[_.-])?(?:${nameOfSecret})(?:["']?\\s*(?:=>?|:)\\s*|\\s+(?:is|ist|lautet)\\s*:?\\s+)(?<secret>"[^"\\n]+"|'[^'\\n]+'|[^\\s,;"'\`)\\]}]{4,})`,
      'iu',
    ),
    when: named,
  },
  {
    looksLike: 'a password',
    pattern:
      /\b[A-Z]{0,40}(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PASS|PWD)=(?<secret>"[^"\n]+"|'[^'\n]+'|[^\s"'`;&|]{4,})/,
    when: (s) => stands(bare(s)),
  },
  {
    looksLike: 'a password',
    pattern: new RegExp(`(?<![\\p{L}])(?:${nameOfSecret})\\s+(?<secret>[^\\s"'\`,;]{6,})`, 'iu'),
    when: (s) => stands(s) && mixed(s),
  },
  {
    looksLike: 'a key',
    pattern:
      /(?<!\b(?:public|host|fingerprint|ssh|primary|foreign|product|licen[cs]e)[ _-]?)\b(?:key|schlüssel)["']?\s*[:=]\s*["']?(?<secret>[A-Za-z0-9+/_-]{20,}={0,2})/i,
    when: (s) => random(s) && !/^(?:AAAA|SHA\d)/.test(s),
  },
  {
    looksLike: 'a password',
    pattern:
      /\b(?:with|use|enter|type|log[ -]?in with|mit)(?: the)? (?:password|passwort|kennwort|passphrase|pass ?code) (?<secret>"[^"\n]+"|'[^'\n]+'|[^\s,;"']{5,})/i,
    when: (s) => stands(bare(s)) && (/^["']/.test(s) || mixed(bare(s))),
  },
];

/** A cheap look: a text without any of these holds nothing that the table finds. */
const hint =
  /pass|pwd|kennwort|secret|token|key|psk|credential|communit|snmp|BEGIN |PuTTY|AKIA|ASIA|AIza|sig=|gh[pousr]_|github_|glpat|npm_|pypi-|dckr_|xox|:AA|webhook|hooks\.|[sr]k_|SG\.|hv[sb]\.|sk-|eyJ|bearer|basic|:\/\/|\$(?:\d|y|gy|apr|argon|s)|\{S|\{C|-p|-u |-W|--user|\d{6}-\d{6}|PIN|PUK|TAN|code/i;

/** Fields whose whole value is a secret, whatever it looks like, unless it says where the secret is kept. */
const secretField = new RegExp(
  `^(?:.*[_.-])?(?:${nameOfSecret}|community|pin|puk|.*(?:Password|Secret|Token|ApiKey))$`,
  'u',
);
const secretFieldAnyCase = new RegExp(`^(?:.*[_.-])?(?:${nameOfSecret}|community|pin|puk)$`, 'iu');
const speaksOfPlace =
  /\b(?:see|kept|stored|held|envelope|umschlag|safe|tresor|vault|manager|keepass|bitwarden|ask|siehe|liegt|location|cabinet|locker|known to|none)\b/i;

/** Whether a field of this name holds a secret in its value. */
export const namesSecret = (field: string): boolean => secretField.test(field) || secretFieldAnyCase.test(field);

const searched: readonly Pattern[] = patterns.map((p) => ({
  ...p,
  pattern: new RegExp(p.pattern, `${p.pattern.flags}gd`),
}));

function partsOf(text: string): SecretPart[] {
  const parts: SecretPart[] = [];
  for (const { looksLike, pattern, when } of searched) {
    for (const match of text.matchAll(pattern)) {
      const groups = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined);
      const places = match.indices?.groups?.[groups?.[0] ?? ''] ?? match.indices?.[0];
      if (!places) continue;
      const [start, end] = places;
      const whole = start + (text.slice(start, end).length - text.slice(start, end).replace(/^["']/, '').length);
      const secret = text.slice(start, end);
      if (when && !when(secret, text.slice(end))) continue;
      const trimmed = /^["']/.test(secret) ? secret.replace(/["']$/, '') : secret.replace(/[.,;:)]+$/, '');
      parts.push({ looksLike, start: whole, end: start + trimmed.length });
    }
  }
  return parts;
}

/**
 * The pieces of a text that look like a password, a token or a key, in order, none within another.
 * @param field the name of the field the text is the value of
 */
export function secretsIn(text: string, field?: string): readonly SecretPart[] {
  if (field !== undefined && namesSecret(field)) {
    const value = text.trim();
    const said = stands(value) && !(/\s/.test(value) && speaksOfPlace.test(value));
    if (said || /^\d{4,8}$/.test(value)) return [{ looksLike: 'a password', start: 0, end: text.length }];
  }
  if (text.length < 8 || !hint.test(text)) return [];
  const sorted = partsOf(text).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: SecretPart[] = [];
  for (const part of sorted) {
    const before = kept.at(-1);
    if (!before || part.start >= before.end) kept.push(part);
    else if (part.end > before.end) kept[kept.length - 1] = { ...before, end: part.end };
  }
  return kept;
}

/** The text with every secret replaced by words that say so. */
export function withoutSecrets(text: string, field?: string): string {
  let result = '';
  let from = 0;
  for (const { start, end } of secretsIn(text, field)) {
    result += text.slice(from, start) + removed;
    from = end;
  }
  return from === 0 ? text : result + text.slice(from);
}
