/** Wishes not to be written to, as people put them; one a line of thought, parted by `|`. */
export const WISHES: readonly string[] = `
  STOP SENDING THESE | please take my name off your list | I no longer wish to receive these texts | do not send any more messages | No further contact please
  cease all communication with me | I opt out | how do I opt out? | Can you stop texting this number | Please stop contacting my phone
  I said no more messages | stop msging me | plz dont txt me anymore | would you please quit sending me sms | Remove me please
  unsubscribe from all | STOP ALL TEXTS | Stop! Stop! Stop! | I want these messages to stop | Please end these notifications
  never text this number again | don't contact me by sms anymore | I did not sign up for this, remove me | Get me off this list | Stop spamming my phone
  stop pls thanks | Please do not contact me further | I don't wish to be contacted | I do not consent to these texts | turn off the notifications please
  opt-out please | not interested, stop | Stop with the texts already | stop these messages now | please delete my phone number from your system
  do not disturb me again | you are bothering me, stop | why do you keep texting me? stop it | STOP. | TD退订
  回复T退订 | 不希望再收到此类短信 | 停发短信 | 不接收任何短信 | 请勿发送
  勿发短信 | 不要再推送了 | 取消推送 | 麻烦别再发短信了 | 请把我从短信名单里去掉
  我不想再收到你们的任何信息 | 别给我发垃圾短信 | 停止给我发信息 | 不要老给我打电话发短信 | 退订所有短信
  以后别联系了 | 谢绝短信 | 不用通知我了 | 能不能别发了 | 请停止骚扰
  再也不要给我发短信 | 免打扰 | 不收短信 | 请取消发送 | 別傳了
  請不要再傳簡訊給我 | Stop this nonsense texts | Kindly desist from texting me | I have asked you 3 times to stop texting | Would you mind not texting me
  I'd like the texts to end | no texts please | text no more | Please don't message this number again, thank you | Do NOT send me texts
  quit it with the messages | STOP ALREADY with these msgs | Please take us off your contact list | I never gave you permission to text me | lose this number
  Don't you ever text me again | can you not text me | cease texting immediately | No more alerts | I'm not your customer, stop texting
  Please unsubscribe this number | Unsubscribe!! | stop sms alerts | i dont want any more of these messages | don't need your reminders
  I don't need reminders thanks | please stop bothering my family with texts | how can I stop these messages | How do I unsubscribe | please block my number from your system
  remove my phone number please | my number needs removing from your list | Take my name off the list | leave us alone | do not ever contact me
  Do not reply. Do not text. | this is spam, stop | STOP STOP STOP PLEASE | I want out of these texts | opt out please
  OPT ME OUT | 别再发短信骚扰我了 | 请停止向我发送短信 | 你们能不能不要发短信了 | 不要再给这个号码发信息
  烦死了别发了 | 不想收你们短信 | 我不要你们的短信 | 把这个号码从你们系统删掉 | 请不要给我发送任何信息
  不需要提醒 | 不要再打扰我的生活 | 短信别发了 | 信息不要再发 | 别老给我发这种东西
  停止一切联系 | 拒绝接收此类信息 | 我没有订阅，退订 | 怎么取消短信 | 如何取消短信通知
  麻烦退订一下 | 退订退订 | TD！ | 停止短信服务 | 關閉短信通知
  不要再傳了 | 請勿再傳訊息 | Stop!!! | pls unsubscribe | Hi, please stop sending text messages to me
  i keep getting these messages please stop | I am not interested in getting texts | Kindly take this number off your database | STOP contacting me at this number | Please refrain from contacting me
  no more msgs plz | I'm tired of your messages | Don't text me at work | dont msg me | Do not send any more of these
  UNSUBSCRIBE ME NOW | Please delete my contact info | cancel these notifications | I wish to opt out of all messages | I am opting out
  Quit bugging me with texts | stop txting | Stop sending to this phone | please stop this spam | your texts are unwanted, stop
  not to be contacted again please | no texts to this number | please remove this number from future messages | Could you please stop messaging | opted out
  stop harassing my phone with messages | leave me alone please | I revoke consent to be texted | turn these off | Stop alerts
  end messages | 没完没了，别发了 | 请勿再打扰 | 我要求停止发送短信 | 今后不要再发任何短信
  别往我手机上发短信 | 请把我的手机号从名单中删除 | 不要总是发短信给我 | 这种短信以后不用发了 | 不需要你们发信息
  停止骚扰我 | 我拒收你们的信息 | 取消我的短信订阅 | 请退订此服务 | 退订我的号码
  能不能把短信停了 | 短信太多了，停了吧 | 求你们别发了 | 不准再给我发信息 | 回复TD退订
  TD TD | 停止! | 拒收！ | 取消订阅，谢谢 | 請停止傳送
  不想再被打扰 | 关掉短信提醒 | 屏蔽你们 | 烦不烦，别再发 | 给我把短信停掉
  别再联系我
  turn these notifications off please | I want those alerts switched off | can you switch the texts off
  please get these messages stopped | had it with your texts, enough of these messages | I'm sick and tired of your reminders
  I would prefer it if you didn't message me | I'd rather you did not contact me | wipe my number from your records | DND
  dnd please | S T O P | stpo | no thanks, stop | no thank you unsubscribe | knock it off with the messages | give it a rest
  pack it in | leave off texting me | put an end to these messages | please don't send any more | don't send | do not send again
  don't write to me again | no need to text me | deactivate the sms alerts | terminate these texts | why don't you stop texting me
  why won't you stop messaging me | I'm asking you not to text me | discontinue the alerts | Please quit it
  I want you to stop the texts | can you please not message this phone | how do I turn off these texts
  how do I get these messages to stop | block me from your messages | I have had enough of your messages
  how can I unsubscribe from your list | 短信关掉吧 | 这个短信提醒停了吧 | 通知取消 | 短信推送关闭一下 | 请把短信提醒关了 | 把通知取消掉 | 帮我退订 | 帮忙取消短信 | 麻烦停一下短信 | 别发
  不要发 | 莫发了 | 莫再发 | 甭发了 | 别再给我传 | 别问我了 | 别找我了 | 请不要再找我 | 别再联络我 | 不要联络 | 可不可以不给我发信息 | 能不能不再发 | 怎样才能不收到短信 | 希望你们不发短信了
  唔好再传讯息俾我 | 唔使再联络我 | 咪再搵我 | 拉黑 | 注销短信服务 | 终止短信推送 | 撤回短信同意 | 撤销我的短信订阅 | 不接受任何推送 | 退掉短信 | 本人要求退订 | 我要退订一下 | 推订 | 别打扰我们了
  不需要再联系 | 不用联系了 | 请勿联系 | 别催我 | 退订一下谢谢
  s t o p | sotp | 推订 | turn these alerts off | 短信提醒关掉 | 勿发 | 不需要你们联系 | 解除短信订阅
`
  .split(/[|\n]/u)
  .map((text) => text.trim())
  .filter((text) => text !== '');

