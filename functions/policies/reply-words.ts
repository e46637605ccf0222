import type { ReplyWords } from '#domain/reply/reading/words.ts';
import { REPLY_WORDS_EN } from './reply-words-en.ts';
import { REPLY_WORDS_ZH } from './reply-words-zh.ts';

/**
 * The reply dictionary as the product ships it, Chinese and English as equals. Case, width and traditional characters
 * are folded before a phrase is looked up. Stop words: the carriers' keywords, 47 CFR 64.1200(a)(10), and the codes of
 * Chinese service texts (T, TD, 退订).
 */
export const REPLY_WORDS: ReplyWords = {
  version: 1,
  simplified: `
    訂订認认識识對对錯错誤误號号碼码確确沒没盜盗訴诉為为爲为麼么聯联繫系絡络訊讯傳传發发幫帮開开復复銀银還还無无這这個个誰谁電电話话給给請请擾扰騷骚
    離离斷断錢钱帳账賬账詐诈騙骗報报舉举權权準准進进後后過过時时間间們们應应當当問问題题選选擇择務务員员專专線线見见經经辦办繼继續续關关閉闭實实際际
    買买賣卖變变換换舊旧讓让說说聽听點点兒儿來来會会樣样種种現现動动處处結结協协議议減减緩缓費费額额積积極极優优業业醫医療疗單单據据檢检環环檔档記记
    錄录營营監监導导曉晓輕轻負负責责貸贷轉转帶带並并從从將将嗎吗妳你囉啰瞭了隻只裏里裡里衹只攪搅緊紧親亲歸归張张詢询釋释證证簽签購购內内與与於于雲云
    亂乱雖虽壞坏夠够滿满異异況况絕绝屬属維维難难災灾傷伤險险護护別别閱阅髮发複复覆复資资戶户債债貴贵講讲諮咨該该隊队顧顾凍冻鎖锁撥拨產产創创銷销儲储
    歡欢雜杂遲迟遠远達达違违約约組组終终絲丝紅红紀纪純纯納纳紙纸級级細细統统綁绑幹干繳缴劃划轟轰嚇吓潔洁訪访詞词譯译試试誠诚鄰邻閒闲陽阳陰阴隨随階阶
    雙双韓韩頁页頂顶項项順顺須须預预頭头顯显願愿類类風风飛飞養养餘余館馆驗验鬧闹魚鱼鳥鸟麥麦黃黄齊齐齒齿龍龙
  `,
  languages: [REPLY_WORDS_EN, REPLY_WORDS_ZH],
};
