package certification_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jiangxin/domain/certification"
	"jiangxin/domain/certification/certificationtest"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
)

func TestACertificateNumberHasItsSevenParts(t *testing.T) {
	t.Parallel()
	n, err := certification.CertificateNumber("Y000021000042", 2026, occupation.Three, 17)
	if err != nil || n != "Y000021000042263000017" || len(n) != 22 {
		t.Fatalf("%s, %v", n, err)
	}
	for _, typed := range []string{string(n), " y000021000042 263000017", "Ｙ０００021000042263000017"} {
		if again, err := certification.ParseCertificateNumber(typed); err != nil || again != n {
			t.Errorf("%q: %s, %v", typed, again, err)
		}
	}
}

func TestWhatACertificateNumberSaysIsWhatItWasMadeOf(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		filed, _ := filing.Number(rapid.IntRange(1, filing.LastSerial).Draw(t, "filing"))
		year, serial := rapid.IntRange(2020, 2099).Draw(t, "year"), rapid.IntRange(1, filing.LastSerial).Draw(t, "serial")
		level := rapid.SampledFrom(occupation.LevelCodes()).Draw(t, "level")
		n, err := certification.CertificateNumber(filed, year, level, serial)
		if err != nil {
			t.Fatal(err)
		}
		again, err := certification.ParseCertificateNumber(string(n))
		if err != nil || again.FilingNumber() != filed || again.Year() != year || again.Level() != level || again.Serial() != serial {
			t.Fatalf("%s: %v", n, err)
		}
	})
}

func TestNumbersOutOfRangeAreRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		filed  filing.FilingNumber
		year   int
		level  occupation.LevelCode
		serial int
	}{
		{"Y000021000042", 2026, "3", 0}, {"Y000021000042", 2026, "3", 1_000_000}, {"Y000021000042", 1999, "3", 1}, {"Y000021000042", 2100, "3", 1},
		{"Y000021000042", 2026, "6", 1}, {"Y000021000042", 2026, "", 1}, {"Y000021000000", 2026, "3", 1}, {"S000021000042", 2026, "3", 1}, {"", 2026, "3", 1},
	} {
		if n, err := certification.CertificateNumber(c.filed, c.year, c.level, c.serial); !fault.Is(err, fault.Internal) {
			t.Errorf("%v gives %s, %v", c, n, err)
		}
	}
	for _, text := range []string{"", "Y00002100004226300001", "Y0000210000422630000170", "Y000021000042266000017", "Y000021000042263000000", "Y000021000000263000001", "X000021000042263000017"} {
		if n, err := certification.ParseCertificateNumber(text); codesAt(err)["/number"] != "certificate_number" {
			t.Errorf("%q is read as %s, %v", text, n, err)
		}
	}
	var broken certification.Number = "short"
	if broken.Serial() != 0 || broken.FilingNumber() != "" || broken.Level() != "" {
		t.Error("a broken number has parts")
	}
}

func TestSerialsBeginAnewByTheSetting(t *testing.T) {
	t.Parallel()
	for want, by := range map[string][]string{
		"certificate/Y000021000042/2026/3": {"year", "level"}, "certificate/Y000021000042/2026": {"year"}, "certificate/Y000021000042/3": {"level"}, "certificate/Y000021000042": {""},
	} {
		if got := certification.SerialScope("Y000021000042", 2026, "3", by); got != want {
			t.Errorf("%v: %s", by, got)
		}
	}
}

