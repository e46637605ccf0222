import type { LanguageWords } from '#domain/reply/reading/heads.ts';
import { zhAnswers } from './zh/answers.ts';
import { zhAround } from './zh/around.ts';
import { zhDenial } from './zh/denial.ts';
import { zhDoubt } from './zh/doubt.ts';
import { zhKeeping } from './zh/keeping.ts';
import { zhSilence } from './zh/silence.ts';
import { zhStories } from './zh/stories.ts';
import { zhYes } from './zh/yes.ts';

/** 中文。繁体字在查找前先转为简体。 */
export const REPLY_WORDS_ZH: LanguageWords = {
  script: 'han',
  lists: { ...zhSilence, ...zhAnswers, ...zhAround, ...zhDenial, ...zhDoubt, ...zhKeeping, ...zhStories, ...zhYes },
  ratings: {
    1: '差评 | 非常不满意 | 很不满意 | 极不满意 | 非常差 | 很差 | 一星 | 一分 | 1分 | 1星',
    2: '不满意 | 不太满意 | 差 | 较差 | 两星 | 二星 | 二分 | 两分 | 2分 | 2星',
    3: '一般 | 一般般 | 还行 | 还可以 | 凑合 | 三星 | 三分 | 3分 | 3星',
    4: '满意 | 基本满意 | 比较满意 | 较满意 | 挺好 | 好 | 不错 | 四星 | 四分 | 4分 | 4星',
    5: '好评 | 五分好评 | 五星好评 | 5星好评 | 5分好评 | 非常满意 | 很满意 | 十分满意 | 特别满意 | 非常好 | 很好 | 完美 | 五星 | 五分 | 满分 | 5分 | 5星',
  },
};
