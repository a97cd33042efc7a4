/** What the tests drive inside a real page. */
export * from '../../../utils/page/article-date';
export * from '../../../utils/page/blocks';
export * from '../../../utils/page/exclusion';
export * from '../../../utils/page/hit-test';
export * from '../../../utils/page/language';
export * from '../../../utils/page/mark-layer';
export * from '../../../utils/page/mark-style';
export * from '../../../utils/page/overlay';
export * from '../../../utils/page/paint';
export * from '../../../utils/page/reading';
export * from '../../../utils/page/slices';
export * from '../../../utils/page/watch';
export { PageSession } from '../../../entrypoints/content/session';
export { fakeOutside } from './outside';
