import { type Message, type MessageName, oneText, spoken, twoTexts } from '#domain/text/template.ts';

/**
 * 中文文案。每条询问一条短信(70 字符);不含链接,不索要密码、验证码。前一种写法放不下或缺变量时,用后一种。
 * The level before each wording says who may read it: 0 third parties, 1 with the case's reference, 2 the customer.
 */
export const ZH_CN: Readonly<Record<MessageName, readonly Message[]>> = {
  'fraud.ask': [
    oneText(
      2,
      '【{bank}】{account}{when}有{reason}，本人回{token}1，非本人回{token}2。勿向任何人提供密码。回T退订',
      '【{bank}】{account}{when}有{reason}，本人回{token}1，非本人回{token}2。回T退订',
    ),
  ],
  'fraud.ask.neutral': [
    oneText(
      2,
      '【{bank}】{account}此前有{reason}待核实，本人回{token}1，非本人回{token}2。勿向任何人提供密码。回T退订',
      '【{bank}】{account}此前有{reason}待核实，本人回{token}1，非本人回{token}2。回T退订',
    ),
  ],
  'welfare.ask': [oneText(2, '【{bank}】{reason}。您现在平安吗？平安回{token}1，需要帮助回{token}2。回T退订')],
  'service.ask': [oneText(2, '【{bank}】{account}{reason}。此号码仍由您使用回{token}1，资料有变回{token}2。回T退订')],
  'debt.remind': [
    oneText(
      2,
      '【{bank}】{account}有款项逾期。协商还款回{token}1，认为有误回{token}2，或致电卡背客服电话。回T退订',
      '【{bank}】{account}有款项逾期。协商还款回{token}1，认为有误回{token}2。回T退订',
    ),
  ],
  'contact.relay': [
    oneText(
      0,
      '【{bank}】您被{whom}登记为紧急联系人，请转告其致电卡背客服电话。已转告回{token}1，不认识回{token}9',
      '【{bank}】请转告{whom}致电我行客服。已转告回{token}1，不认识回{token}9',
    ),
  ],
  'contact.notice': [
    oneText(
      0,
      '【{bank}】您被{whom}登记为紧急联系人，仅在联系不上其本人时请您转告。不认识或不同意回{token}9',
      '【{bank}】您被{whom}登记为紧急联系人。不认识或不同意回{token}9',
    ),
  ],
  'prelit.invite': [
    oneText(
      2,
      '【{bank}】{account}逾期已久，愿与您协商还款：协商回{token}1，有异议回{token}2，或致电{phone}。回T退订',
      '【{bank}】{account}逾期已久，协商还款回{token}1，有异议回{token}2。回T退订',
    ),
  ],
  'prelit.mediation': [
    oneText(
      2,
      '【{bank}】{account}逾期一事可由第三方调解，费用由我行承担。同意回{token}1，有异议回{token}2。回T退订',
      '【{bank}】{account}逾期一事可调解。同意回{token}1，有异议回{token}2。回T退订',
    ),
  ],
  'prelit.notice': [
    oneText(
      2,
      '【{bank}】{account}逾期未还，我行将考虑诉讼。仍可协商：回{token}1，有异议回{token}2，或致电{phone}',
      '【{bank}】{account}逾期未还，我行将考虑诉讼。协商回{token}1，有异议回{token}2',
    ),
  ],
  'offer.make': [
    twoTexts(
      2,
      '【{bank}】就您的事项{reference}，我行提出方案：{terms}，{until}前有效。同意回{token}1，不同意回{token}2，另有想法请直接回复说明。回T退订',
      '【{bank}】我行提出方案：{terms}，{until}前有效。同意回{token}1，不同意回{token}2，或回复您的想法。回T退订',
    ),
  ],
  'offer.remind': [
    twoTexts(
      2,
      '【{bank}】提醒：方案“{terms}”{until}前有效。同意回{token}1，不同意回{token}2，或回复您的想法。回T退订',
    ),
  ],
  'follow.ask': [
    oneText(2, '【{bank}】您的投诉已办结，您满意吗？请回{token}加1至5分（5分最满意），如{token}5。回T退订'),
  ],
  'complaint.acknowledged': [oneText(1, '【{bank}】已收到您的投诉，编号{reference}，我行将尽快处理并答复您。')],
  'complaint.agreed': [
    twoTexts(
      2,
      '【{bank}】您已同意方案：{terms}。协议编号{reference}，请留存本短信。如有疑问请致电{phone}。',
      '【{bank}】您已同意方案：{terms}。协议编号{reference}，请留存本短信。',
    ),
  ],
  'complaint.decided': [
    twoTexts(
      2,
      '【{bank}】您的投诉{reference}已有处理结果：{decision}。详情请致电{phone}。如不接受，您还可{routes}。',
      '【{bank}】您的投诉{reference}处理结果：{decision}。详情请致电{phone}。',
    ),
  ],
  'complaint.extended': [
    twoTexts(2, '【{bank}】您的投诉{reference}情况较复杂，处理期限延至{until}，届时答复您。如有疑问请致电{phone}。'),
  ],
  'complaint.mediation-ended': [
    twoTexts(2, '【{bank}】您的投诉{reference}调解已结束，我行继续处理并将答复您。详情请致电{phone}。'),
  ],
  'answer.clarify': [
    oneText(2, '【{bank}】未能看懂您的回复。{choices}，或致电{phone}。', '【{bank}】未能看懂您的回复。{choices}'),
    oneText(0, '【{bank}】未能看懂您的回复。已转告回{token}1，不认识回{token}9'),
  ],
  'answer.which': [oneText(0, '【{bank}】您有多项待答复，请回复短信里的编号加数字，例如{token}1。')],
  'answer.stopped': [oneText(0, '【{bank}】已为您退订，我行不再向此号码发送短信。恢复接收请回复“开通”。')],
  'answer.started': [oneText(0, '【{bank}】已恢复向此号码发送短信。退订请回复T。')],
  'answer.help': [oneText(0, '【{bank}】如需帮助请致电{phone}。退订请回复T。')],
  'answer.late': [oneText(0, '【{bank}】该事项已结束，您的回复已转人工处理。如急请致电{phone}。')],
  'answer.neutral': [oneText(0, '【{bank}】未能识别您的短信。如需帮助请致电{phone}。')],
  'answer.thanks': [oneText(0, '【{bank}】已收到您的回复，谢谢。如有需要我行会再与您联系。')],
  'answer.complaint': [
    oneText(1, '【{bank}】已收到您的投诉，编号{reference}，我行将尽快处理并答复您。'),
    oneText(0, '【{bank}】已收到您的投诉，我行将尽快处理并答复您。'),
  ],
  'answer.why': [
    oneText(2, '【{bank}】因{cause}与您联系。详情请致电{phone}。', '【{bank}】因{cause}与您联系。'),
    oneText(
      0,
      '【{bank}】因您被{whom}登记为联系人而联系您。不认识回{token}9',
      '【{bank}】因客户将您登记为联系人而联系您。',
    ),
  ],
  'answer.wrong': [oneText(0, '【{bank}】打扰了，抱歉。我行将不再为此事联系此号码。')],

  'call.fraud': [
    spoken(
      3,
      '您好，这里是{bank}，请问是{name}本人吗？（先核实身份；核实前不透露任何信息。）核实后：{account}{when}有{reason}，金额{amount}，是您本人操作的吗？（不索要密码或验证码。）',
      '您好，这里是{bank}，请问是{name}本人吗？（先核实身份；核实前不透露任何信息。）核实后：{account}有{reason}，是您本人操作的吗？（不索要密码或验证码。）',
    ),
  ],
  'call.welfare': [
    spoken(
      3,
      '您好，这里是{bank}，请问是{name}本人吗？（先核实身份。）核实后：{reason}。您现在平安吗，需要什么帮助？（不索要密码或验证码。）',
    ),
  ],
  'call.service': [
    spoken(
      3,
      '您好，这里是{bank}，请问是{name}本人吗？（先核实身份。）核实后：{account}{reason}，请核对您的手机号、地址是否有变。（不索要密码或验证码。）',
    ),
  ],
  'call.debt': [
    spoken(
      3,
      '您好，这里是{bank}，请问是{name}本人吗？（先核实身份；核实前不得提及欠款。）核实后：{account}有款项逾期，金额{amount}。您是否认可，需要协商还款安排吗？',
      '您好，这里是{bank}，请问是{name}本人吗？（先核实身份；核实前不得提及欠款。）核实后：{account}有款项逾期。您是否认可，需要协商还款安排吗？',
    ),
  ],
  'call.follow-up': [
    spoken(
      2,
      '您好，这里是{bank}，请问是{name}本人吗？（先核实身份。）核实后：您的投诉{reference}已办结，想请您打分：1分很不满意，5分很满意。（如实记录分数；不劝说、不解释。）',
    ),
  ],
  'call.relay': [
    spoken(
      0,
      '您好，这里是{bank}。您被{whom}登记为紧急联系人，烦请转告其致电银行卡背面的客服电话。（不得透露原因、账户、金额或案件；如对方不认识，记录并致歉，不再联系。）',
    ),
  ],
  'call.voicemail': [spoken(0, '您好，这里是{bank}。请您方便时致电银行卡背面的客服电话。谢谢。')],
};
