import { SIMPLIFIED } from '../simplified.ts';

/** As replies fold them, and Cantonese characters beside: complaints are longer than answers and nearer to speech. */
export const SIMPLIFIED_SPEECH = `${SIMPLIFIED}
  喺在係是唔不冇没佢他嘅的咗了俾给畀给嚟来睇看攞拿啲些嗰那哋们乜什咁这嘢事仲还咩吗喇了啦了嘞了而家而家
`;
