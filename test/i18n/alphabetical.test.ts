import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alphabetical } from '../../shared/i18n/alphabetical.ts'

/** The 98 municipalities, the regions, and others that one meets. */
const names =
  `Aabenraa Aalborg Aarhus Albertslund Allerød Assens Ballerup Billund Bornholm Brøndby Brønderslev Dragør Egedal Esbjerg Fanø
  Favrskov Faxe Fredensborg Fredericia Frederiksberg Frederikshavn Frederikssund Furesø Faaborg-Midtfyn Gentofte Gladsaxe Glostrup Greve
  Gribskov Guldborgsund Haderslev Halsnæs Hedensted Helsingør Herlev Herning Hillerød Hjørring Holbæk Holstebro Horsens Hvidovre
  Høje-Taastrup Hørsholm Ikast-Brande Ishøj Jammerbugt Kalundborg Kerteminde Kolding København Køge Langeland Lejre Lemvig Lolland
  Lyngby-Taarbæk Læsø Mariagerfjord Middelfart Morsø Norddjurs Nordfyns Nyborg Næstved Odder Odense Odsherred Randers Rebild
  Ringkøbing-Skjern Ringsted Roskilde Rudersdal Rødovre Samsø Silkeborg Skanderborg Skive Slagelse Solrød Sorø Stevns Struer Svendborg
  Syddjurs Sønderborg Thisted Tønder Tårnby Vallensbæk Varde Vejen Vejle Vesthimmerlands Viborg Vordingborg Ærø`
    .split(/\s+/)
    .map((name) => `${name} Kommune`)
const others = [
  'Region Sjælland',
  'Region Syddanmark',
  'Region Midtjylland',
  'KOMBIT',
  'Århus Stift',
  'Økonomistyrelsen',
]

it('given the names of authorities in any order, then they come as Intl sorts them in Danish, each once', () => {
  const collator = new Intl.Collator('da')
  const all = [...names, ...others]
  expect(names).toHaveLength(98)
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: 2 }), (some) => {
      expect(alphabetical([...some, ...some])).toEqual(some.toSorted((a, b) => collator.compare(a, b)))
    }),
    { seed: 43 },
  )
})
