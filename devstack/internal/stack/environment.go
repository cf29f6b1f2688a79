package stack

import (
	"net/url"

	"jiangxin/devstack/internal/ports"
)

// Variable is one setting handed to a program that uses the stack.
type Variable struct{ Name, Value string }

// Environment lists what the product's configuration and the tests read.
func (s Settings) Environment() []Variable {
	return []Variable{
		{"JIANGXIN_DATABASE_URL", s.databaseURL(appRole, database)},
		{"JIANGXIN_DATABASE_OWNER_URL", s.databaseURL(ownerRole, database)},
		{"JIANGXIN_ADMIN_DATABASE_URL", s.databaseURL(superuser, "postgres")},
		{"JIANGXIN_TEMPORAL_ADDRESS", ports.Address(s.Ports.Temporal)},
		{"JIANGXIN_TEMPORAL_NAMESPACE", namespace},
		{"JIANGXIN_TEMPORAL_UI_URL", "http://" + ports.Address(s.Ports.TemporalUI)},
		{"JIANGXIN_CODEC_ENDPOINT", s.CodecEndpoint},
		{"JIANGXIN_S3_ENDPOINT", ports.Address(s.Ports.MinIO)},
		{"JIANGXIN_S3_ACCESS_KEY", s.S3AccessKey},
		{"JIANGXIN_S3_SECRET_KEY", s.S3SecretKey},
		{"JIANGXIN_S3_BUCKET", bucket},
		{"JIANGXIN_S3_SECURE", "false"},
		{"JIANGXIN_DEVSTACK_CONTROL", "http://" + ports.Address(s.Ports.Control)},
	}
}

// databaseURL is a connection string for one role. TLS is off: the server is on loopback.
func (s Settings) databaseURL(role, name string) string {
	u := url.URL{
		Scheme:   "postgres",
		User:     url.UserPassword(role, devPassword),
		Host:     ports.Address(s.Ports.Postgres),
		Path:     "/" + name,
		RawQuery: "sslmode=disable",
	}
	return u.String()
}
