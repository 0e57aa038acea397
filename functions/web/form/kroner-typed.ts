/** An amount as a form's field has it, which reads it back: `1.250.000` or `1.250.000,50`. @param amount in øre */
export const kronerTyped = (amount: number): string => {
  const whole = String(Math.trunc(amount / 100)).replace(/\B(?=(\d{3})+$)/g, '.')
  const rest = amount % 100
  return rest === 0 ? whole : `${whole},${String(rest).padStart(2, '0')}`
}
