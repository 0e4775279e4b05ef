/** Tokens that rotki names by their address on Ethereum. Source: the contracts' own symbols. */
const symbols: ReadonlyMap<string, string> = new Map([
  ['0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48', 'USDC'],
  ['0xdac17f958d2ee523a2206206994597c13d831ec7', 'USDT'],
  ['0x6b175474e89094c44da98b954eedeac495271d0f', 'DAI'],
  ['0x1f9840a85d5af5bf1d1762f925bdaddc4201f984', 'UNI'],
  ['0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2', 'WETH'],
  ['0x2260fac5e5542a773aa44fbcfedf7c193bc2c599', 'WBTC'],
  ['0x514910771af9ca656af840dff83e8264ecf986ca', 'LINK'],
  ['0x7fc66500c84a76ad7e9c93437bfc5ac33e2ddae9', 'AAVE'],
  ['0x9f8f72aa9304c8b593d555f12ef6589cc3a579a2', 'MKR'],
  ['0xae7ab96520de3a18e5e111b5eaab095312d7fe84', 'STETH'],
]);

/** "eip155:1/erc20:0xA0b8…" → USDC; another token keeps its address as a name; a ticker is itself. */
export function tickerOfAddress(text: string): string {
  const address = /^eip155:\d+\/erc20:(0x[\da-f]{40})$/iu.exec(text)?.[1]?.toLowerCase();
  return address === undefined ? text : (symbols.get(address) ?? address);
}
