package identity_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/identity"
	"jiangxin/domain/identity/identitytest"
)

// example is the example number of the standard GB 11643.
const example = "11010519491231002X"

func TestTheStandardsExampleIsRead(t *testing.T) {
	t.Parallel()
	for _, text := range []string{example, "11010519491231002x", " " + example + " "} {
		id, err := identity.ParseResidentID(text)
		if err != nil {
			t.Fatal(err)
		}
		if id.Reveal() != example || id.BirthDate().String() != "1949-12-31" || id.Sex() != identity.Female || id.RegionCode() != "110105" {
			t.Errorf("%q: %s, %s, %v", text, id.Reveal(), id.BirthDate(), id.Sex())
		}
	}
}

func TestAWrongResidentIDSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                    "length",
		"1101051949123100":    "length",
		"110105194912310021":  "check_digit",
		"11010519491231020X":  "check_digit",
		"1101051949123100X2":  "character",
		"11010519491231002Y":  "character",
		"1１010519491231002X":  "character",
		"99010519491231002X":  "region",
		"110105194902300021":  "birth_date",
		"110105184912310021":  "birth_date",
		"110105194913310021":  "birth_date",
		"110105200502290021":  "birth_date",
		"11010519491231002XX": "length",
	} {
		_, err := identity.ParseResidentID(text)
		if why(err) != want {
			t.Errorf("%q is refused for %s, want %s", text, why(err), want)
		}
		if len(text) > 10 && err != nil && strings.Contains(err.Error(), text) {
			t.Errorf("the error repeats the number: %v", err)
		}
	}
}

func TestAgeIsCountedInFullYears(t *testing.T) {
	t.Parallel()
	maker := identitytest.New(1)
	leapling, err := identity.ParseResidentID(maker.ResidentIDOf(civil.On(2004, time.February, 29), identity.Male))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		on  civil.Date
		age int
		old bool
	}{
		{civil.On(2004, time.February, 29), 0, false},
		{civil.On(2020, time.February, 28), 15, false},
		{civil.On(2020, time.February, 29), 16, true},
		{civil.On(2021, time.February, 28), 16, true},
		{civil.On(2021, time.March, 1), 17, true},
		{civil.On(2003, time.December, 31), -1, false},
	} {
		if got := leapling.Age(c.on); got != c.age || leapling.OldEnough(c.on) != c.old {
			t.Errorf("on %s aged %d, old enough %t", c.on, got, leapling.OldEnough(c.on))
		}
	}
}

func TestAResidentIDPrintsItselfMasked(t *testing.T) {
	t.Parallel()
	id, err := identity.ParseResidentID(example)
	if err != nil {
		t.Fatal(err)
	}
	data, _ := json.Marshal(id)
	for _, shown := range []string{fmt.Sprint(id), fmt.Sprintf("%v %+v %#v %s", id, id, id, &id), string(data)} {
		if strings.Contains(shown, "19491231") {
			t.Errorf("printed in full: %s", shown)
		}
	}
	if id.Masked() != "1101**********002X" {
		t.Error(id.Masked())
	}
	var unset identity.ResidentID
	if unset.Masked() != "" || unset.RegionCode() != "" || !unset.BirthDate().IsZero() || unset.Sex() != 0 {
		t.Error("an unset number shows something")
	}
}

func TestMadeUpNumbersAreRightAndFollowFromTheSeed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		one, two := identitytest.New(seed), identitytest.New(seed)
		number := one.ResidentID()
		if number != two.ResidentID() || one.CreditCode() != two.CreditCode() || one.Name() != two.Name() || one.Mobile() != two.Mobile() {
			t.Fatal("the same seed gave another number")
		}
		birth := civil.On(1950, time.January, 1).AddDays(rapid.IntRange(0, 20000).Draw(t, "birth"))
		sex := rapid.SampledFrom([]identity.Sex{identity.Male, identity.Female}).Draw(t, "sex")
		for _, text := range []string{number, one.ResidentIDOf(birth, sex)} {
			if _, err := identity.ParseResidentID(text); err != nil {
				t.Fatalf("the made-up %s is refused: %v", text, err)
			}
		}
		id, _ := identity.ParseResidentID(one.ResidentIDOf(birth, sex))
		if id.BirthDate() != birth || id.Sex() != sex {
			t.Fatalf("%s %v came back as %s %v", birth, sex, id.BirthDate(), id.Sex())
		}
		if _, err := identity.ParsePhone(one.Mobile()); err != nil {
			t.Fatal(err)
		}
	})
}

func TestOneWrongDigitOrAnExchangeNeverPassesTheResidentCheck(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		number := []byte(identitytest.New(rapid.Uint64().Draw(t, "seed")).ResidentID())
		at := rapid.IntRange(0, 15).Draw(t, "position")
		if rapid.Bool().Draw(t, "exchange") {
			if number[at] == number[at+1] {
				return
			}
			number[at], number[at+1] = number[at+1], number[at]
		} else {
			number[at] = byte('0' + (int(number[at]-'0')+rapid.IntRange(1, 9).Draw(t, "by"))%10)
		}
		if id, err := identity.ParseResidentID(string(number)); err == nil {
			t.Fatalf("%s passes", id.Reveal())
		}
	})
}

func FuzzResidentIDsNeverPanic(f *testing.F) {
	f.Add(example)
	f.Add("１１０１０５１９４９１２３１００２Ｘ")
	f.Add("\x00\xff")
	f.Fuzz(func(t *testing.T, text string) {
		id, err := identity.ParseResidentID(text)
		if err != nil {
			if !fault.Is(err, fault.Invalid) {
				t.Fatal(err)
			}
			return
		}
		if len(id.Reveal()) != 18 || id.BirthDate().IsZero() {
			t.Fatalf("%q was read as %q", text, id.Reveal())
		}
	})
}
