/** Something in the application's code is wrong: said in the console, never on the page. */
export function noteToDevelopers(text: string): void {
  console.warn(`loadline: ${text}`)
}
