package identity_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jiangxin/domain/fault"
	"jiangxin/domain/identity"
	"jiangxin/domain/identity/identitytest"
)

// why returns the field code of an Invalid error, which says what is wrong.
func why(err error) string {
	var wrong *fault.Error
	if !errors.As(err, &wrong) || wrong.Code != fault.Invalid || len(wrong.Fields) == 0 {
		return "no field"
	}
	return wrong.Fields[0].Code
}

func TestPublishedCreditCodesAreRight(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"91110000101623741K", "911101066976941872", "91350100M000100Y43", " 91350100m000100y43 "} {
		code, err := identity.ParseCreditCode(text)
		if err != nil || code.String() != strings.ToUpper(strings.TrimSpace(text)) || code.OverrideReason() != "" {
			t.Errorf("%q: %v, %v", text, code, err)
		}
	}
	code, _ := identity.ParseCreditCode("91350100M000100Y43")
	if code.RegionCode() != "350100" {
		t.Errorf("region %s", code.RegionCode())
	}
}

func TestAWrongCreditCodeSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                    "length",
		"9111000010162374":    "length",
		"91110000101623741KK": "length",
		"911100001016237411":  "check_digit",
		"91110000101623714K":  "check_digit",
		"91110000I01623741K":  "character",
		"9111000A101623741K":  "character",
		"91110000101623741企":  "character",
		"9111000010162374'K":  "character",
	} {
		if _, err := identity.ParseCreditCode(text); why(err) != want {
			t.Errorf("%q is refused for %s, want %s", text, why(err), want)
		}
	}
	var wrong *fault.Error
	_, err := identity.ParseCreditCode("911100001016237411")
	if errors.As(err, &wrong) && !strings.Contains(wrong.Text.ZH, "末位应为 K") {
		t.Errorf("the reason does not name the expected character: %s", wrong.Text.ZH)
	}
}

func TestAFailingCheckNeedsAReasonAndKeepsIt(t *testing.T) {
	t.Parallel()
	const reported = "91350211M0000XUF46"
	if _, err := identity.ParseCreditCode(reported); why(err) != "check_digit" {
		t.Fatalf("the example does not fail its check: %v", err)
	}
	if _, err := identity.ParseCreditCodeWithOverride(reported, " 是的 "); why(err) != "override_reason" {
		t.Errorf("accepted without a reason: %v", err)
	}
	code, err := identity.ParseCreditCodeWithOverride(reported, "已对照营业执照原件核实")
	if err != nil || code.String() != reported || code.OverrideReason() != "已对照营业执照原件核实" {
		t.Errorf("%v (%s), %v", code, code.OverrideReason(), err)
	}
	if code, err := identity.ParseCreditCodeWithOverride("91110000101623741K", "多余的理由"); err != nil || code.OverrideReason() != "" {
		t.Errorf("a right code keeps reason %q, %v", code.OverrideReason(), err)
	}
	if _, err := identity.ParseCreditCodeWithOverride("9135O211M0000XUF46", "已对照营业执照原件核实"); why(err) != "character" {
		t.Errorf("the override forgave a character: %v", err)
	}
}

func TestOneWrongCharacterNeverPassesTheCreditCheck(t *testing.T) {
	t.Parallel()
	const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	rapid.Check(t, func(t *rapid.T) {
		code := []byte(identitytest.New(rapid.Uint64().Draw(t, "seed")).CreditCode())
		if _, err := identity.ParseCreditCode(string(code)); err != nil {
			t.Fatalf("the made-up %s is refused: %v", code, err)
		}
		at := rapid.IntRange(0, 17).Draw(t, "position")
		other := alphabet[rapid.IntRange(0, 30).Draw(t, "character")]
		if code[at] == other {
			return
		}
		code[at] = other
		if _, err := identity.ParseCreditCode(string(code)); err == nil {
			t.Fatalf("%s passes", code)
		}
	})
}

func FuzzCreditCodesNeverPanic(f *testing.F) {
	f.Add("91110000101623741K", "理由理由理由")
	f.Add("😀11100001016237411", "")
	f.Add("9111000010162374\xff1", "x")
	f.Fuzz(func(t *testing.T, text, reason string) {
		code, err := identity.ParseCreditCodeWithOverride(text, reason)
		if err != nil {
			if !fault.Is(err, fault.Invalid) {
				t.Fatal(err)
			}
			return
		}
		if again, err := identity.ParseCreditCodeWithOverride(code.String(), reason); err != nil || again != code {
			t.Fatalf("%q was kept as %q, which reads as %q, %v", text, code, again, err)
		}
	})
}
