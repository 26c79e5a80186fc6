import { exitCode, UserError } from '../../errors.ts';
import { howToGetOne } from './found-browser.ts';

/** The answer of `work`, or a UserError (browser) after so many milliseconds; `work` itself is not stopped. */
export function within<T>(milliseconds: number, work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(
      () => fail(new UserError(`${what} took longer than ${milliseconds / 1000} s`, exitCode.browser, howToGetOne)),
      milliseconds,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
