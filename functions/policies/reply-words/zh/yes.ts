import type { WordClass } from '#domain/reply/reading/words.ts';

/** 由几部分组成的肯定：没有否定、疑问、旁人。中文。 */
export const zhYes = {
  didWho: `
    我 | 本人 | 我本人 | 我自己 | 自己 | 是我 | 是本人 | 是我本人 | 是我自己 | 是自己 | 这笔是我 | 这笔是本人 | 这是我 | 这笔交易是我 |
    这笔交易是本人 | 这笔是我本人 | 这笔是我自己 | 这笔消费是我 | 这笔转账是我
  `,
  didVerb: `
    刷的 | 操作的 | 消费的 | 买的 | 付的 | 转的 | 用的 | 做的 | 取的 | 支付的 | 付款的 | 转账的 | 交易的 | 汇的 | 弄的 | 办的 | 下单的 | 刷的卡 | 转的账 | 付的款
  `,
  didWhat: '这笔 | 那笔 | 这 | 交易 | 付款 | 消费 | 转账 | 的 | 正确 | 属实',
  takesWho: '我 | 我们 | 我愿意 | 愿意 | 本人',
  takesVerb: '接受 | 同意 | 答应 | 认可',
  takesWhat: '这个 | 该 | 此 | 你们的 | 的 | 方案 | 还款方案 | 条件 | 提议 | 安排 | 这样',
  rates: '给 | 打 | 打分 | 评分 | 我给 | 我打 | 分数 | 给你们',
} as const satisfies Partial<Record<WordClass, string>>;
