export { type Exchange, exchangeOf } from './compare.ts';
export {
  type CopyPage,
  type CopySection,
  copiesOf,
  documentOf,
  type PaperCopy,
  type PaperRequest,
  type PrintEntry,
  type Register,
  type RegisterEntry,
  readRegister,
} from './register.ts';
export { type CopyStatus, type SectionChange, sectionChanges, statusOf, type TodaysPaper } from './status.ts';
