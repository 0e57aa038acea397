/** Tilgængelighedserklæringen og andet om Trin selv. */
export const about = {
  accessibility: {
    title: 'Tilgængelighedserklæring',
  },
}
