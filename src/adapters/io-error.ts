import { exitCode, UserError } from '../errors.ts';

/** What an error of the operating system means to a person, and what helps. */
const reasons: Readonly<Record<string, readonly [reason: string, hint?: string]>> = {
  ENOENT: ['it does not exist'],
  EEXIST: ['it is there already', 'name another file'],
  EACCES: ['access is not allowed', 'check its owner and permissions'],
  EPERM: ['access is not allowed', 'check its owner and permissions'],
  ENOSPC: ['the disk is full', 'free space, or write somewhere else'],
  EDQUOT: ['the quota is used up', 'free space, or write somewhere else'],
  EROFS: ['the file system is read-only', 'write somewhere else'],
  EISDIR: ['it is a folder', 'name a file'],
  ENOTDIR: ['a part of its path is not a folder'],
  ELOOP: ['its links lead in a circle'],
  EMFILE: ['too many files are open'],
  ENFILE: ['too many files are open'],
  ENAMETOOLONG: ['its path is too long'],
  EFBIG: ['it is larger than this system allows'],
  EIO: ['the device reports an error', 'check the disk, or write somewhere else'],
  ESTALE: ['the network drive has lost it', 'try again'],
  EXDEV: ['it would have to be moved to another device'],
  EBADF: ['it is closed'],
};

/** The error of the operating system as one of ours: what was tried, why it failed, what helps. */
export function ioError(error: unknown, what: string): UserError {
  if (error instanceof UserError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const [reason, hint] = reasons[code ?? ''] ?? [message];
  return new UserError(`${what}: ${reason}`, exitCode.io, hint);
}
