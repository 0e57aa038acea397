/** The fields of the form for an idea, as somebody fills them in who says no more than has to be said. */
export const typedIdea = {
  kind: 'new',
  'concept.title': 'Legepladser på kortet',
  'concept.purpose': 'Borgere skal kunne finde legepladser.',
  'concept.authority': 'Skovby Kommune',
  'concept.businessCritical': 'no',
  'contact.name': 'Ida Skov',
  'contact.email': 'ida.skov@skovby.example',
  'contact.language': 'da',
}
