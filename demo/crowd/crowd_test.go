package crowd_test

import (
	"testing"

	"jiangxin/demo/cast"
	"jiangxin/demo/crowd"
	"jiangxin/domain/identity"
	"jiangxin/store/storetest"
)

func TestACrowdMayBeSeededTwice(t *testing.T) {
	to := storetest.Seeded(t)
	hasher, err := crowd.Cheap()
	if err != nil {
		t.Fatal(err)
	}
	for _, perCity := range []int{3, 40, 40} {
		if err := crowd.Seed(t.Context(), to, hasher, perCity); err != nil {
			t.Fatal(err)
		}
	}
	clerk := cast.EnterpriseOf(cast.Dalian, 40)
	user, err := to.UserByLogin(t.Context(), clerk.Clerk.Login)
	if err != nil || user.EnterpriseID == nil {
		t.Fatalf("the clerk %s: %+v %v", clerk.Clerk.Login, user, err)
	}
	if right, err := hasher.Verify(t.Context(), user.PasswordHash, cast.Password); err != nil || !right {
		t.Errorf("the clerk's password: %v %v", right, err)
	}
	experts, err := to.Candidates(t.Context(), cast.Shenyang.Region)
	if err != nil || len(experts) != len(cast.Experts())/2 {
		t.Errorf("%d experts: %v", len(experts), err)
	}
}

func TestEveryEnterpriseHasItsOwnNameAndAValidCreditCode(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, city := range cast.Cities() {
		for n := 1; n <= 1500; n++ {
			e := cast.EnterpriseOf(city, n)
			if _, err := identity.ParseCreditCode(e.CreditCode); err != nil {
				t.Fatalf("%s: %v", e.CreditCode, err)
			}
			for _, value := range []string{e.CreditCode, e.Name, e.Clerk.Login} {
				if seen[value] {
					t.Fatalf("%s stands twice", value)
				}
				seen[value] = true
			}
		}
	}
}
