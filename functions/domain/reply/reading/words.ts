/**
 * What a listed phrase says. A phrase is matched word by word (character by character in Chinese), whatever spaces
 * stand between, but never across punctuation; a phrase inside a longer listed one says nothing of its own.
 */
export const WORD_CLASSES = [
  /** The whole message, courtesies apart: an opt-out. */
  'stop',
  /** The same, but it begins no wish in other words. */
  'stopAlone',
  /** An opt-out wherever it stands. */
  'stopPhrase',
  /** An opt-out, unless what is to be stopped follows: a payment, a card. */
  'stopSoft',
  /** Begins a wish not to be written to, when a word of `contact` follows closely. */
  'stopLead',
  'contact',
  /** The same with a verb right behind it: "don't" and "text". */
  'dontLead',
  'contactVerb',
  /** Wishes to be taken off a list: "delete" and "my number". */
  'removeLead',
  'removeWhat',
  /** What else may be stopped: a payment, a card. Then it is no opt-out. */
  'stopObject',
  /** Receiving and sending: what follows says whether messages are meant, or bills, wages, a parcel. */
  'receive',
  /** Telling somebody: a wish about others when one of `others` follows closely. */
  'tell',
  'others',
  /** Whoever else is to be told to stop: fraudsters. */
  'askOthers',
  /** The opposite of a wish to stop. */
  'keepOn',
  /** Beside a bare stop word these say nothing: 帮我, 一下, "no thanks". */
  'besideStop',
  /** Makes the stop word behind it a wish for more, when no other words than of `betweenStop` part them: "don't want to". */
  'notStop',
  'betweenStop',
  /** Asks why it is silent, when a stop word follows so: "why did", 为什么. */
  'askWhy',
  /** The same by a negated verb of contact: "why don't you" and "text". */
  'askNot',
  /** Between a wish and messages it turns the wish round: "don't forget to", 不要错过. */
  'forget',
  /** Behind messages they say how many are wanted: "enough", "than". */
  'compare',
  /** What else people leave or cancel: Netflix, 会员. */
  'elsewhere',
  /** Behind "from" they say that our messages are meant. */
  'fromUs',
  /** A verb of sending, without object at the end of its clause: 别发, "don't send". */
  'sendVerb',
  'beforeSend',
  'afterSend',
  /** Asks or hopes: with `softNot` and a word for messages a wish: 能不能不发. */
  'mayI',
  'softNot',
  /** Ends what was named before it: 短信关掉吧. An English one only behind a word of `wants`: "turn these texts off". */
  'endVerb',
  'wants',
  /** The role of an emergency contact, and who will not have it. */
  'role',
  'noRole',
  'wrong',
  /** The same, but only as the whole message: with more words it may be a slip of the thumb. */
  'wrongAlone',
  /** Says that somebody is not known here; from a customer asked about fraud it is a denial. */
  'wrongThird',
  /** The same, but only as the whole message of a third party. */
  'wrongWhole',
  /** Money went somewhere: a wrong person behind it is whom it went to. */
  'moved',
  /** Holds a word of `moved`, and moves no money. */
  'notMoved',
  'denyWord',
  'deny',
  /** Denies that it was oneself; who has a wrong number says so too. */
  'notMe',
  /** What somebody else did; denies unless it is negated. */
  'crime',
  /** Behind a word of `noneOf` it denies: "not done by me", "none of these were mine". */
  'disowned',
  'noneOf',
  'betweenNone',
  /** Card, purse, phone; beside a word for losing, or for blocking, it denies a payment asked about. */
  'belonging',
  'lost',
  'blocks',
  /** Says whom a word of crime is thrown at: "you are", 你们是. */
  'accused',
  /** Behind a `2` it only urges: 快点, "hurry". */
  'plea',
  /** Asks for protection: a denial of what a fraud question names. */
  'protect',
  /** Holds a word that denies, and denies nothing. */
  'notDeny',
  /** Takes back a word of danger, fraud or change that follows: "not", "没有". */
  'negation',
  /** Takes back a wish for help or protection that follows: "don't", "不用". */
  'refusal',
  /** May stand between a negation and what it takes back. */
  'between',
  'confirm',
  /** Words of `confirm` and `accept` that are also told to others: "confirm!" */
  'order',
  /** Holds a word for yes and says none: mocks, asks back, has had enough. */
  'notYes',
  /** Courtesies and words around an answer that say nothing. */
  'filler',
  /** Says that nothing is wrong: a yes behind or before it is a yes, by itself it is none. */
  'atEase',
  /** The same, but it turns a word of `order` into a request. */
  'please',
  /** The same around a no and a wish; around a yes it may ask, mock, or have had enough: 了, 吧. */
  'tone',
  'help',
  'agent',
  'start',
  /** Words for "yes" that providers take for an opt-in. */
  'optIn',
  'accept',
  'decline',
  /** The places of a yes that is put together, to a payment and to an offer: who, did, what; who, takes, what. */
  'didWho',
  'didVerb',
  'didWhat',
  'takesWho',
  'takesVerb',
  'takesWhat',
  /** Before a rating: "score", 打. */
  'rates',
  /** May stand before a no in its clause: who says it, of what, how firmly. */
  'ahead',
  /** The same behind it: what is refused, for whom. */
  'afterNo',
  /** What a no depends on: "if", 的话. */
  'condition',
  /** Takes something away from a no: "but", "not yet", 不过. */
  'contrast',
  /** Says that the rest is meant otherwise: "just kidding", 才怪. */
  'joke',
  /** A number in words. */
  'numeral',
  /** Says that what follows in its clause was not said, or not by oneself: "never asked to", 没说. */
  'unsaid',
  /** Names terms by itself. */
  'counter',
  /** Names terms when a number stands in the message. */
  'counterLead',
  'why',
  /** A complaint even when it is put as a question. */
  'complaint',
  /** Whom one complains to: a complaint, unless one only asks about them. */
  'complaintTo',
  'info',
  /** The word was handed on to whom it is for. */
  'passedOn',
  /** Death, illness, arrest, a wish to die: a person reads it at once. */
  'grave',
  /** The same, but only as the whole message: with more words it exaggerates. */
  'graveAlone',
  'question',
  'safe',
  'unsafe',
  /** Calls for help: a danger unless it is refused. Missing help is no refusal. */
  'aid',
  'unchanged',
  'changed',
  'arrange',
  'notOwed',
  /** A debt is denied, or anything else is said to be in error. */
  'mistaken',
  /** A debt is denied, unless paying it is yet to come. */
  'paidUp',
  /** Before the word that says a debt is paid: it is yet to be. */
  'later',
  /** The same behind it, where only a time says so: "by Friday". */
  'laterThan',
  /** It is done, whatever time is named: 已经. */
  'done',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];
