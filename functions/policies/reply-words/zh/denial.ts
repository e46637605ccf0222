import type { WordClass } from '#domain/reply/reading/words.ts';

/** 由几部分组成的否认。中文。 */
export const zhDenial = {
  disowned: '',
  noneOf: '',
  betweenNone: '',
  belonging: '卡 | 银行卡 | 信用卡 | 储蓄卡 | 钱包 | 手机 | 包 | 背包 | 身份证 | 存折 | 账户 | 账号',
  lost: `
    不见 | 不见了 | 丢 | 丢了 | 丢失 | 被偷 | 被抢 | 遗失 | 失窃 | 掉了 | 弄丢 | 找不到 | 不知去向 | 没了 | 偷走 | 让人偷 | 给偷
  `,
  blocks: '停 | 停掉 | 停了 | 停用 | 锁 | 锁了 | 锁住 | 冻 | 冻结 | 冻了 | 挂失 | 封',
  accused: '你是 | 你们是 | 你就是 | 你们就是 | 你们这些 | 你这 | 你们都是 | 你们这帮 | 你个',
  plea: '快 | 快点 | 快点啊 | 赶紧 | 赶快 | 紧急 | 急 | 很急 | 急急急 | 马上 | 立刻 | 救命 | 救我 | 尽快 | 帮我 | 处理',
} as const satisfies Partial<Record<WordClass, string>>;
