// Watches a page for what must never happen, whatever a script is about: errors in the console, exceptions, breaches of
// the content policy, answers of 5xx, files that are missing.

/** How Chromium words an answer of 4xx in the console: those of the API are judged by the screens, not here. */
const refused = /Failed to load resource: the server responded with a status of 4\d\d/;
const stillness = 200; // ms without a request after which a page has what it asked for

export class Watch {
  #allowed = [];
  #underWay = new Set();
  #since = Date.now(); // when a request began or ended last
  troubles = [];
  at = ""; // what the page is being looked at for

  /** on begins to watch every page of a context, those that open later too. */
  static async on(context) {
    const watch = new Watch();
    await context.exposeBinding("reportBreach", (_source, text) => watch.#note("content policy", text));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (e) => {
        window.reportBreach(`${e.effectiveDirective} blocks ${e.blockedURI || "inline"} at ${e.sourceFile ?? document.URL}:${e.lineNumber} ${e.sample ?? ""}`);
      });
    });
    context.on("page", (page) => watch.#watch(page));
    const move = (change) => (request) => {
      change(request);
      watch.#since = Date.now();
    };
    context.on("request", move((request) => watch.#underWay.add(request)));
    context.on("requestfinished", move((request) => watch.#underWay.delete(request)));
    context.on("requestfailed", move((request) => watch.#underWay.delete(request)));
    return watch;
  }

  /** allow lets a kind of trouble pass that the script causes itself, until the function that it gives is called. */
  allow(pattern) {
    this.#allowed.push(pattern);
    return () => {
      this.#allowed = this.#allowed.filter((other) => other !== pattern);
    };
  }

  /** forget drops what was seen until now and what was allowed. */
  forget() {
    this.#allowed = [];
    this.troubles = [];
  }

  /** quiet waits until nothing has been fetched for a moment. */
  async quiet(patience) {
    const until = Date.now() + patience;
    while ((this.#underWay.size > 0 || Date.now() - this.#since < stillness) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 30));
  }

  #watch(page) {
    page.on("console", (message) => {
      if (message.type() === "error" && !(refused.test(message.text()) && message.location().url.includes("/api/"))) {
        this.#note("console", `${message.text()} (${message.location().url})`);
      }
    });
    page.on("pageerror", (error) => this.#note("exception", error.stack ?? String(error)));
    page.on("response", (response) => {
      const file = !response.url().includes("/api/");
      if (response.status() >= 500 || (file && response.status() === 404)) {
        this.#note("answer", `${response.status()} ${response.request().method()} ${response.url()}`);
      }
    });
  }

  #note(kind, text) {
    const line = `${this.at && `${this.at}: `}${kind}: ${text}`;
    if (!this.#allowed.some((pattern) => pattern.test(line))) this.troubles.push(line);
  }
}
