import manifest from '../../package.json' with { type: 'json' };

/** As in package.json; part of every output, so that a reader knows which program said it. */
export const version: string = manifest.version;
