import { api } from "@/api/client";

let ahead = 0;

/** How far two clocks may differ through the second's rounding and the way of an answer. */
const tolerance = 2000;

/** minding has the phone's clock compared with the server's at every answer, and gives the way to stop. */
export function minding(): () => void {
  const look = {
    onResponse({ response }: { response: Response }) {
      const said = Date.parse(response.headers.get("Date") ?? "");
      if (!Number.isNaN(said)) ahead = Date.now() - said > tolerance ? Date.now() - said : 0;
    },
  };
  api.use(look);
  return () => api.eject(look);
}

/** notAhead moves an instant of this phone's clock back where it would lie in the server's future, which takes no such instant. */
export function notAhead(instant: string): string {
  const latest = Date.now() - ahead;
  return Date.parse(instant) > latest ? new Date(latest).toISOString() : instant;
}
