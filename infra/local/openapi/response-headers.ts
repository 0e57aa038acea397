const text = { type: 'string' } as const

/** Headers of answers, by their names in lower case. */
export const responseHeaders = {
  'x-correlation-id': {
    as: 'X-Correlation-Id',
    required: true,
    description: 'The caller’s, or the one that was made.',
    schema: text,
  },
  etag: {
    as: 'ETag',
    required: true,
    description: 'The version, for `If-Match` and `If-None-Match`.',
    schema: text,
  },
  location: { as: 'Location', required: true, description: 'Where it is.', schema: text },
  vary: { as: 'Vary', required: true, description: 'What the answer depends on.', schema: text },
  'cache-control': { as: 'Cache-Control', required: true, description: 'How long it may be kept.', schema: text },
  'content-language': {
    as: 'Content-Language',
    required: true,
    description: 'The language of its words.',
    schema: { type: 'string', enum: ['da', 'en'] },
  },
  'retry-after': {
    as: 'Retry-After',
    required: true,
    description: 'Seconds until a new try.',
    schema: { type: 'string', pattern: '^\\d+$' },
  },
  'www-authenticate': { as: 'WWW-Authenticate', required: true, description: 'How to come in.', schema: text },
  'accept-post': { as: 'Accept-Post', required: true, description: 'What is taken instead.', schema: text },
} as const
