/** The law behind each figure of a straddle year, as traces and items cite it. */
import type { Rule } from '../../../../../../shared/domain/trace.ts';

const statute = (section: string): string => `https://www.law.cornell.edu/uscode/text/26/${section}`;
const regulation = (section: string): string => `https://www.law.cornell.edu/cfr/text/26/${section}`;
const rule = (id: string, law: string, url: string): Rule => ({ id: `us/${id}`, law, url });

export const straddleRules = {
  result: rule('futures-result', '26 U.S.C. 1234A; 1256(c)', statute('1256')),
  otherResult: rule('other-futures-result', '26 U.S.C. 1001, 1222, 1234A', statute('1234A')),
  ordinary: rule('funding-ordinary', '26 U.S.C. 61; 67(g)', statute('61')),
  mark: rule('year-end-mark', '26 U.S.C. 1256(a)(1)', statute('1256')),
  markTakenBack: rule('mark-taken-back', '26 U.S.C. 1256(a)(2)', statute('1256')),
  deferral: rule('loss-deferral', '26 U.S.C. 1092(a)(1); Reg. 1.1092(b)-1T(a)(2)', statute('1092')),
  release: rule(
    'loss-released',
    '26 U.S.C. 1092(a)(1)(B); Reg. 1.1092(b)-1T(b), (c)',
    regulation('1.1092(b)-1T'),
  ),
  successor: rule('successor-position', 'Reg. 1.1092(b)-5T(n)', regulation('1.1092(b)-5T')),
  holdingPeriod: rule('straddle-holding-period', 'Reg. 1.1092(b)-2T(a)', regulation('1.1092(b)-2T')),
  longTermLoss: rule('long-term-loss', 'Reg. 1.1092(b)-2T(b)(1)', regulation('1.1092(b)-2T')),
  mixedLoss: rule('mixed-straddle-loss', 'Reg. 1.1092(b)-2T(b)(2)', regulation('1.1092(b)-2T')),
  identified: rule('identified-straddle', '26 U.S.C. 1092(a)(2), (a)(3)(B)', statute('1092')),
  section1256Off: rule('section-1256-off', '26 U.S.C. 1256(d)', statute('1256')),
  straddleByStraddle: rule(
    'straddle-by-straddle',
    'Reg. 1.1092(b)-3T(b)(2), (b)(4); 1.1092(b)-6',
    regulation('1.1092(b)-3T'),
  ),
  carryingCost: rule('carrying-cost', '26 U.S.C. 263(g)', statute('263')),
  washSale: rule('wash-sale', '26 U.S.C. 1091', statute('1091')),
  constructiveSale: rule('constructive-sale', '26 U.S.C. 1259', statute('1259')),
} as const satisfies Readonly<Record<string, Rule>>;
