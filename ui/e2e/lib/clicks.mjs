// Counts what a person does with a pointer: every real press in the page, and the two of a choice in a native list, which
// the page never sees. A press is counted where it lands, so a label with its box counts once.

export class Clicks {
  #count = 0;
  #files = 0;

  static async on(context) {
    const clicks = new Clicks();
    await context.exposeBinding("reportPress", () => void clicks.#count++);
    await context.addInitScript(() => {
      window.addEventListener("pointerdown", (event) => event.isTrusted && event.isPrimary && window.reportPress(), { capture: true });
    });
    return clicks;
  }

  /** choose takes an option of a native list by its words: one press opens it, one chooses. */
  async choose(list, label) {
    await list.selectOption({ label });
    this.#count += 2;
  }

  /** chooseFile gives a file to an input that a person would press and then choose in the system's dialog. */
  async chooseFile(input, ...files) {
    await input.setInputFiles(files.length === 1 ? files[0] : files);
    this.#files++;
  }

  /** restart begins to count anew. */
  restart() {
    this.#count = 0;
    this.#files = 0;
  }

  get count() {
    return this.#count;
  }

  get files() {
    return this.#files;
  }
}