func TestABatchNumberIsOfItsFilingAndMonth(t *testing.T) {
	t.Parallel()
	day := civil.On(2026, time.November, 30)
	b, err := certification.BatchNumber("Y000021000042", day, 7)
	if err != nil || b != "Y000021000042202611007" || b.FilingNumber() != "Y000021000042" {
		t.Fatalf("%s, %v", b, err)
	}
	if again, err := certification.ParseBatchNumber(string(b)); err != nil || again != b {
		t.Error(again, err)
	}
	if scope := certification.BatchScope("Y000021000042", day); scope != "batch/Y000021000042/202611" {
		t.Error(scope)
	}
	if _, err := certification.BatchNumber("Y000021000042", day, 1000); !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
	if _, err := certification.BatchNumber("Y000021000042", civil.Date{}, 1); !fault.Is(err, fault.Internal) {
		t.Error(err)
	}
	for _, text := range []string{"", "Y000021000042202613001", "Y000021000042202600001", "Y000021000042202611000", "y000021000042202611001"} {
		if _, err := certification.ParseBatchNumber(text); codesAt(err)["/batchNo"] != "batch_number" {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestScoresAreExact(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n, mark := rapid.IntRange(0, 100_00).Draw(t, "hundredths"), rapid.IntRange(0, 100).Draw(t, "mark")
		s := certification.Hundredths(n)
		again, err := certification.ParseScore(s.String())
		if err != nil || again != s || s.InHundredths() != n || s.IsZero() || s.Reaches(mark) != (n >= mark*100) {
			t.Fatalf("%d is %s, then %v, %v", n, s, again, err)
		}
	})
	var unset certification.Score
	if !unset.IsZero() || unset.String() != "" || unset.Reaches(0) || unset == certification.Marks(0) || certification.Hundredths(100_01) != unset {
		t.Error("an unset score is no nought")
	}
}

func FuzzScoresAndRowsNeverPanic(f *testing.F) {
	for _, text := range []string{"NaN", "-0", "1e309", "85.10", "合格", "\xff", "-.5"} {
		f.Add(text, true)
	}
	template := certificationtest.Template()
	f.Fuzz(func(t *testing.T, text string, number bool) {
		if s, err := certification.ParseScore(text); err == nil && !s.IsZero() && (s.InHundredths() > 100_00) {
			t.Fatalf("%q is %s", text, s)
		}
		cells := map[certification.Field]cell{}
		for _, field := range certification.Fields {
			cells[field] = cell{Text: text, Number: number}
		}
		read, found := certification.ReadRow(template, cells, 1)
		certification.Check([]certification.Row{read}, certification.Context{Read: found, Plan: certificationtest.Plan()})
	})
}

func TestTheSampleIsRepeatableUniformAndLeavesOutWhatIsFlagged(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.IntRange(0, 300).Draw(t, "rows")
		var flagged []int
		for place := 1; place <= count; place++ {
			if rapid.IntRange(0, 9).Draw(t, "flag") == 0 {
				flagged = append(flagged, place)
			}
		}
		share, least := rapid.IntRange(0, 100).Draw(t, "share"), rapid.IntRange(0, 20).Draw(t, "least")
		seed := []byte(rapid.String().Draw(t, "seed"))
		drawn := certification.Sample(seed, count, flagged, share, least)
		want := min(max((count*share+99)/100, least), count-len(flagged))
		if len(drawn) != want || !slices.IsSorted(drawn) || len(slices.Compact(slices.Clone(drawn))) != want {
			t.Fatalf("%d of %d: %v", want, count, drawn)
		}
		for _, place := range drawn {
			if place < 1 || place > count || slices.Contains(flagged, place) {
				t.Fatalf("place %d was drawn", place)
			}
		}
		slices.Reverse(flagged)
		if again := certification.Sample(seed, count, flagged, share, least); !slices.Equal(again, drawn) {
			t.Fatal("the draw cannot be repeated")
		}
	})
	times := map[int]int{}
	for seed := range 4000 {
		for _, no := range certification.Sample([]byte{byte(seed), byte(seed >> 8)}, 8, nil, 25, 1) {
			times[no]++
		}
	}
	for no := 1; no <= 8; no++ { // expected 1,000 each, deviation 27
		if times[no] < 860 || times[no] > 1140 {
			t.Errorf("row %d was drawn %d times of 1,000 expected", no, times[no])
		}
	}
}
