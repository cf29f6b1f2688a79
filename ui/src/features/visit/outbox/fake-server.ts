import type { Sheet } from "./record";

interface Stored {
  id: string;
  name: string;
  sha256: string;
  purpose: string;
  capturedAt: string;
  state: string;
  bytes: string;
}

interface Decided {
  body: { version: number; sheet: Sheet };
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
const problem = (status: number, code: string, more: object = {}) => json(status, { type: "", title: code, status, code, detail: code, requestId: "r", ...more });

/** FakeServer answers the addresses that a visit uses, for tests: it can be down, or lose an answer after it has acted. */
export class FakeServer {
  down = false;
  closedBy = "";
  refuse: { pointer: string; code: string; message: string }[] | undefined;
  readonly documents: Stored[] = [];
  readonly decisions: Decided[] = [];
  readonly keys = new Map<string, string>();
  private worksheet: { content: { sheet: Sheet }; version: number } | undefined;
  private losing = "";
  private sent = new Blob();

  /** loseAnswer lets the next such request act and then seem to fail. */
  loseAnswer(request: string): void {
    this.losing = request;
  }

  accepted(): Stored[] {
    return this.documents.filter((document) => document.state === "accepted");
  }

  stored(): { sheet: Sheet; version: number } | undefined {
    return this.worksheet && { sheet: this.worksheet.content.sheet, version: this.worksheet.version };
  }

  /** save is what the same person saves from another place. */
  save(sheet: Sheet): void {
    this.worksheet = { content: { sheet }, version: (this.worksheet?.version ?? 0) + 1 };
  }

  readonly fetch = async (input: Request | string, init?: RequestInit): Promise<Response> => {
    if (this.down) throw new TypeError("Failed to fetch");
    const request = input instanceof Request ? input : new Request(input, init);
    const { pathname } = new URL(request.url);
    const name = `${request.method} ${pathname === "/api/documents" ? pathname : `/${pathname.split("/").at(pathname.startsWith("/store/") ? 1 : -1) ?? ""}`}`;
    if (name === "PUT /store") this.sent = init?.body as Blob;
    const response = await this.act(name, pathname, request);
    if (this.losing === name) {
      this.losing = "";
      throw new TypeError("Failed to fetch");
    }
    return response;
  };

  private async act(name: string, pathname: string, request: Request): Promise<Response> {
    const document = this.documents.find(({ id }) => pathname.includes(id));
    switch (name) {
      case "POST /api/documents": {
        const announced = { ...((await request.json()) as Omit<Stored, "id" | "state" | "bytes">), id: `document-${this.documents.length}`, state: "uploading", bytes: "" };
        this.documents.push(announced);
        return json(201, this.plan(announced));
      }
      case "GET /api/documents":
        return json(200, { items: this.documents });
      case "GET /upload":
        return document ? json(200, this.plan(document)) : problem(404, "not_found");
      case "PUT /store":
        if (document) document.bytes = new TextDecoder().decode(await this.sent.arrayBuffer());
        return new Response(null, { status: 200 });
      case "POST /completion":
        if (document) document.state = document.bytes ? "accepted" : "uploading";
        return json(200, document);
      case "PUT /worksheet":
        return this.keep((await request.json()) as { content: { sheet: Sheet }; version: number });
      case "POST /decision":
        return this.decide(request.headers.get("Idempotency-Key") ?? "", (await request.json()) as Decided["body"]);
      default:
        return json(200, { task: { version: 4, state: this.decisions.length ? "done" : "open" }, worksheet: this.worksheet });
    }
  }

  private plan(document: Stored) {
    return { document, upload: document.state === "uploading" ? { method: "PUT", url: `http://localhost/store/${document.id}`, headers: {}, expiresAt: "" } : undefined };
  }

  private keep(sent: { content: { sheet: Sheet }; version: number }): Response {
    if (sent.version !== (this.worksheet?.version ?? 0)) return problem(409, "stale");
    this.save(sent.content.sheet);
    return json(200, { version: this.worksheet?.version, savedAt: "2026-11-26T02:32:00Z" });
  }

  private decide(key: string, body: Decided["body"]): Response {
    const words = JSON.stringify(body);
    const before = this.keys.get(key);
    if (before !== undefined && before !== words) return problem(422, "key_reused");
    this.keys.set(key, words);
    if (this.refuse) return problem(422, "invalid", { fields: this.refuse });
    if (this.closedBy) return problem(409, "taken", { facts: { who: this.closedBy } });
    if (before === undefined) this.decisions.push({ body });
    return json(200, { commandId: key, seq: 9, stage: "assessment" });
  }
}
