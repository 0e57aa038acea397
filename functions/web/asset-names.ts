/** By the name we know an asset by, the one it is served under, with a hash of what is in it: set by the bundler. */
declare const ASSET_NAMES: Readonly<Record<string, string>> | undefined

const names: Readonly<Record<string, string>> = typeof ASSET_NAMES === 'undefined' ? {} : ASSET_NAMES

/** The address of an asset, for good: what is in it never changes under one name. */
export const asset = (name: string): string => `/assets/${names[name] ?? name}`
