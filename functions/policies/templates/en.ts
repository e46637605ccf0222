import { type Message, type MessageName, oneText, spoken, twoTexts } from '#domain/text/template.ts';

/**
 * English wordings. Every ask is one text of 160 GSM characters; never a link, never a request for a password. Where the
 * first wording does not fit or lacks a variable, the next is taken; the last of `contact.relay` is short enough for a
 * name in other letters (70 characters). The level before each wording says who may read it.
 */
export const EN: Readonly<Record<MessageName, readonly Message[]>> = {
  'fraud.ask': [
    oneText(
      2,
      '{bank}: {reason} on {account}, {when}. Was it you? Reply {token}1=yes, {token}2=no. We never ask for passwords. STOP to opt out.',
      '{bank}: {reason} on {account}, {when}. Was it you? Reply {token}1=yes, {token}2=no. STOP to opt out.',
    ),
  ],
  'fraud.ask.neutral': [
    oneText(
      2,
      '{bank}: please check an earlier matter on {account}: {reason}. Was it you? Reply {token}1=yes, {token}2=no. We never ask for passwords. STOP to opt out.',
      '{bank}: earlier on {account}: {reason}. Was it you? Reply {token}1=yes, {token}2=no. STOP to opt out.',
    ),
  ],
  'welfare.ask': [
    oneText(2, '{bank}: {reason}. Are you safe? Reply {token}1=yes, {token}2=I need help. STOP to opt out.'),
  ],
  'service.ask': [
    oneText(
      2,
      '{bank}: {account} {reason}. Is this still your number? Reply {token}1=yes, {token}2=data changed. STOP to opt out.',
    ),
  ],
  'debt.remind': [
    oneText(
      2,
      '{bank}: a payment on {account} is overdue. Reply {token}1 to arrange payment, {token}2 if you think this is wrong. STOP to opt out.',
    ),
  ],
  'contact.relay': [
    oneText(
      0,
      '{bank}: {whom} named you as emergency contact. Please ask them to call us on the number on their card. Reply {token}1=done, {token}9=wrong person.',
      '{bank}: please ask {whom} to call us on the number on their bank card. Reply {token}1=done, {token}9=wrong person.',
      '{bank}: ask {whom} to call us. Wrong person: {token}9',
    ),
  ],
  'contact.notice': [
    oneText(
      0,
      '{bank}: {whom} named you as emergency contact, only to pass a word on. Not you, or not willing? Reply {token}9.',
      '{bank}: you are named as emergency contact. Not willing? Reply {token}9.',
    ),
  ],
  'prelit.invite': [
    oneText(
      2,
      '{bank}: {account} is long overdue. Reply {token}1=arrange payment, {token}2=this is wrong, or call {phone}. STOP to opt out',
      '{bank}: {account} is long overdue. {token}1=arrange, {token}2=wrong. STOP to opt out',
    ),
  ],
  'prelit.mediation': [
    oneText(
      2,
      '{bank}: we offer mediation about {account}, at our cost. Reply {token}1=yes, {token}2=this is wrong. STOP to opt out',
      '{bank}: mediation about {account}? {token}1=yes, {token}2=wrong. STOP to opt out',
    ),
  ],
  'prelit.notice': [
    oneText(
      2,
      '{bank}: {account} is unpaid and we may go to court. Still open to talk: {token}1, this is wrong: {token}2, or call {phone}.',
      '{bank}: {account} is unpaid, we may go to court. {token}1=talk, {token}2=wrong.',
    ),
  ],
  'offer.make': [
    twoTexts(
      2,
      '{bank}: about {reference} we offer: {terms}, open until {until}. Reply {token}1=agree, {token}2=decline, or tell us what would suit you. STOP to opt out',
      '{bank}: we offer: {terms}, open until {until}. Reply {token}1=agree, {token}2=decline, or tell us what would suit you. STOP to opt out',
    ),
  ],
  'offer.remind': [
    twoTexts(
      2,
      '{bank}: our offer of {terms} is open until {until}. Reply {token}1=agree, {token}2=decline, or tell us what would suit you. STOP to opt out',
    ),
  ],
  'follow.ask': [
    oneText(
      2,
      '{bank}: your complaint is closed. How content are you? Reply {token} and 1 to 5 (5=very), such as {token}5. STOP to opt out',
    ),
  ],
  'complaint.acknowledged': [
    oneText(1, '{bank}: we have received your complaint, reference {reference}. We will look into it and answer you.'),
  ],
  'complaint.agreed': [
    twoTexts(
      2,
      '{bank}: agreed: {terms}. It stands under your reference {reference}; please keep this text. Questions? Call {phone}.',
    ),
  ],
  'complaint.decided': [
    twoTexts(
      2,
      '{bank}: your complaint {reference} is {decision}. For details call {phone}. If you do not accept it, these stay open to you: {routes}.',
      '{bank}: your complaint {reference} is {decision}. For details call {phone}.',
    ),
  ],
  'complaint.extended': [
    twoTexts(
      2,
      '{bank}: your complaint {reference} needs more time; we will answer you by {until}. Questions? Call {phone}.',
    ),
  ],
  'complaint.mediation-ended': [
    twoTexts(
      2,
      '{bank}: the mediation about your complaint {reference} has ended; we go on with it and will answer you. Questions? Call {phone}.',
    ),
  ],
  'answer.clarify': [
    oneText(2, '{bank}: we did not understand your reply. {choices}. Or call {phone}.'),
    oneText(0, '{bank}: we did not understand your reply. {token}1=done, {token}9=wrong person.'),
  ],
  'answer.which': [
    oneText(
      0,
      '{bank}: several questions are open. Please reply with the code in our text and a digit, such as {token}1.',
    ),
  ],
  'answer.stopped': [
    oneText(0, '{bank}: you are opted out and get no more texts from us on this number. Reply START to resume.'),
  ],
  'answer.started': [oneText(0, '{bank}: you will get texts from us on this number again. Reply STOP to opt out.')],
  'answer.help': [oneText(0, '{bank}: for help please call {phone}. Reply STOP to opt out.')],
  'answer.late': [
    oneText(
      0,
      '{bank}: this matter is closed. Your reply has been passed to our staff. If it is urgent, call {phone}.',
    ),
  ],
  'answer.neutral': [oneText(0, '{bank}: we could not match your text. For help please call {phone}.')],
  'answer.thanks': [oneText(0, '{bank}: thank you, we have your reply. We will be in touch if anything is needed.')],
  'answer.complaint': [
    oneText(1, '{bank}: we have received your complaint, reference {reference}. We will look into it and answer you.'),
    oneText(0, '{bank}: we have received your complaint. We will look into it and answer you.'),
  ],
  'answer.why': [
    oneText(
      2,
      '{bank}: we contacted you because {cause}. Questions? Call {phone}.',
      '{bank}: we contacted you because {cause}.',
    ),
    oneText(
      0,
      '{bank}: {whom} named you as emergency contact, so we wrote to you. Wrong person? Reply {token}9.',
      '{bank}: a customer named you as contact.',
    ),
  ],
  'answer.wrong': [oneText(0, '{bank}: sorry to have disturbed you. We will not contact this number about it again.')],

  'call.fraud': [
    spoken(
      3,
      'Good day, this is {bank}. May I speak to {name}? (Identify first; say nothing before.) Then: {reason} on {account}, {when}, {amount}. Was it you? (Never ask for a password or code.)',
      'Good day, this is {bank}. May I speak to {name}? (Identify first; say nothing before.) Then: {reason} on {account}. Was it you? (Never ask for a password or code.)',
    ),
  ],
  'call.welfare': [
    spoken(
      3,
      'Good day, this is {bank}. May I speak to {name}? (Identify first.) Then: {reason}. Are you safe, and how can we help? (Never ask for a password or code.)',
    ),
  ],
  'call.service': [
    spoken(
      3,
      'Good day, this is {bank}. May I speak to {name}? (Identify first.) Then: {account} {reason}. Are your number and address still right? (Never ask for a password or code.)',
    ),
  ],
  'call.debt': [
    spoken(
      3,
      'Good day, this is {bank}. May I speak to {name}? (Identify first; no word of a debt before.) Then: a payment on {account} is overdue, {amount}. Do you agree, and shall we arrange payment?',
      'Good day, this is {bank}. May I speak to {name}? (Identify first; no word of a debt before.) Then: a payment on {account} is overdue. Do you agree, and shall we arrange payment?',
    ),
  ],
  'call.follow-up': [
    spoken(
      2,
      'Good day, this is {bank}. May I speak to {name}? (Identify first.) Then: your complaint {reference} is closed. How content are you, from 1, not at all, to 5, very? (Note the number as said; do not argue.)',
    ),
  ],
  'call.relay': [
    spoken(
      0,
      'Good day, this is {bank}. {whom} named you as emergency contact. Please ask them to call the number on their bank card. (No reason, account, amount or case. If they do not know the person, note it and apologise.)',
    ),
  ],
  'call.voicemail': [
    spoken(0, 'Good day, this is {bank}. Please call the number on your bank card when it suits you. Thank you.'),
  ],
};
