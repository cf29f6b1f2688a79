package policy_test

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/policy"
)

func day(year, month, day int) civil.Date { return civil.On(year, time.Month(month), day) }

func delivered(t *testing.T) policy.Book {
	t.Helper()
	book, err := policy.DefaultBook()
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func row(key string, value policy.Value, from civil.Date, revision int) policy.Param {
	return policy.Param{Key: key, Value: value, Unit: "workday", Source: "setting",
		Evidence: policy.Setting, From: from, Revision: revision}
}

func TestTheDeliveredBookGivesEveryParameterThatCodeAsksFor(t *testing.T) {
	t.Parallel()
	source, err := os.ReadFile("keys.go")
	if err != nil {
		t.Fatal(err)
	}
	book := delivered(t)
	keys := book.Keys()
	asked := regexp.MustCompile(`= +"([a-zA-Z]+\.[a-zA-Z.]+)"`).FindAllStringSubmatch(string(source), -1)
	if len(asked) < 30 {
		t.Fatalf("only %d keys were found in keys.go", len(asked))
	}
	for _, match := range asked {
		if !slices.Contains(keys, match[1]) {
			t.Errorf("the delivered book lacks %s", match[1])
		}
	}
}

func TestTheDeliveredBookHoldsTheValuesOfTheNotice(t *testing.T) {
	t.Parallel()
	edition := delivered(t).At(day(2020, 6, 1))
	if edition.Version() != "2020-06-01.1" {
		t.Errorf("version = %s", edition.Version())
	}
	for key, want := range map[string]int{
		policy.ValidityYears: 3, policy.RetentionPaper: 3, policy.RetentionElectronic: 5,
		policy.AcceptanceDays: 5, policy.CityDays: 20, policy.CentreDays: 10, policy.ReceiptDays: 5,
		policy.SupplementDays: 30, policy.RectificationDays: 60, policy.CommitmentDays: 10,
		policy.PublicationDays: 5, policy.PanelSizeMin: 3, policy.RenewalWindowDays: 90,
		policy.PassMark: 60, policy.SampleShare: 10, policy.SampleMin: 5, policy.ResultRowsMax: 10000, policy.AgeMin: 16, policy.UploadFileMiB: 100, policy.StaffRowsMax: 2000, policy.TenureRemindHour: 8, policy.ReceiptAheadDays: 90,
	} {
		if got, err := edition.Int(key); err != nil || got != want {
			t.Errorf("%s = %d, %v, want %d", key, got, err, want)
		}
	}
	if got, err := edition.Ints(policy.TenureReminders); err != nil || !slices.Equal(got, []int{180, 90, 30, 7}) {
		t.Errorf("reminders = %v, %v", got, err)
	}
	if got, err := edition.Text(policy.MonthlySummaryDue); err != nil || got != "last day of month" {
		t.Errorf("monthly summary = %s, %v", got, err)
	}
	if row, err := edition.Param(policy.RectificationDays); err != nil || row.Unit != "workday" {
		t.Errorf("rectification counts in %s, %v: it bounds a number of working days", row.Unit, err)
	}
	if got, err := edition.Bool(policy.CommitmentByAccount); err != nil || got {
		t.Errorf("commitment by account = %t, %v", got, err)
	}
	for _, param := range edition.Params() {
		if param.Evidence == policy.Setting != regexp.MustCompile(`setting`).MatchString(param.Source) {
			t.Errorf("%s has source %q with mark %s", param.Key, param.Source, param.Evidence)
		}
	}
}

func TestEveryInstitutionalDecisionHasItsSteps(t *testing.T) {
	t.Parallel()
	edition := delivered(t).At(day(2026, 1, 1))
	for _, decision := range [][2]string{
		{"bureau", "verification"}, {"authority", "verification"}, {"authority", "opinion"},
		{"bureau", "submission"}, {"centre", "review"}, {"department", "receipt"}, {"authority", "audit"}, {"authority", "certificateRevocation"},
		{"department", "suspension"}, {"department", "revocation"},
	} {
		if steps, err := edition.Steps(decision[0], decision[1]); err != nil || len(steps) == 0 {
			t.Errorf("steps of %v = %v, %v", decision, steps, err)
		}
	}
	steps, err := edition.Steps("bureau", "verification")
	if diff := cmp.Diff([]policy.Step{policy.Handle, policy.Review, policy.Sign}, steps); diff != "" || err != nil {
		t.Errorf("steps: %s %v", diff, err)
	}
	if _, err := edition.Steps("centre", "receipt"); !fault.Is(err, fault.Internal) {
		t.Errorf("a decision without steps: %v", err)
	}
}

func TestALaterRowHoldsForCasesThatStartLater(t *testing.T) {
	t.Parallel()
	book, err := delivered(t).With(row(policy.AcceptanceDays, policy.NumberValue(3), day(2025, 1, 1), 2))
	if err != nil {
		t.Fatal(err)
	}
	for date, want := range map[civil.Date]int{day(2024, 12, 31): 5, day(2025, 1, 1): 3, day(2030, 1, 1): 3} {
		if got, err := book.At(date).Int(policy.AcceptanceDays); err != nil || got != want {
			t.Errorf("on %s acceptance takes %d, %v, want %d", date, got, err, want)
		}
	}
	if got := book.At(day(2026, 5, 5)).Version(); got != "2025-01-01.2" {
		t.Errorf("version = %s", got)
	}
}

func TestACaseKeepsItsEditionEvenWhenARowIsAddedBackwards(t *testing.T) {
	t.Parallel()
	book := delivered(t)
	version := book.At(day(2026, 3, 1)).Version()
	later, err := book.With(row(policy.CityDays, policy.NumberValue(15), day(2020, 6, 1), 2))
	if err != nil {
		t.Fatal(err)
	}
	kept, err := later.Edition(version)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := kept.Int(policy.CityDays); got != 20 || kept.Version() != version {
		t.Errorf("the case now has %d days under %s", got, kept.Version())
	}
	if got, _ := later.At(day(2026, 3, 1)).Int(policy.CityDays); got != 15 {
		t.Errorf("a new case has %d days", got)
	}
}

func TestNoAddedRowChangesAnEditionThatACaseStored(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		aRow := func(revision int) policy.Param {
			r := row(rapid.SampledFrom([]string{"a.days", "b.days", "c.days"}).Draw(t, "key"),
				policy.NumberValue(rapid.IntRange(0, 99).Draw(t, "value")),
				day(2020, 1, 1).AddDays(rapid.IntRange(0, 60).Draw(t, "from")), revision)
			if rapid.Bool().Draw(t, "ends") {
				r.To = r.From.AddDays(rapid.IntRange(0, 20).Draw(t, "length"))
			}
			return r
		}
		book, err := policy.NewBook([]policy.Param{aRow(1)})
		if err != nil {
			t.Fatal(err)
		}
		start := day(2020, 1, 1).AddDays(rapid.IntRange(0, 90).Draw(t, "start"))
		stored := book.At(start)
		for revision := 2; revision < 6; revision++ {
			if book, err = book.With(aRow(revision)); err != nil {
				t.Fatal(err)
			}
			if stored.Version() == policy.NoEdition {
				continue
			}
			found, err := book.Edition(stored.Version())
			if err != nil || found.Digest() != stored.Digest() {
				t.Fatalf("revision %d changed edition %s: %v", revision, stored.Version(), err)
			}
		}
	})
}

