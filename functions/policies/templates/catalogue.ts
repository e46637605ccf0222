import type { Catalogue } from '#domain/text/template.ts';
import { EN } from './en.ts';
import { ZH_CN } from './zh-CN.ts';

/** The texts as the product ships them. A version is immutable: change one by adding the next version. */
export const CATALOGUE: Catalogue = { version: 1, 'zh-CN': ZH_CN, en: EN };
