package config

import (
	"fmt"
	"strings"
	"testing"
)

func variables(changes ...string) map[string]string {
	all := map[string]string{
		"JIANGXIN_DATABASE_URL":  "postgres://jiangxin_app:s3cr3t-of-database@db:5432/jiangxin",
		"JIANGXIN_S3_ENDPOINT":   "127.0.0.1:9000",
		"JIANGXIN_S3_ACCESS_KEY": "someone",
		"JIANGXIN_S3_SECRET_KEY": "s3cr3t-of-store",
	}
	for i := 0; i < len(changes); i += 2 {
		all["JIANGXIN_"+changes[i]] = changes[i+1]
	}
	return all
}

func TestDevelopmentStartsWithoutSecretsOfItsOwn(t *testing.T) {
	t.Parallel()
	c, err := from(variables())
	if err != nil {
		t.Fatal(err)
	}
	if c.PublicURL != "http://127.0.0.1:8080" || c.SecureCookies() {
		t.Errorf("public address %s, secure cookies %t", c.PublicURL, c.SecureCookies())
	}
}

func TestEveryWrongSettingIsNamedAtOnce(t *testing.T) {
	t.Parallel()
	_, err := from(variables("DATABASE_URL", "", "MODE", "staging", "LOG_LEVEL", "loud", "KEYS", "x", "PUBLIC_URL", "jx"))
	if err == nil {
		t.Fatal("accepted")
	}
	for _, name := range []string{"DATABASE_URL", "MODE", "LOG_LEVEL", "KEYS", "PUBLIC_URL"} {
		if !strings.Contains(err.Error(), "JIANGXIN_"+name) {
			t.Errorf("%s is not named in: %v", name, err)
		}
	}
}

func TestProductionRefusesWhatEverybodyKnows(t *testing.T) {
	t.Parallel()
	_, err := from(variables("MODE", Production, "KEYS", developmentKeys, "DIGEST_KEY", developmentDigest,
		"PUBLIC_URL", "http://jx.example.org", "S3_SECRET_KEY", "minioadmin",
		"DATABASE_URL", "postgres://app:jiangxin-dev-only@db/jiangxin"))
	if err == nil {
		t.Fatal("accepted")
	}
	for _, name := range []string{"KEYS", "DIGEST_KEY", "PUBLIC_URL", "S3_SECRET_KEY", "DATABASE_URL"} {
		if !strings.Contains(err.Error(), "JIANGXIN_"+name) {
			t.Errorf("%s is not refused in: %v", name, err)
		}
	}
}

func TestAPageThatComesOverTLSSendsItsFilesOverTLS(t *testing.T) {
	t.Parallel()
	for want, changes := range map[bool][]string{
		true:  {"S3_SECURE", "false", "PUBLIC_URL", "https://jx.example.org", "S3_PUBLIC_ENDPOINT", "files.example.org"},
		false: {"S3_SECURE", "false", "S3_PUBLIC_ENDPOINT", "127.0.0.1:9000"},
	} {
		c, err := from(variables(changes...))
		if err != nil || c.BrowsersReachStoreSecurely() != want {
			t.Errorf("%v: %t, %v", changes, c.BrowsersReachStoreSecurely(), err)
		}
	}
}

func TestNoFormOfPrintingShowsASecret(t *testing.T) {
	t.Parallel()
	c, err := from(variables())
	if err != nil {
		t.Fatal(err)
	}
	shown := fmt.Sprintf("%v %+v %#v %s %v", c, c, c, c, c.LogValue())
	for _, secret := range []string{"s3cr3t", "TssK9A1G", "0dL0n3uY"} {
		if strings.Contains(shown, secret) {
			t.Errorf("%s is shown in %s", secret, shown)
		}
	}
}
