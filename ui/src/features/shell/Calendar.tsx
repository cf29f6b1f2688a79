import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useLanguage } from "@/i18n";
import { antdLocale } from "./antd";
import type { DatePickProps } from "./DatePick";
import "./calendar.css";

const stored = "YYYY-MM-DD";
/** How a date is shown, and the ways in which it may be typed. */
const forms = { "zh-CN": ["YYYY[\u5e74]M[\u6708]D[\u65e5]", stored, "YYYY/M/D", "YYYYMMDD"], en: [stored, "YYYY/M/D", "YYYYMMDD"] };

/** localeOf lets the buttons of year and month be called what they show. */
function localeOf(language: Parameters<typeof antdLocale>[0]) {
  const { DatePicker: words } = antdLocale(language);
  return words && { ...words, lang: { ...words.lang, yearSelect: "", monthSelect: "" } };
}

/** Calendar is antd's date picker with our bounds and forms. */
export function Calendar({ value, onChange, min, max, ...wiring }: DatePickProps) {
  const language = useLanguage();
  return (
    <DatePicker
      {...wiring}
      className="jx-date"
      locale={localeOf(language)}
      getPopupContainer={(field) => field.parentElement ?? document.body} // inside the page's main part
      value={value ? dayjs(value, stored) : null}
      format={forms[language]}
      minDate={min ? dayjs(min, stored) : undefined}
      maxDate={max ? dayjs(max, stored) : undefined}
      onChange={(date) => onChange(date ? date.format(stored) : "")}
    />
  );
}
