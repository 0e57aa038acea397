const longest = 1_000

/** A path of ours; anything that a browser could take for another site leads to the front page. */
export const ownPath = (path: string | undefined): string =>
  path !== undefined && path.length <= longest && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) ? path : '/'
