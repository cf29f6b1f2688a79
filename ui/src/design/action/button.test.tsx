import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { show } from "../testing";
import { Button } from "./Button";

describe("a button", () => {
  it("that cannot act yet keeps the focus and shows what is missing instead", async () => {
    const act = vi.fn();
    await show(<Button why={["第3项材料尚未审查", { text: "承诺书未签署", href: "#letter" }]} onClick={act}>上报</Button>);
    const button = screen.getByRole("button", { name: "上报" });
    expect(button.hasAttribute("disabled")).toBe(false);
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect(document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent).toContain("第3项材料尚未审查");
    fireEvent.click(button);
    expect(act).not.toHaveBeenCalled();
    expect(button.getAttribute("aria-expanded")).toBe("true");
    expect(screen.getByText("承诺书未签署").getAttribute("href")).toBe("#letter");
  });

  it("acts once while it is at work", async () => {
    const act = vi.fn();
    const { rerender } = await show(<Button onClick={act}>提交</Button>);
    fireEvent.click(screen.getByRole("button"));
    rerender(<Button busy onClick={act}>提交</Button>);
    fireEvent.click(screen.getByRole("button"));
    expect(act).toHaveBeenCalledTimes(1);
    expect(screen.getByRole("button").getAttribute("aria-busy")).toBe("true");
  });
});
