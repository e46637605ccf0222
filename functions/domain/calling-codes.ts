/**
 * Calling codes with the country (ISO 3166-1 alpha-2) that a number of theirs counts as: the main one where several
 * share a code, so that the Crown dependencies count as Great Britain. Source: ITU-T E.164, assigned country codes.
 */
const CODES = countries(
  '7RU 20EG 27ZA 30GR 31NL 32BE 33FR 34ES 36HU 39IT 40RO 41CH 43AT 44GB 45DK 46SE 47NO 48PL 49DE 51PE 52MX 53CU ' +
    '54AR 55BR 56CL 57CO 58VE 60MY 61AU 62ID 63PH 64NZ 65SG 66TH 81JP 82KR 84VN 86CN 90TR 91IN 92PK 93AF 94LK ' +
    '95MM 98IR 211SS 212MA 213DZ 216TN 218LY 220GM 221SN 222MR 223ML 224GN 225CI 226BF 227NE 228TG 229BJ 230MU ' +
    '231LR 232SL 233GH 234NG 235TD 236CF 237CM 238CV 239ST 240GQ 241GA 242CG 243CD 244AO 245GW 246IO 247AC 248SC ' +
    '249SD 250RW 251ET 252SO 253DJ 254KE 255TZ 256UG 257BI 258MZ 260ZM 261MG 262RE 263ZW 264NA 265MW 266LS 267BW ' +
    '268SZ 269KM 290SH 291ER 297AW 298FO 299GL 350GI 351PT 352LU 353IE 354IS 355AL 356MT 357CY 358FI 359BG 370LT ' +
    '371LV 372EE 373MD 374AM 375BY 376AD 377MC 378SM 380UA 381RS 382ME 383XK 385HR 386SI 387BA 389MK 420CZ 421SK ' +
    '423LI 500FK 501BZ 502GT 503SV 504HN 505NI 506CR 507PA 508PM 509HT 590GP 591BO 592GY 593EC 594GF 595PY 596MQ ' +
    '597SR 598UY 599CW 670TL 672NF 673BN 674NR 675PG 676TO 677SB 678VU 679FJ 680PW 681WF 682CK 683NU 685WS 686KI ' +
    '687NC 688TV 689PF 690TK 691FM 692MH 850KP 852HK 853MO 855KH 856LA 880BD 886TW 960MV 961LB 962JO 963SY 964IQ ' +
    '965KW 966SA 967YE 968OM 970PS 971AE 972IL 973BH 974QA 975BT 976MN 977NP 992TJ 993TM 994AZ 995GE 996KG 998UZ',
);

/**
 * Area codes of the North American plan that are not of the United States' own. An area code that is too new to stand
 * here counts as the United States'. Source: NANPA, geographic area codes, 2026.
 */
const AREAS = countries(
  '204CA 226CA 236CA 242BS 246BB 249CA 250CA 257CA 263CA 264AI 268AG 284VG 289CA 306CA 343CA 345KY 354CA 365CA ' +
    '367CA 368CA 382CA 387CA 403CA 416CA 418CA 428CA 431CA 437CA 438CA 441BM 450CA 460CA 468CA 473GD 474CA 506CA ' +
    '514CA 519CA 548CA 579CA 581CA 584CA 587CA 600CA 604CA 613CA 622CA 639CA 647CA 649TC 658JM 664MS 672CA 683CA ' +
    '705CA 709CA 721SX 742CA 753CA 758LC 767DM 778CA 780CA 782CA 784VC 787PR 807CA 809DO 819CA 825CA 829DO 849DO ' +
    '867CA 868TT 869KN 873CA 876JM 879CA 902CA 905CA 939PR 942CA',
);

/** Calling codes have one to three digits. Source: ITU-T E.164 §6.2.1. */
const LONGEST = 3;

/** The country that a number in E.164 belongs to; undefined where its calling code is not assigned to one. */
export function countryOf(e164: string): string | undefined {
  if (e164.startsWith('+1')) return AREAS.get(e164.slice(2, 5)) ?? 'US';
  for (let digits = LONGEST; digits > 0; digits -= 1) {
    const country = CODES.get(e164.slice(1, 1 + digits));
    if (country !== undefined) return country;
  }
  return undefined;
}

/** Reads `86CN 852HK`: a code and its country in one word. */
function countries(words: string): ReadonlyMap<string, string> {
  return new Map(words.split(' ').map((word) => [word.slice(0, -2), word.slice(-2)]));
}
