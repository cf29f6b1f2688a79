package paper_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"jiangxin/domain/fault"
	"jiangxin/paper"
)

func render(t testing.TB, d paper.Document) []byte {
	t.Helper()
	pdf, _, err := paper.Render(d)
	if err != nil {
		t.Fatalf("%s: %v", d.Kind(), err)
	}
	return pdf
}

// With PAPERS set to a folder the papers are also left there, to be looked at.
func TestEveryKindRendersWithoutWarnings(t *testing.T) {
	t.Parallel()
	seen := map[paper.Kind]bool{}
	for _, d := range samples() {
		seen[d.Kind()] = true
		pdf, warnings, err := paper.Render(d)
		if err != nil {
			t.Fatalf("%s: %v", d.Kind(), err)
		}
		if len(warnings) > 0 {
			t.Errorf("%s: warnings %v", d.Kind(), warnings)
		}
		if dir := os.Getenv("PAPERS"); dir != "" {
			if err := os.WriteFile(filepath.Join(dir, string(d.Kind())+".pdf"), pdf, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(seen) != 15 {
		t.Errorf("%d kinds have a sample, want 15", len(seen))
	}
}

func TestAStoredInputGivesTheSameBytesAgain(t *testing.T) {
	t.Parallel()
	for _, d := range samples() {
		stored, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		again, err := paper.Decode(d.Kind(), stored)
		if err != nil {
			t.Fatalf("%s: %v", d.Kind(), err)
		}
		again = withPhoto(again)
		if !bytes.Equal(render(t, d), render(t, again)) {
			t.Errorf("%s: bytes differ", d.Kind())
		}
	}
}

func TestManyAtOnceGiveTheSameBytes(t *testing.T) {
	t.Parallel()
	var want [][]byte
	for _, d := range samples() {
		want = append(want, render(t, d))
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i, d := range samples() {
				if pdf, _, err := paper.Render(d); err != nil || !bytes.Equal(pdf, want[i]) {
					t.Errorf("%s differs when made beside others: %v", d.Kind(), err)
				}
			}
		})
	}
	wg.Wait()
}

func TestPapersUseTheWordsOfAFilingAndCiteOneNoticeOnly(t *testing.T) {
	t.Parallel()
	for _, d := range samples() {
		text := textOf(t, render(t, d))
		for _, word := range []string{"鉴定", "发证机关", "许可", "逾期视为", "准予"} {
			if strings.Contains(text, word) {
				t.Errorf("%s says %s", d.Kind(), word)
			}
		}
		if strings.Count(text, "〔20")-strings.Count(text, "匠信人〔20") != strings.Count(text, "辽人社〔2020〕22号") {
			t.Errorf("%s cites another document", d.Kind())
		}
	}
}

func TestAnIntakeSlipIsNeverCalledAReceipt(t *testing.T) {
	t.Parallel()
	text := strings.ReplaceAll(textOf(t, render(t, samples()[0])), "也不是备案回执", "")
	if !strings.Contains(text, "收件凭证") || strings.Contains(text, "回执") {
		t.Error(text)
	}
}

func TestASealNeverStandsOnAPageWithoutTheClosingWords(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 24; n++ {
		d := samples()[1].(*paper.SupplementNotice)
		for len(d.Defects) < n {
			d.Defects = append(d.Defects, defects[len(d.Defects)%3])
		}
		d.Defects = d.Defects[:n]
		for _, page := range pagesOf(t, render(t, d)) {
			if strings.Contains(page, "（待用印）") && !strings.Contains(page, "重新提交") {
				t.Errorf("%d defects: the seal stands alone", n)
			}
		}
	}
}

func TestAPaperThatWouldHaveALegalGapIsRefused(t *testing.T) {
	t.Parallel()
	d := samples()[10].(*paper.Receipt)
	d.FilingNumber, d.ValidThrough, d.IssuedOn = " ", "2029-02-29", ""
	_, _, err := paper.Render(d)
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != fault.Invalid {
		t.Fatalf("got %v", err)
	}
	var pointers []string
	for _, field := range f.Fields {
		pointers = append(pointers, field.Pointer)
	}
	if got := strings.Join(pointers, " "); got != "/issuedOn /filingNumber /validThrough" {
		t.Errorf("fields %s", got)
	}
	for kind := range map[paper.Kind]bool{paper.KindReceipt: true, paper.KindAssessment: true, paper.KindCatalogue: true} {
		empty, err := paper.Decode(kind, []byte(`{}`))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := paper.Render(empty); !fault.Is(err, fault.Invalid) {
			t.Errorf("empty %s: %v", kind, err)
		}
	}
}

func TestACommitmentLetterOnPaperFitsOnePage(t *testing.T) {
	t.Parallel()
	d := samples()[7].(*paper.CommitmentLetter)
	confirmed := textOf(t, render(t, d))
	d.Confirmed = nil
	pages := pagesOf(t, render(t, d))
	if len(pages) != 1 {
		t.Errorf("%d pages", len(pages))
	}
	const banner = "系统确认记录，不替代签字盖章"
	if !strings.Contains(confirmed, banner) || strings.Contains(pages[0], banner) {
		t.Error("the banner belongs to the confirmation by account only")
	}
	for _, want := range []string{"真实性、有效性、合法性", "谁评价、谁发证、谁负责", "法定代表人", "企业公章"} {
		if !strings.Contains(pages[0], want) {
			t.Errorf("lacks %s", want)
		}
	}
}

func TestAnUnknownKindOrBrokenInputIsRefused(t *testing.T) {
	t.Parallel()
	if _, err := paper.Decode("letter", []byte(`{}`)); !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
	if _, err := paper.Decode(paper.KindReceipt, []byte(`{`)); !fault.Is(err, fault.Malformed) {
		t.Error(err)
	}
}

func TestAListOfTenThousandPeopleIsPrintedInFull(t *testing.T) {
	t.Parallel()
	d := samples()[14].(*paper.ApplicationForm)
	d.Assessors = people(10_000)
	text := textOf(t, render(t, d))
	if !strings.Contains(text, "共10000人") || !strings.Contains(text, "10000孙㛃10000") || !strings.Contains(text, "5000孙㛃5000") {
		t.Error("people are missing")
	}
}

func BenchmarkReceipt(b *testing.B) {
	d := samples()[10]
	render(b, d)
	for b.Loop() {
		render(b, d)
	}
}
