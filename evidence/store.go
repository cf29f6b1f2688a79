// Package evidence keeps documents in an S3 store with versions and object lock: what people upload
// (材料), what the system makes (回执, letters), and files with personal data, which lie there
// encrypted. It uses nothing outside the S3 API; any store with object lock serves.
//
// A key's first part says what lives under it:
//
//	incoming/  uploads that nobody has accepted yet; they expire
//	evidence/  uploads that passed their checks
//	papers/    papers that the system made; written once
//	sealed/    uploads that may hold ID numbers, each encrypted under a key of its own, and certificates, under
//	           their batch's; never linked to
//
// What a recorded submission or decision rests on, and every paper, is locked until its retention ends
// (留存); an upload that no case comes to rest on is not.
package evidence

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"jiangxin/domain/fault"
)

// Config says where the store is and how it is used.
type Config struct {
	Endpoint       string        // host:port as this server reaches the store
	Secure         bool          // TLS towards Endpoint
	PublicEndpoint string        // host:port as browsers reach the store; empty means Endpoint
	PublicSecure   bool          // TLS towards PublicEndpoint
	AccessKey      string        // of an account that may use this bucket only
	SecretKey      string        // never printed
	Bucket         string        // made by EnsureBucket
	Region         string        // empty means us-east-1
	LinkLife       time.Duration // how long a presigned address works (setting); zero means one hour, at most seven days
	UnfinishedDays int           // after how many days an upload that nobody accepted expires (setting); zero means 7
}

// LogValue keeps the secret out of logs.
func (c Config) LogValue() slog.Value { return slog.StringValue(c.String()) }

// String keeps the secret out of %v.
func (c Config) String() string {
	return fmt.Sprintf("bucket %s at %s (browsers: %s)", c.Bucket, c.Endpoint, c.PublicEndpoint)
}

// Store is one bucket. It is safe for concurrent use.
type Store struct {
	cfg    Config
	api    minio.Core    // this server's way to the store
	public *minio.Client // signs addresses for browsers; never connects
	check  *Inspector
}

// NewStore prepares a Store; it does not connect, so that a process starts while the store is down.
// The inspector judges uploads.
func NewStore(cfg Config, check *Inspector) (*Store, error) {
	if cfg.PublicEndpoint == "" {
		cfg.PublicEndpoint, cfg.PublicSecure = cfg.Endpoint, cfg.Secure
	}
	if cfg.Region == "" {
		cfg.Region = "us-east-1"
	}
	if cfg.LinkLife == 0 {
		cfg.LinkLife = time.Hour
	}
	if cfg.UnfinishedDays == 0 {
		cfg.UnfinishedDays = 7
	}
	if cfg.LinkLife < time.Minute || cfg.LinkLife > 7*24*time.Hour || cfg.UnfinishedDays < 1 {
		return nil, fault.New(fault.Invalid,
			"文件存储设置有误：地址有效期须在 1 分钟到 7 天之间，未完成上传至少保留 1 天",
			"the file store's settings are wrong: addresses live from 1 minute to 7 days, unfinished uploads at least 1 day")
	}
	api, err := client(cfg.Endpoint, cfg.Secure, cfg)
	if err != nil {
		return nil, err
	}
	public, err := client(cfg.PublicEndpoint, cfg.PublicSecure, cfg)
	if err != nil {
		return nil, err
	}
	return &Store{cfg: cfg, api: minio.Core{Client: api}, public: public, check: check}, nil
}

func client(endpoint string, secure bool, cfg Config) (*minio.Client, error) {
	c, err := minio.New(endpoint, &minio.Options{
		Creds:        credentials.NewStaticV4(cfg.AccessKey, cfg.SecretKey, ""),
		Secure:       secure,
		Region:       cfg.Region,             // known, so that signing needs no call
		BucketLookup: minio.BucketLookupPath, // one host name and certificate, whatever the bucket
		MaxRetries:   3,                      // a person waits; activities retry by themselves
		Transport: &http.Transport{
			Proxy:                 http.ProxyFromEnvironment,
			DialContext:           (&net.Dialer{Timeout: 3 * time.Second, KeepAlive: 15 * time.Second}).DialContext,
			TLSHandshakeTimeout:   5 * time.Second,
			ResponseHeaderTimeout: time.Minute, // copying a large object inside the store answers late
			IdleConnTimeout:       time.Minute,
			MaxIdleConnsPerHost:   16,
			DisableCompression:    true,
		},
	})
	if err != nil {
		return nil, fault.New(fault.Invalid,
			"文件存储地址有误，请写成 主机:端口", "the file store's address is wrong; write host:port").Because(err)
	}
	return c, nil
}

// Ping says whether the bucket answers: for the readiness page.
func (s *Store) Ping(ctx context.Context) error {
	found, err := s.api.BucketExists(ctx, s.cfg.Bucket)
	if err != nil {
		return failed("asking for the bucket", err)
	}
	if !found {
		return down(fmt.Errorf("the bucket %s does not exist", s.cfg.Bucket))
	}
	return nil
}
