import type { components } from "./schema.gen";

type Body = components["schemas"]["Problem"];

/** FieldProblem is one wrong field: a JSON pointer into what was sent, and a sentence that says what to do. */
export type FieldProblem = components["schemas"]["FieldProblem"];

/** Answers of 409 that no other person has caused. */
const unready = new Set(["not_ready", "key_reused"]);

/** Problem is why a request came to nothing. `detail` is a sentence for the person. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: FieldProblem[];
  readonly facts: Record<string, string>;
  readonly requestId: string;

  constructor(body: Partial<Body> & { status: number; code: string; detail: string }) {
    super(body.detail);
    this.name = "Problem";
    this.status = body.status;
    this.code = body.code;
    this.fields = body.fields ?? [];
    this.facts = body.facts ?? {};
    this.requestId = body.requestId ?? "";
  }

  /** detail is the sentence for the person; empty where the server said none. */
  get detail(): string {
    return this.message;
  }

  /** again says whether the same request may succeed later: nothing was refused, something did not answer. */
  get again(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** lostRace says whether somebody was first; what is merely not ready yet lists what is missing instead. */
  get lostRace(): boolean {
    return this.status === 409 && !unready.has(this.code);
  }
}

/** problemOf gives whatever was thrown as a Problem. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem({ status: -1, code: "page", detail: thrown instanceof Error ? thrown.message : String(thrown) });
}

/** problemFrom reads a problem document; anything else that came with this status is an unreadable answer. */
export async function problemFrom(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as Body;
    if (typeof body.code === "string" && typeof body.detail === "string") return new Problem(body);
  } catch {
    // no problem document: a proxy answered
  }
  return new Problem({ status: response.status, code: "unreadable", detail: "", requestId: response.headers.get("X-Request-ID") ?? "" });
}
