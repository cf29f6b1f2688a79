package identity_test

import (
	"fmt"
	"testing"

	"jiangxin/domain/fault"
	"jiangxin/domain/identity"
)

func TestPhonesAreReadInTheFormsThatPeopleWrite(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"19000001234":        {"19000001234", "190****1234"},
		"190 0000 1234":      {"19000001234", "190****1234"},
		"190-0000-1234":      {"19000001234", "190****1234"},
		"+86 19000001234":    {"19000001234", "190****1234"},
		"024-22340000":       {"024-22340000", "024-****0000"},
		"（024）22340000":      {"024-22340000", "024-****0000"},
		"02422340000":        {"024-22340000", "024-****0000"},
		"0411-82340000-101":  {"0411-82340000-101", "0411-****0000"},
		"0411－82340000转101":  {"0411-82340000-101", "0411-****0000"},
		"010-62340000":       {"010-62340000", "010-****0000"},
		"0429-2340000":       {"0429-2340000", "0429-****0000"},
		"\t024 2234 0000 \n": {"024-22340000", "024-****0000"},
	} {
		phone, err := identity.ParsePhone(text)
		if err != nil || phone.Reveal() != want[0] || phone.Masked() != want[1] || fmt.Sprint(phone) != want[1] {
			t.Errorf("%q: %q, %q, %v", text, phone.Reveal(), phone, err)
		}
	}
}

func TestWhatIsNoPhoneIsRefused(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "12000001234", "1900000123", "190000012345", "22340000", "024-1234567", "电话", "110"} {
		if phone, err := identity.ParsePhone(text); why(err) != "phone" {
			t.Errorf("%q: %q, %v", text, phone.Reveal(), err)
		}
	}
}

func TestNamesAreMaskedInTheMiddle(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"张小三": "张*三", "张三": "张*", "张": "*", "": "", " 欧阳明远 ": "欧*远", "阿依古丽·买买提": "阿*提", "𠮷野太郎": "𠮷*郎",
	} {
		if got := identity.MaskName(name); got != want {
			t.Errorf("%q is shown as %q, want %q", name, got, want)
		}
	}
}

func FuzzPhonesAndNamesNeverPanic(f *testing.F) {
	f.Add("024-22340000")
	f.Add("张\xff三")
	f.Fuzz(func(t *testing.T, text string) {
		identity.MaskName(text)
		phone, err := identity.ParsePhone(text)
		if err != nil {
			if !fault.Is(err, fault.Invalid) {
				t.Fatal(err)
			}
			return
		}
		if again, err := identity.ParsePhone(phone.Reveal()); err != nil || again != phone {
			t.Fatalf("%q was kept as %q, which reads as %q, %v", text, phone.Reveal(), again.Reveal(), err)
		}
	})
}