/** Texts that name stopping, ending, removing or messages, and are no such wish. */
export const NO_WISHES: readonly string[] = `
  please stop the transfer to my ex | can you stop my standing order | I need you to stop that cheque | my phone stopped receiving your codes | I cancelled the card last week
  remove the hold from my account | the end date is wrong | quit asking me for documents | what happens at the end | I will stop by the branch
  it does not stop raining | cancel my appointment | please cancel the direct debit for gym | please remove my old address | I want to end my contract
  how do I stop a payment | is it possible to stop interest | do you text customers | text me when it is ready | send me a message when done
  you never texted me | I didn't receive the message | call me tomorrow | please contact my wife | 不要扣我的钱
  别冻结我的卡 | 取消我的贷款申请 | 停止计息可以吗 | 不想还了 | 我不想投诉
  没收到验证码 | 请发短信告诉我余额 | 短信收到了 | 信息有误 | 别着急
  不用了谢谢 | 不需要贷款 | 拒绝还款 | 我要取消预约 | 怎么关闭账户
  stop my direct debit please | I need to stop a payment I made by mistake | can you stop the card being used | the app keeps stopping | my texts don't work
  please send the message again | I can't receive texts abroad | why did the texts stop | do I need to unsubscribe from anything | what does STOP do
  I was told to text STOP, is that right? | delete my payee | take the fee off my account | please remove the late fee | end of month is fine
  I'll pay at the end of the week | cancel that, I found it | cancel the replacement card | dont cancel my account | quit my job last month
  no more money | no further questions | please don't close my account | do not freeze my account | don't charge me again
  I refuse to pay | I never signed the contract | I don't agree with the balance | please contact me by email | contact my daughter instead
  停止自动还款 | 取消自动扣款 | 不要给我打折 | 我没有收到提醒 | 请提醒我还款日
  短信里的号码对吗 | 信息我看到了 | 你们的短信是真的吗 | 别担心 | 不要紧
  请不要冻结我的账户 | 我不想分期 | 关闭我的账户 | 取消信用卡 | 删除收款人
  no it wasn't me, stop the card | stop the thief | please stop them taking my money | I need to stop this subscription to Netflix on my card | end of discussion, I did not do it
  can I cancel the payment to the gym | cancel it please, wrong amount | the atm stopped working | I stopped using that card | my contact details changed
  please update my phone number | I sent a message to your branch | your message was not clear | I got a message from you | is this message real
  no message yet | never received a card | no longer live there | I no longer have that phone | do not know this payment
  not my payment | no one contacted me | nobody called me | call me, do not email | I was not notified
  not sure what this is | remind me next week | need more time to pay | refuse the transaction | please reject the payment
  不要再扣了 | 别刷我的卡 | 我没有接到通知 | 通知我一下结果 | 请联系我
  给我打电话 | 发短信告诉我 | 没有信息 | 短信没看懂 | 停用我的卡
  取消这个订单 | 退款 | 退货 | 收到了短信 | 不是我发的
  不要动我的钱 | 别锁我的账户 | 拒绝这笔交易
  I did not unsubscribe | I never asked to be unsubscribed | who unsubscribed me | why did my alerts stop
  how come the texts stopped | have you stopped texting customers | did you stop the alerts | you don't text me any more
  you never text me | nobody texts me | don't forget to text me | please don't fail to message me | don't hesitate to contact me
  I do not want to miss your texts | I don't want these texts to stop | don't stop the alerts
  I wouldn't want to stop the messages | unsubscribe me from Spotify | cancel my gym membership | stop billing me for text alerts
  stop taking sms fees | stop the scammers texting me | why didn't you text me | why haven't you contacted me
  I accidentally unsubscribed | how do I turn the texts back on | texts have stopped coming | my phone is off
  the ATM is out of service | no more texts than last month | turn off my card | switch off the payment | 停电了 | 停车费太贵 | 停产了
  退货了 | 退休了 | 停机了 | 手机停机 | 不要忘了给我发短信 | 别忘记通知我 | 不想错过短信 | 没说要退订 | 我没有退订 | 我没点退订 | 别把短信停掉 | 不要把提醒关了 | 别取消短信提醒 | 退订后怎么恢复
  谁给我退订的 | 谁让你们取消短信的 | 短信怎么没了 | 提醒怎么停了 | 为什么停了短信 | 怎么不发短信了 | 为什么不给我发短信 | 取消短信收费 | 不要再扣短信费 | 停止收费 | 退订会员 | 取消爱奇艺会员 | 误点了退订
  别让骗子给我发短信 | 你们怎么不联系我 | 联系我 | 请联系我 | 能不能发短信给我 | 可以打电话吗 | 我不发了 | 关于短信的问题 | 没关系 | 联系人变了 | 打我电话 | 短信不好用 | 信号不好，短信没看到 | 别打我
  为什么联系我 | 电话停机了打不通
  停薪留职 | 停水停电 | why don't you text me | You don't text me enough | stop charging for sms | 之前误点了退订 | 短信为什么停了
`
  .split(/[|\n]/u)
  .map((text) => text.trim())
  .filter((text) => text !== '');
