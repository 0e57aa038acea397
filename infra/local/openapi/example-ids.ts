/** What the examples are about. */
export const exampleIds = {
  project: 'prj_01JQ8Z6M3V5R7T9W1X3Y5Z7A9C',
  another: 'prj_01JQ8Z6M3V5R7T9W1X3Y5Z7A9D',
  meeting: 'mtg_01JQ8Z6M3V5R7T9W1X3Y5Z7A9E',
  erasure: 'era_01JQ8Z6M3V5R7T9W1X3Y5Z7A9G',
  correlation: '01JQ8Z6M3V5R7T9W1X3Y5Z7A9F',
} as const
