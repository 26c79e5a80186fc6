/** A browser that may be started. */
export interface FoundBrowser {
  readonly path: string;
  /** Where it came from, for messages. */
  readonly origin: string;
  /** What its environment needs beyond ours: libraries and fonts that it brought along. */
  readonly env: Readonly<Record<string, string>>;
}

/** How to get a browser, in one sentence; the end of every message about browsers. */
export const howToGetOne =
  'install one (Debian: apt-get install chromium-headless-shell), or name one with --browser PATH';
