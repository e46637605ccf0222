/** First byte of the packed form; another dictionary is another form, and this one stays readable. */
const FORM = 1;

/**
 * Words that decisions and notices repeat. Never changed: what was packed with it is read with it. Later bytes are found
 * cheaper, so the commonest stand last.
 */
const DICTIONARY = Buffer.from(
  [
    '"purpose":"welfare""severity":"critical""severity":"high""department":"contact-centre""department":"collections"',
    '"purpose":"account_service""purpose":"debt_reminder""type":"case.escalated""type":"case.settled""outcome":',
    '"until":"ruleIds":["hours.closed"]"scope":"address""scope":"step""contactId":"audience":"contact"',
    '"do":"work","lane":"urgent""do":"notify","purpose":"fraud_security","severity":"medium","type":"contact.refused"',
    '[{"data":{"caseId":"","customerId":"","ruleIds":["channel.off"],"step":""},"department":"fraud-desk",',
    '"skipped":[{"audience":"customer","channel":"push","decision":{"counters":[],"verdict":"DENY"},"scope":"channel"}]',
    '{"at":{"audience":"customer","channel":"sms","id":"sms","point":""},"attempt":1,"decision":{"counters":[',
    '{"before":0,"limit":5,"rule":"cap.number"},{"before":0,"limit":3,"rule":"cap.case"}],"evidence":[',
    '{"asOf":1,"hash":"","kind":"reason","source":"urn:bank:core"},"kind":"account","sequence":',
    '"kind":"customer","source":"registry"},"kind":"contact-point","source":"contract"}],',
    '"localTime":"2026-00-00T00:00:00+08:00","policy":{"jurisdictions":["CN@1:"],"limits":"limits@1:","plan":""},',
    '"rules":[],"templateId":".zh-CN.L2@1","textHash":"","verdict":"ALLOW","zone":"Asia/Shanghai"},',
    '"from":"RECEIVED","step":1,"to":"CONTACTING","token":""}',
  ].join(''),
);

/** Loaded when the first large entry is met: most processes never meet one, and it costs a cold start 3 %. */
const zlib = () => process.getBuiltinModule('node:zlib');

/** No JSON text holds it: control characters are escaped there. */
const BETWEEN = '\u0000';

/** Two JSON texts as bytes: a third of their size, in some 100 microseconds. */
export function packTexts(texts: readonly [string, string]): Uint8Array {
  const { constants, deflateRawSync } = zlib();
  const packed = deflateRawSync(texts.join(BETWEEN), { dictionary: DICTIONARY, level: constants.Z_BEST_COMPRESSION });
  return Uint8Array.from([FORM, ...packed]);
}

/** Throws on a form it does not know: what cannot be read must never be taken for nothing. */
export function unpackTexts(packed: Uint8Array): readonly [string, string] {
  if (packed[0] !== FORM) throw new Error(`packed texts: got form ${packed[0] ?? 'none'}, expected ${FORM}`);
  const joined = zlib().inflateRawSync(packed.subarray(1), { dictionary: DICTIONARY }).toString('utf8');
  const [one = '', other = ''] = joined.split(BETWEEN);
  return [one, other];
}
