import { generator } from './generator.ts';

/** A Binance spot export of any length, seeded: fills of four coins against USDT, fees in what was received. */
export function generatedExport(rows: number, seed = 7): string {
  const random = generator(seed);
  const coins = [
    { asset: 'BTC', price: 60_000, held: 0, places: 5 },
    { asset: 'ETH', price: 2_500, held: 0, places: 4 },
    { asset: 'SOL', price: 120, held: 0, places: 2 },
    { asset: 'XRP', price: 1.1, held: 0, places: 0 },
  ];
  const lines = ['Date(UTC),Pair,Side,Price,Executed,Amount,Fee'];
  const start = Date.parse('2023-01-02T00:00:00Z');
  const step = Math.floor((3 * 365 * 86_400_000) / rows);
  for (let row = 0; row < rows; row += 1) {
    const coin = coins[Math.floor(random() * coins.length)] ?? coins[0];
    if (coin === undefined) break;
    coin.price *= 1 + (random() - 0.499) * 0.004;
    const unit = 10 ** coin.places;
    const size = Math.ceil(random() * 40) * 10; // in the last decimal place
    // Two fifths are sales, and never of more than is there.
    const sells = random() < 0.4 && coin.held >= size;
    coin.held += sells ? -size : Math.floor(size * 0.99);
    const cents = Math.round(coin.price * 10_000);
    const amount = BigInt(cents) * BigInt(size); // in 10⁻⁴ of the last place
    const quantity = (size / unit).toFixed(coin.places);
    const fee = sells ? decimal(amount, 4 + coin.places + 3) : decimal(BigInt(size), coin.places + 3);
    const time = new Date(start + row * step).toISOString().slice(0, 19).replace('T', ' ');
    const feeAsset = sells ? 'USDT' : coin.asset;
    lines.push(
      `${time},${coin.asset}USDT,${sells ? 'SELL' : 'BUY'},${decimal(BigInt(cents), 4)},${quantity}${coin.asset},${decimal(amount, 4 + coin.places)}USDT,${fee}${feeAsset}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function decimal(scaled: bigint, places: number): string {
  const digits = scaled.toString().padStart(places + 1, '0');
  return `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`;
}
