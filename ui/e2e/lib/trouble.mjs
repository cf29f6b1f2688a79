// What happens to people at work: the network goes, everything takes long, the session ends.

/** slow makes every request to the API take longer, until the function that it gives is called. */
export async function slow(page, milliseconds) {
  const late = async (route) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await route.continue().catch(() => undefined); // the page may be gone by then
  };
  await page.route("**/api/**", late);
  return () => page.unroute("**/api/**", late);
}

/** failing answers requests that a pattern matches as a broken server would, until the function that it gives is called. */
export async function failing(page, pattern, status = 503) {
  const broken = (route) =>
    route.fulfill({
      status, contentType: "application/problem+json; charset=utf-8",
      body: JSON.stringify({ type: "about:blank", title: "暂时无法办理", status, code: "unavailable", detail: "系统繁忙，请稍后重试", requestId: "e2e-broken" }),
    });
  await page.route(pattern, broken);
  return () => page.unroute(pattern, broken);
}

/** A line to the network that can be made narrow, cut and mended. */
export class Line {
  static async of(page) {
    const line = new Line();
    line.context = page.context();
    line.session = await line.context.newCDPSession(page);
    await line.session.send("Network.enable");
    return line;
  }

  /** narrow lets so many bytes per second through, in each direction; without a number everything passes again. */
  narrow(bytesPerSecond = -1) {
    return this.session.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond });
  }

  /** cut takes the network away; what is under way fails. */
  async cut() {
    await this.narrow(); // two rules for one page would hide each other
    await this.context.setOffline(true);
  }

  mend() {
    return this.context.setOffline(false);
  }
}

/** endSession ends a page's session on the server alone: the browser keeps its cookie and knows nothing. */
export async function endSession(context, base) {
  const cookies = await context.cookies(base);
  const cookie = cookies.map((c) => `${c.name}=${c.value}`).join("; ");
  const session = await (await fetch(`${base}/api/session`, { headers: { cookie } })).json();
  const answer = await fetch(`${base}/api/session`, { method: "DELETE", headers: { cookie, "X-CSRF-Token": session.csrf } });
  if (!answer.ok) throw new Error(`end the session: ${answer.status} ${await answer.text()}`);
}
