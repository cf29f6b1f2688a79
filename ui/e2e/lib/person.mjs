// Somebody who speaks to the API without a browser: to look at what a screen has brought about, and to act as a second
// person while the first sits at a screen.
import { setting } from "./browser.mjs";

export class Person {
  #base = setting("BASE_URL");
  #cookie = "";
  #csrf = "";

  static async named(login) {
    const person = new Person();
    const answer = await fetch(`${person.#base}/api/session`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ login, password: setting("PASSWORD") }),
    });
    if (!answer.ok) throw new Error(`sign in as ${login}: ${answer.status} ${await answer.text()}`);
    person.#cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
    person.#csrf = (await answer.json()).csrf;
    return person;
  }

  /** ask sends a request and gives the answer's content; what is no success is an error. */
  async ask(method, path, body, headers = {}) {
    const answer = await fetch(this.#base + path, {
      method, body: body === undefined ? undefined : JSON.stringify(body),
      headers: { cookie: this.#cookie, "X-CSRF-Token": this.#csrf, "Content-Type": "application/json", "Accept-Language": "zh-CN", ...headers },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text && JSON.parse(text);
  }

  get(path) {
    return this.ask("GET", path);
  }

  /** decide answers a task at once. */
  decide(task, verdict, sheet, key = crypto.randomUUID()) {
    return this.ask("POST", `/api/cases/${task.caseNo}/tasks/${task.stage}/${task.round}/${encodeURIComponent(task.slot)}/decision`,
      { version: task.version, verdict, sheet }, { "Idempotency-Key": key });
  }
}