func TestAskingForWhatIsNotThereIsAFaultAndNotAZero(t *testing.T) {
	t.Parallel()
	book := delivered(t)
	edition := book.At(day(2026, 1, 1))
	_, missing := edition.Int("no.such.key")
	_, wrongKind := edition.Text(policy.CityDays)
	_, tooEarly := book.At(day(2020, 5, 31)).Int(policy.CityDays)
	for name, err := range map[string]error{"missing": missing, "wrong kind": wrongKind, "before the notice": tooEarly} {
		if !fault.Is(err, fault.Internal) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, version := range []string{"", "2020-06-01", "2020-06-01.9", "2020-06-01.0", "x.1", policy.NoEdition} {
		if _, err := book.Edition(version); !fault.Is(err, fault.NotFound) {
			t.Errorf("edition %q: %v", version, err)
		}
	}
}

func TestRowsThatMakeNoSenseAreRefused(t *testing.T) {
	t.Parallel()
	good := row("x.days", policy.NumberValue(5), day(2020, 6, 1), 1)
	for name, rows := range map[string][]policy.Param{
		"said twice":        {good, good},
		"another kind":      {good, row("x.days", policy.TextValue("5"), day(2021, 1, 1), 2)},
		"negative":          {row("x.days", policy.NumberValue(-1), day(2020, 6, 1), 1)},
		"no value":          {row("x.days", policy.Value{}, day(2020, 6, 1), 1)},
		"no start":          {row("x.days", policy.NumberValue(5), civil.Date{}, 1)},
		"no revision":       {row("x.days", policy.NumberValue(5), day(2020, 6, 1), 0)},
		"a forbidden word":  {row(policy.CertificateText, policy.TextValue("{机构}颁发，全 国通用"), day(2020, 6, 1), 1)},
		"a text of nobody":  {row(policy.CertificateText, policy.TextValue("本证书表明技能水平"), day(2020, 6, 1), 1)},
		"a share of 101":    {row(policy.SampleShare, policy.NumberValue(101), day(2020, 6, 1), 1)},
		"a mark of nought":  {row(policy.PassMark, policy.NumberValue(0), day(2020, 6, 1), 1)},
		"serials by month":  {row(policy.SerialBy, policy.TextsValue("month"), day(2020, 6, 1), 1)},
		"steps backwards":   {row("steps.centre.review", policy.TextsValue("sign", "handle"), day(2020, 6, 1), 1)},
		"steps doubled":     {row("steps.centre.review", policy.TextsValue("sign", "sign"), day(2020, 6, 1), 1)},
		"steps unknown":     {row("steps.centre.review", policy.TextsValue("nod"), day(2020, 6, 1), 1)},
		"steps not a list":  {row("steps.centre.review", policy.NumberValue(3), day(2020, 6, 1), 1)},
		"validity of zero":  {row(policy.ValidityYears, policy.NumberValue(0), day(2020, 6, 1), 1)},
		"a 25th hour":       {row(policy.TenureRemindHour, policy.NumberValue(24), day(2020, 6, 1), 1)},
		"panel of nobody":   {row(policy.PanelSizeMin, policy.NumberValue(0), day(2020, 6, 1), 1)},
		"unknown evidence":  {func() policy.Param { p := good; p.Evidence = "Z"; return p }()},
		"no source":         {func() policy.Param { p := good; p.Source = ""; return p }()},
		"ends before start": {func() policy.Param { p := good; p.To = day(2020, 5, 31); return p }()},
	} {
		if _, err := policy.NewBook(rows); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestValuesSurviveJSON(t *testing.T) {
	t.Parallel()
	for _, value := range []policy.Value{
		policy.NumberValue(0), policy.NumberValue(-7), policy.SwitchValue(true), policy.TextValue("市人社部门"),
		policy.TextsValue("handle", "sign"), policy.CountsValue(180, 90),
	} {
		data, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		var back policy.Value
		if err := json.Unmarshal(data, &back); err != nil || !back.Equal(value) {
			t.Errorf("%s came back as %s: %v", data, back, err)
		}
	}
	for _, text := range []string{`1.5`, `null`, `{}`, `[]`, `[1,"a"]`, `[true]`, `99999999999999999999`} {
		var value policy.Value
		if err := json.Unmarshal([]byte(text), &value); err == nil {
			t.Errorf("%s was read as %s", text, value)
		}
	}
	if _, err := policy.ReadParams([]byte("{")); !fault.Is(err, fault.Malformed) {
		t.Errorf("a broken file: %v", err)
	}
}

func TestABookIsReadByManyAtOnce(t *testing.T) {
	t.Parallel()
	book := delivered(t)
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			edition := book.At(day(2020+i, 7, 1))
			list, err := edition.List(policy.ClockPauses)
			if err != nil {
				t.Error(err)
				return
			}
			list[0] = "changed by its reader"
		})
	}
	group.Wait()
	if list, _ := book.At(day(2026, 1, 1)).List(policy.ClockPauses); list[0] != "supplement" {
		t.Errorf("a reader changed the book: %v", list)
	}
}
