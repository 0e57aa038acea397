/** Characters that end a part of an address, in running text, in JSON and in a stack. */
const outside = String.raw`\s"'<>()\[\]{},;:=|\\/`
const bareAddress = `[^${outside}@]{1,128}(?:@|%40)[^${outside}@]{1,255}`

/** `Maren Holm <maren@…>`: what stands before it goes with the address, back to where something else ended. */
const named = new RegExp(String.raw`(?:"[^"\n]{0,80}"\s*|[^\s,:;<>"()][^,:;<>"()\n]{0,80}\s)?<${bareAddress}>`, 'gu')
const bare = new RegExp(bareAddress, 'gu')
/** Before and after what an address on the web says publicly: who signs in with it, and what is asked. */
const webAddress = /(https?:\/\/)(?:[^\s/@"'<>]*@)?([^\s?#"'<>]*)(?:[?#][^\s"'<>]*)?/g
/** Tokens of OpenID and of personal links, and secrets of webhooks. */
const token = /\b(?:eyJ[\w-]+(?:\.[\w-]+)*|whsec_[\w+/=]+)/g

/** A text without mail addresses and the names beside them, without tokens, and without what web addresses carry along. */
export const impersonal = (text: string): string =>
  text.replace(webAddress, '$1$2').replace(token, '<token>').replace(named, '<address>').replace(bare, '<address>')
