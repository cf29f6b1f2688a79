import { describe, expect, test } from "vitest";
import { emptyMeeting, gapsIn, instantOf, shanghaiOf, type Sheet } from "./deliberation";

const panel = ["a", "b", "c"];
const now = Date.parse("2026-11-26T03:00:00Z");

function held(part: Partial<Sheet> = {}): Sheet {
  return { ...emptyMeeting(panel).sheet, heldAt: "2026-11-26T02:00:00Z", place: "二楼会议室", minutes: "一致同意", vote: { for: 3, against: 0, abstain: 0 }, ...part };
}

describe("the experts' meeting", () => {
  test("lacks nothing when it was held, said and voted", () => {
    expect(gapsIn(held(), panel, now)).toEqual([]);
    expect(gapsIn(held({ minutes: "", minutesFile: "f" }), panel, now)).toEqual([]);
  });

  test("wants time, place, minutes and votes", () => {
    expect(gapsIn(emptyMeeting(panel).sheet, panel, now)).toEqual(["gap.heldAt", "gap.place", "gap.minutes", "gap.vote"]);
    expect(gapsIn(held({ heldAt: "2026-11-26T03:01:00Z" }), panel, now)).toEqual(["gap.heldAtFuture"]);
  });

  test("wants more than half of the panel, and votes that add up to who is present", () => {
    expect(gapsIn(held({ present: ["a"], vote: { for: 1, against: 0, abstain: 0 } }), panel, now)).toEqual(["gap.quorum"]);
    expect(gapsIn(held({ present: ["a", "b"] }), panel, now)).toEqual(["gap.vote"]);
    expect(gapsIn(held({ vote: { for: 4, against: -1, abstain: 0 } }), panel, now)).toEqual(["gap.vote"]);
  });

  test("is told in Shanghai's time", () => {
    expect(shanghaiOf("2026-11-26T16:30:00Z")).toBe("2026-11-27T00:30");
    expect(instantOf("2026-11-27T00:30")).toBe("2026-11-26T16:30:00.000Z");
    expect(instantOf("")).toBeUndefined();
  });
});
