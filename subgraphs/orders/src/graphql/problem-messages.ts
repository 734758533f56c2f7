import type { Money } from '@souk/contracts/money';
import type { CartProblem } from '../domain/cart-problems.ts';

const LANGUAGES = { EN: 'en-GB', KO: 'ko-KR' } as const;

/** The amount as people read it. */
function spoken({ amount, currency }: Money, locale: keyof typeof LANGUAGES): string {
  const format = new Intl.NumberFormat(LANGUAGES[locale], { style: 'currency', currency });
  const { maximumFractionDigits = 0 } = format.resolvedOptions();
  return format.format(amount / 10 ** maximumFractionDigits);
}

/** The problem in a sentence, for people. */
export function messageOf(problem: CartProblem, locale: keyof typeof LANGUAGES): string {
  const korean = locale === 'KO';
  switch (problem.kind) {
    case 'PriceChanged': {
      const was = spoken(problem.was, locale);
      const now = spoken(problem.now, locale);
      return korean
        ? `가격이 ${was}에서 ${now}(으)로 바뀌었습니다.`
        : `The price was ${was} and is now ${now}.`;
    }
    case 'OutOfStock':
      return korean ? '품절되었습니다.' : 'This is out of stock.';
    case 'InsufficientStock':
      return korean
        ? `재고가 ${problem.available}개 남았습니다.`
        : `Only ${problem.available} left.`;
    case 'NoLongerSold':
      return korean ? '더 이상 판매하지 않는 상품입니다.' : 'This is no longer sold.';
  }
}
